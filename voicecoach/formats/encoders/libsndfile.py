"""Sound files by libsndfile: FLAC, and Vorbis and Opus in Ogg.

libsndfile writes into a file object of ours by calling back into Python. What is raised in there is
printed and lost: a full disk, or Ctrl-C at that moment. So it writes into memory, from where the
caller takes the bytes and writes them himself; and it runs in a thread of its own, which no signal
interrupts. That thread also encodes one stretch of sound while the next one is mixed.
"""

import io
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import SAMPLE_WIDTH
from voicecoach.problems import EngineError
from voicecoach.units import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import soundfile

# libsndfile puts a whole block on the stack for Vorbis, and dies of large ones.
_BLOCK_SAMPLES = 4096
# Handed to the thread at a time: about 1.4 s.
_STRETCH_SAMPLES = 16 * _BLOCK_SAMPLES


@dataclass(frozen=True, slots=True)
class Encoding:
    """A container and what is in it, by libsndfile's names.

    `compression` is from 0 (large) to 1 (small); None is libsndfile's own choice.
    """

    container: Literal["FLAC", "OGG"]
    codec: Literal["PCM_16", "VORBIS", "OPUS"]
    compression: float | None = None


class _Written:
    """A file in memory that knows which bytes came to stand where since it was last asked."""

    def __init__(self) -> None:
        self._position = 0
        self._length = 0
        self._stretches: list[tuple[int, bytes]] = []

    def write(self, data: bytes) -> int:
        self._stretches.append((self._position, data))
        self._position += len(data)
        self._length = max(self._length, self._position)
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._length}[whence]
        self._position = start + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def taken(self) -> list[tuple[int, bytes]]:
        stretches, self._stretches = self._stretches, []
        return stretches


def check(encoding: Encoding) -> None:
    """Raise `EngineError` if libsndfile is missing or cannot write this."""
    hint = "install it again: pip install --force-reinstall soundfile"
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise EngineError("the sound library libsndfile cannot be loaded", hint) from error
    if not soundfile.check_format(encoding.container, encoding.codec):
        name = encoding.codec.capitalize()
        raise EngineError(f"the sound library libsndfile is too old to write {name}", hint)


def encoded(
    segments: Iterable[AudioSegment], channels: int, encoding: Encoding
) -> Iterator[tuple[int, bytes]]:
    """Yield the bytes of a file, some at a time, each with the position at which they belong.

    Segments are 48 kHz, 16 bit. The bytes depend on the samples, not on where segments end. Those
    of an Ogg file come in the order of the file; in FLAC the numbers at its beginning come again
    when they are known. Raise `EngineError` if libsndfile fails.
    """
    import soundfile

    written = _Written()

    def opened() -> "soundfile.SoundFile":
        return soundfile.SoundFile(
            written,
            "w",
            samplerate=SAMPLE_RATE_HZ,
            channels=channels,
            format=encoding.container,
            subtype=encoding.codec,
            compression_level=encoding.compression,
        )

    def add(pcm: bytes) -> list[tuple[int, bytes]]:
        block_bytes = _BLOCK_SAMPLES * SAMPLE_WIDTH * channels
        for start in range(0, len(pcm), block_bytes):
            file.buffer_write(pcm[start : start + block_bytes], dtype="int16")
        return written.taken()

    def closed() -> list[tuple[int, bytes]]:
        file.close()
        return written.taken()

    with ThreadPoolExecutor(1) as thread:
        try:
            file = thread.submit(opened).result()
            last: Future[list[tuple[int, bytes]]] | None = None
            for pcm in _stretches(segments, channels):
                running = thread.submit(add, pcm)
                if last is not None:
                    yield from last.result()
                last = running
            if last is not None:
                yield from last.result()
            yield from thread.submit(closed).result()
        except soundfile.SoundFileError as error:
            raise EngineError(f"the sound library libsndfile failed: {error}") from error


def _stretches(segments: Iterable[AudioSegment], channels: int) -> Iterator[bytes]:
    """Yield the samples in stretches that are equally long but for the last."""
    length = _STRETCH_SAMPLES * SAMPLE_WIDTH * channels
    rest = bytearray()
    for segment in segments:
        raw = memoryview(segment.raw_data)
        while len(rest) + len(raw) >= length:
            taken = length - len(rest)
            yield bytes(rest) + raw[:taken]
            rest.clear()
            raw = raw[taken:]
        rest += raw
    if rest:
        yield bytes(rest)
