"""MP3 spans: stretches of sound, each with an encoder of its own, or encoded before.

That the frames depend on the samples alone is proved in `voicecoach.formats.encoders.mp3_frames`.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import astuple, dataclass

from voicecoach.files.store import Store, digest
from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import Coding, LameEncoder, lame_version
from voicecoach.problems import EngineError

# Raise it when what becomes of samples, or what is kept of a span, changes.
_VERSION = 1
_CRC_BYTES = 2


@dataclass(frozen=True, slots=True)
class Encoded:
    """Whole frames, and their `crc_16`."""

    frames: bytes
    crc: int


class Span:
    """A stretch of sound and its encoder. The pieces are encoded in any thread, but in order."""

    def __init__(self, coding: Coding, store: Store | None) -> None:
        self._coding = coding
        self._store = store
        self._encoder: LameEncoder | None = None
        self._bytes_due = 0
        self._last: Future[Encoded] | None = None

    def submit(self, pool: ThreadPoolExecutor, pcm: bytes, closing: bool) -> Future[Encoded]:
        """Have the span's next piece encoded once those before it are.

        A span of one piece is kept in the store. Its result may raise `EngineError`.
        """
        if closing and self._last is None and self._store is not None:
            self._last = pool.submit(self._kept, pcm, self._store)
        else:
            self._last = pool.submit(self._encode, pcm, closing, self._last)
        return self._last

    def _kept(self, pcm: bytes, store: Store) -> Encoded:
        """Return the frames of a whole span, encoded now or before."""
        parts = {"encoder": lame_version(), "coding": astuple(self._coding), "version": _VERSION}
        key = digest(parts, pcm)
        kept = store.get("span", key)
        if kept is not None:
            return Encoded(kept[_CRC_BYTES:], int.from_bytes(kept[:_CRC_BYTES], "big"))
        encoded = self._encode(pcm, True, None)
        store.put("span", key, encoded.crc.to_bytes(_CRC_BYTES, "big") + encoded.frames)
        return encoded

    def _encode(self, pcm: bytes, closing: bool, before: Future[Encoded] | None) -> Encoded:
        if before is not None:
            before.result()
        self._encoder = self._encoder or LameEncoder(self._coding)
        self._bytes_due += len(pcm) // len(self._coding.silent_pcm) * self._coding.frame_bytes
        frames = self._encoder.encode(pcm)
        if closing:
            # What the encoder still holds; of it, the frames beyond the span are silent.
            frames = (frames + self._encoder.flush())[: self._bytes_due]
            if len(frames) < self._bytes_due:
                raise EngineError("the MP3 encoder LAME returned fewer frames than it was given")
        self._bytes_due -= len(frames)
        return Encoded(frames, crc_16(frames))
