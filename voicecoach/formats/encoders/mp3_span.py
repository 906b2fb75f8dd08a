"""MP3 spans: stretches of sound, each encoded by an encoder of its own or taken from the store.

`voicecoach.formats.encoders.mp3_frames` proves that the frames depend on the samples alone.
"""

from concurrent.futures import Future, ThreadPoolExecutor

from msgspec import Struct
from msgspec.structs import astuple

from voicecoach.files.store import Store, digest
from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import Coding, LameEncoder, lame_version
from voicecoach.problems import EngineError

# Increment it when the encoding, or what is stored of a span, changes.
_VERSION = 1
_CRC_BYTES = 2


class EncodedFrames(Struct, frozen=True):
    """Whole frames, and the `crc_16` that is known of them."""

    frames: bytes
    crc: int


def keep(store: Store, key: str, frames: bytes, crc: int) -> None:
    """Store the frames of a span with the `crc_16` of them, or of some."""
    store.put("span", key, crc.to_bytes(_CRC_BYTES, "big") + frames)


def kept(store: Store, key: str, size_bytes: int) -> EncodedFrames | None:
    """Return the frames that are stored, None if there are none, or not so many bytes of them."""
    data = store.get("span", key)
    if data is None or len(data) != _CRC_BYTES + size_bytes:
        return None
    return EncodedFrames(data[_CRC_BYTES:], int.from_bytes(data[:_CRC_BYTES], "big"))


class Mp3Span:
    """A stretch of sound and its encoder. Pieces are encoded in any thread, but in order."""

    def __init__(self, coding: Coding, store: Store | None) -> None:
        self._coding = coding
        self._store = store
        self._encoder: LameEncoder | None = None
        self._bytes_due = 0
        self._last: Future[EncodedFrames] | None = None

    def submit(self, pool: ThreadPoolExecutor, pcm: bytes, closing: bool) -> Future[EncodedFrames]:
        """Have the span's next piece encoded after those before it.

        A span of a single piece is kept in the store. The result may raise `EngineError`.
        """
        if closing and self._last is None and self._store is not None:
            self._last = pool.submit(self._encode_or_load, pcm, self._store)
        else:
            self._last = pool.submit(self._encode, pcm, closing, self._last)
        return self._last

    def encode(self, pcm: bytes) -> bytes:
        """Return the frames of the whole span. Raise `EngineError`."""
        return self._encode(pcm, True, None).frames

    def _encode_or_load(self, pcm: bytes, store: Store) -> EncodedFrames:
        """Return the frames of a whole span, from the store if they are there."""
        parts = {"encoder": lame_version(), "coding": astuple(self._coding), "version": _VERSION}
        key = digest(parts, pcm)
        encoded = kept(store, key, self._size_bytes(pcm))
        if encoded is None:
            encoded = self._encode(pcm, True, None)
            keep(store, key, encoded.frames, encoded.crc)
        return encoded

    def _encode(
        self, pcm: bytes, closing: bool, before: Future[EncodedFrames] | None
    ) -> EncodedFrames:
        if before is not None:
            before.result()
        self._encoder = self._encoder or LameEncoder(self._coding)
        self._bytes_due += self._size_bytes(pcm)
        frames = self._encoder.encode(pcm)
        if closing:
            # Frames beyond the span are silent, and dropped.
            frames = (frames + self._encoder.flush())[: self._bytes_due]
            if len(frames) < self._bytes_due:
                raise EngineError("the MP3 encoder LAME returned fewer frames than it was given")
        self._bytes_due -= len(frames)
        return EncodedFrames(frames, crc_16(frames))

    def _size_bytes(self, pcm: bytes) -> int:
        """Return how many bytes the frames of samples take."""
        return len(pcm) // len(self._coding.silent_pcm) * self._coding.frame_bytes
