"""MP3 frames: 48 kHz mono at a constant 64 kb/s, encoded only where there is sound.

A programme is silent most of the time. A *span* of sound, with silent frames before and after it,
goes through an encoder of its own; in a constant bitrate its frames stand in the stream exactly
where they would have stood, and between spans stands one frame of silence again and again. The
first frame of each span, like the silent one, needs nothing from the frames before it. Spans are
encoded side by side: LAME does not hold the interpreter's lock.
"""

import collections
import functools
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import lameenc
import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import SAMPLE_WIDTH, Pcm, to_pcm
from voicecoach.formats.info_frame import BITRATE_KBPS, FRAME_BYTES, FRAME_SAMPLES
from voicecoach.problems import EngineError
from voicecoach.units import SAMPLE_RATE_HZ

# LAME's own scale from 0 (slow) to 9; from 7 on it no longer shapes the noise.
_LAME_QUALITY = 5
# Silent frames that belong to a span: the encoder looks ahead and its filters ring on.
_LEAD = 2
_TAIL = 2
# Silence is left out of a span where it is worth an encoder, which takes as long as 20 frames.
_SHORTEST_GAP = _LEAD + _TAIL + 20
# Long spans are encoded in pieces of about 10 s, so that memory stays flat.
_PIECE = 400
_SILENT_PCM = bytes(FRAME_SAMPLES * SAMPLE_WIDTH)


class _Span:
    """A stretch of sound and its encoder. The pieces are encoded in any thread, but in order."""

    def __init__(self) -> None:
        self._encoder = _encoder()
        self._bytes_due = 0
        self._last: Future[bytes] | None = None

    def submit(self, pool: ThreadPoolExecutor, pcm: bytes, closing: bool) -> Future[bytes]:
        """Have the span's next piece encoded once those before it are."""
        self._last = pool.submit(self._encode, pcm, closing, self._last)
        return self._last

    def _encode(self, pcm: bytes, closing: bool, before: Future[bytes] | None) -> bytes:
        if before is not None:
            before.result()
        self._bytes_due += len(pcm) // len(_SILENT_PCM) * FRAME_BYTES
        encoded = bytes(self._encoder.encode(pcm))
        if closing:
            # What the encoder still holds; of it, the frames beyond the span are silent.
            encoded = (encoded + bytes(self._encoder.flush()))[: self._bytes_due]
            if len(encoded) < self._bytes_due:
                raise EngineError("the MP3 encoder LAME returned fewer frames than it was given")
        self._bytes_due -= len(encoded)
        return encoded


def frames(segments: Iterable[AudioSegment]) -> Iterator[bytes]:
    """Yield the MP3 frames of a programme, some at a time.

    There is one frame more than the samples fill, for the encoder's delay. Segments are 48 kHz,
    16 bit, one channel.
    """
    workers = os.cpu_count() or 1
    pool = ThreadPoolExecutor(workers)
    waiting: collections.deque[bytes | Future[bytes]] = collections.deque()
    try:
        for part in _parts(_runs(segments)):
            if isinstance(part, int):
                waiting.append(_silent_frame() * part)
            else:
                span, pcm, closing = part
                waiting.append(span.submit(pool, pcm, closing))
            while len(waiting) > 4 * workers:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _result(encoded: bytes | Future[bytes]) -> bytes:
    return encoded if isinstance(encoded, bytes) else encoded.result()


def _parts(runs: Iterable[tuple[bool, Pcm]]) -> Iterator[int | tuple[_Span, bytes, bool]]:
    """Yield what the stream is made of: a number of silent frames, or a piece of a span.

    A piece is its span, its samples, and whether it closes the span.
    """
    span: _Span | None = None
    pcm = bytearray()
    silent = 0
    for sounding, run in runs:
        if not sounding:
            silent += len(run)
            continue
        if span and silent >= _SHORTEST_GAP:
            yield span, bytes(pcm) + _TAIL * _SILENT_PCM, True
            silent -= _TAIL
            span = None
        if not span:
            lead = min(silent, _LEAD)
            yield silent - lead
            span = _Span()
            pcm.clear()
            silent = lead
        pcm += silent * _SILENT_PCM
        silent = 0
        for start in range(0, len(run), _PIECE):
            pcm += run[start : start + _PIECE].tobytes()
            if len(pcm) >= _PIECE * len(_SILENT_PCM):
                yield span, bytes(pcm), False
                pcm.clear()
    if span:
        tail = min(silent, _TAIL)
        yield span, bytes(pcm) + tail * _SILENT_PCM, True
        silent -= tail
    yield silent


def _runs(segments: Iterable[AudioSegment]) -> Iterator[tuple[bool, Pcm]]:
    """Yield runs of frames, one frame a row, and whether they sound or are wholly silent."""
    for block in _blocks(segments):
        sounding = np.any(block, axis=1)
        edges = np.flatnonzero(sounding[1:] != sounding[:-1]) + 1
        for run in np.split(block, edges):
            yield bool(run.any()), run


def _blocks(segments: Iterable[AudioSegment]) -> Iterator[Pcm]:
    """Yield the samples as whole frames, one frame a row; the last one is silent throughout."""
    rest = np.zeros(0, dtype=np.int16)
    for segment in segments:
        pcm = to_pcm(segment)
        head = FRAME_SAMPLES - len(rest)
        rest = np.concatenate((rest, pcm[:head]))
        if len(rest) == FRAME_SAMPLES:
            yield rest.reshape(1, -1)
            whole = (len(pcm) - head) // FRAME_SAMPLES * FRAME_SAMPLES
            yield pcm[head : head + whole].reshape(-1, FRAME_SAMPLES)
            rest = pcm[head + whole :].copy()
    yield np.pad(rest, (0, -len(rest) % FRAME_SAMPLES + FRAME_SAMPLES)).reshape(-1, FRAME_SAMPLES)


@functools.cache
def _silent_frame() -> bytes:
    """Return a frame of silence that needs nothing from the frames before it."""
    encoder = _encoder()
    return bytes(encoder.encode(4 * _SILENT_PCM) + encoder.flush())[:FRAME_BYTES]


def _encoder() -> lameenc.Encoder:
    encoder = lameenc.Encoder()
    encoder.set_in_sample_rate(SAMPLE_RATE_HZ)
    encoder.set_channels(1)
    encoder.set_bit_rate(BITRATE_KBPS)
    encoder.set_quality(_LAME_QUALITY)
    encoder.silence()
    return encoder
