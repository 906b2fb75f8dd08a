"""Sound files encoded by libsndfile: FLAC, and Vorbis and Opus in Ogg.

libsndfile writes into a Python file object through callbacks. An exception in there, such as a full
disk or Ctrl-C, is printed and lost. So it writes into memory, and the caller writes the bytes to
the file; and it runs in a thread of its own, which no signal interrupts. That thread also encodes
one block of sound while the next one is mixed.
"""

import io
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Literal

from msgspec import Struct

from voicecoach.audio import AudioSegment
from voicecoach.problems import EngineError
from voicecoach.units import SAMPLE_RATE_HZ, SAMPLE_WIDTH

# For Vorbis, libsndfile puts a whole write on the stack, and large ones crash it.
_WRITE_SAMPLES = 4096
# Handed to the thread at a time: about 1.4 s.
_BLOCK_SAMPLES = 16 * _WRITE_SAMPLES


class Encoding(Struct, frozen=True):
    """A container and its codec, by libsndfile's names.

    `compression` is from 0 (large) to 1 (small); None is libsndfile's default.
    """

    container: Literal["FLAC", "OGG"]
    codec: Literal["PCM_16", "VORBIS", "OPUS"]
    compression: float | None = None


class _MemoryFile:
    """A write-only file in memory; `take` returns what was written, and where."""

    def __init__(self) -> None:
        self._position = 0
        self._length = 0
        self._writes: list[tuple[int, bytes]] = []

    def write(self, data: bytes) -> int:
        self._writes.append((self._position, data))
        self._position += len(data)
        self._length = max(self._length, self._position)
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._length}[whence]
        self._position = start + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def take(self) -> list[tuple[int, bytes]]:
        writes, self._writes = self._writes, []
        return writes


def check(encoding: Encoding) -> None:
    """Raise `EngineError` if libsndfile is missing or does not support this encoding."""
    hint = "install it again: pip install --force-reinstall soundfile"
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise EngineError("the sound library libsndfile cannot be loaded", hint) from error
    if not soundfile.check_format(encoding.container, encoding.codec):
        name = encoding.codec.capitalize()
        raise EngineError(f"the sound library libsndfile is too old to write {name}", hint)


def encode(
    segments: Iterable[AudioSegment], channels: int, encoding: Encoding
) -> Iterator[tuple[int, bytes]]:
    """Yield the bytes of a file, some at a time, each with the position at which they belong.

    Segments are 48 kHz, 16 bit. The bytes depend on the samples, not on where segments end. Those
    of an Ogg file come in order; in FLAC, the header comes again at the end, when its numbers are
    known. Raise `EngineError` if libsndfile fails.
    """
    import soundfile

    memory = _MemoryFile()

    def add(pcm: bytes) -> None:
        write_bytes = _WRITE_SAMPLES * SAMPLE_WIDTH * channels
        for start in range(0, len(pcm), write_bytes):
            file.buffer_write(pcm[start : start + write_bytes], dtype="int16")

    with ThreadPoolExecutor(1) as thread:
        try:
            running: Future[Any] = thread.submit(
                soundfile.SoundFile,
                memory,
                "w",
                samplerate=SAMPLE_RATE_HZ,
                channels=channels,
                format=encoding.container,
                subtype=encoding.codec,
                compression_level=encoding.compression,
            )
            file = running.result()
            for pcm in _blocks(segments, channels):
                running.result()
                written = memory.take()
                running = thread.submit(add, pcm)
                yield from written
            running.result()
            thread.submit(file.close).result()
            yield from memory.take()
        except soundfile.SoundFileError as error:
            raise EngineError(f"the sound library libsndfile failed: {error}") from error


def _blocks(segments: Iterable[AudioSegment], channels: int) -> Iterator[bytes]:
    """Yield the samples in blocks of equal length, except for the last."""
    length = _BLOCK_SAMPLES * SAMPLE_WIDTH * channels
    rest = bytearray()
    for segment in segments:
        raw = memoryview(segment.raw_data)
        while len(rest) + len(raw) >= length:
            missing = length - len(rest)
            yield bytes(rest) + raw[:missing]
            rest.clear()
            raw = raw[missing:]
        rest += raw
    if rest:
        yield bytes(rest)
