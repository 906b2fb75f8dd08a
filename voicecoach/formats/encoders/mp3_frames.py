"""MP3 frames: a programme's stream at a constant bitrate, encoded only where there is sound.

A programme is silent most of the time. A *span* of sound, with silent frames before and after it,
goes through an encoder of its own; its frames, and between spans one frame of silence again and
again, make up the stream. Spans are encoded side by side: LAME does not hold the interpreter's
lock.

The stream decodes to what one encoder for the whole programme would have given, but for coding
noise. Source frame j is the samples 1152 j to 1152 j + 1151, stream frame k the kth of the stream.

1. Frame grid. At a constant bitrate without padding, frame k lies at byte k * frame length. A span
   begins with a source frame; so its encoder sees the samples as the one encoder would, only whole
   frames earlier, and its frames lie where they belong once it has given one for each.
2. Delay and overlap. What LAME does before it quantises is linear and of finite reach: it holds
   samples back by 48, filters them with 512 taps, and transforms 2 granules of 576 at a time.
   Counted through, source frame j has coefficients in the stream frames j and j + 1 alone. (The
   rest of the delay of 576 + 529 samples arises in decoding.) So in a span, which holds `_LEAD`
   and `_TAIL` silent frames around its sound, or those up to the programme's beginning and at least
   one at its end, the coefficients are those of the one encoder. Elsewhere all are 0, and 0 is
   quantised to 0.
3. Joins. On both sides of a join lies a frame without coefficients. A decoder carries on its
   overlap and its filter, which are linear: zeros add nothing, whatever windows the frames have.
   And it carries on the bit reservoir: a frame's data may begin in frames before it, but never end
   in later ones. A new encoder's first frame begins its data in itself, the silent frame is such a
   first frame, and the frames that are cut off behind a span hold nothing of those before them; so
   no data lies across a join.
4. What is left to an encoder is how it quantises, that is the noise. For that it goes by the sound
   around, of which a span leaves out only silence, and by the bits in the reservoir, which the
   silent frames in front fill.

By the same proof a span's frames depend on its samples alone. So they are kept in a store, and a
programme in which one line was changed costs the encoding of that line.
"""

import collections
import functools
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import Pcm, to_pcm
from voicecoach.files.store import Store
from voicecoach.formats.encoders.crc_16 import crc_16, repeated
from voicecoach.formats.encoders.lame import FRAME_SAMPLES, Coding, LameEncoder
from voicecoach.formats.encoders.mp3_span import Encoded, Span

# Silent frames that belong to a span; why two, the proof above says.
_LEAD = 2
_TAIL = 2
# Silence is left out of a span where it is worth an encoder, which takes as long as 20 frames.
_SHORTEST_GAP = _LEAD + _TAIL + 20
# From about 6 s on, a span ends where it can: short ones are encoded side by side and kept.
_LONG = 250
_SHORTEST_GAP_IN_LONG = _LEAD + _TAIL + 1
# Spans that go on are encoded in pieces of about 12 s, so that memory stays flat.
_PIECE = 500


def frames(
    segments: Iterable[AudioSegment], coding: Coding, store: Store | None = None
) -> Iterator[Encoded]:
    """Yield the MP3 frames of a programme, some at a time; spans are kept in `store`.

    There is one frame more than the samples fill, for the encoder's delay. Segments are 48 kHz,
    16 bit. Raise `ValueError` if one has other channels than `coding`, `EngineError` if LAME fails.
    """
    workers = os.cpu_count() or 1
    pool = ThreadPoolExecutor(workers)
    waiting: collections.deque[Encoded | Future[Encoded]] = collections.deque()
    try:
        for part in _parts(_runs(segments, coding), coding, store):
            if isinstance(part, int):
                waiting.extend(_silences(coding, part))
            else:
                span, pcm, closing = part
                waiting.append(span.submit(pool, pcm, closing))
            while len(waiting) > 4 * workers:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _result(encoded: Encoded | Future[Encoded]) -> Encoded:
    return encoded if isinstance(encoded, Encoded) else encoded.result()


def _silences(coding: Coding, count: int) -> Iterator[Encoded]:
    for done in range(0, count, _PIECE):
        yield _silence(coding, min(_PIECE, count - done))


@functools.lru_cache(maxsize=2)
def _silence(coding: Coding, count: int) -> Encoded:
    silent = silent_frame(coding)
    return Encoded(silent * count, repeated(_silent_crc(coding), len(silent), count))


@functools.cache
def _silent_crc(coding: Coding) -> int:
    return crc_16(silent_frame(coding))


def _parts(
    runs: Iterable[tuple[bool, Pcm]], coding: Coding, store: Store | None
) -> Iterator[int | tuple[Span, bytes, bool]]:
    """Yield what the stream is made of: a number of silent frames, or a piece of a span.

    A piece is its span, its samples, and whether it closes the span.
    """
    silent_pcm = coding.silent_pcm
    span: Span | None = None
    pcm = bytearray()
    silent = 0
    for sounding, run in runs:
        if not sounding:
            silent += len(run)
            continue
        long = len(pcm) >= _LONG * len(silent_pcm)
        if span and silent >= (_SHORTEST_GAP_IN_LONG if long else _SHORTEST_GAP):
            yield span, bytes(pcm) + _TAIL * silent_pcm, True
            silent -= _TAIL
            span = None
        if not span:
            lead = min(silent, _LEAD)
            yield silent - lead
            span = Span(coding, store)
            pcm.clear()
            silent = lead
        pcm += silent * silent_pcm
        silent = 0
        for start in range(0, len(run), _PIECE):
            pcm += run[start : start + _PIECE].tobytes()
            if len(pcm) >= _PIECE * len(silent_pcm):
                yield span, bytes(pcm), False
                pcm.clear()
    if span:
        tail = min(silent, _TAIL)
        yield span, bytes(pcm) + tail * silent_pcm, True
        silent -= tail
    yield silent


def _runs(segments: Iterable[AudioSegment], coding: Coding) -> Iterator[tuple[bool, Pcm]]:
    """Yield runs of frames, one frame a row, and whether they sound or are wholly silent."""
    for block in _blocks(segments, coding):
        sounding = np.any(block, axis=1)
        edges = np.flatnonzero(sounding[1:] != sounding[:-1]) + 1
        for run in np.split(block, edges):
            yield bool(run.any()), run


def _blocks(segments: Iterable[AudioSegment], coding: Coding) -> Iterator[Pcm]:
    """Yield the samples as whole frames, one frame a row; the last one is silent throughout."""
    width = FRAME_SAMPLES * coding.channels
    rest = np.zeros(0, dtype=np.int16)
    for segment in segments:
        if segment.channels != coding.channels:
            raise ValueError(f"a segment has {segment.channels} channels, not {coding.channels}")
        pcm = to_pcm(segment).reshape(-1)
        head = width - len(rest)
        rest = np.concatenate((rest, pcm[:head]))
        if len(rest) == width:
            yield rest.reshape(1, -1)
            whole = (len(pcm) - head) // width * width
            yield pcm[head : head + whole].reshape(-1, width)
            rest = pcm[head + whole :].copy()
    yield np.pad(rest, (0, -len(rest) % width + width)).reshape(-1, width)


@functools.cache
def silent_frame(coding: Coding) -> bytes:
    """Return a frame of silence that needs nothing from the frames before it."""
    encoder = LameEncoder(coding)
    return (encoder.encode(4 * coding.silent_pcm) + encoder.flush())[: coding.frame_bytes]
