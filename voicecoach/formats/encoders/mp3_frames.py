"""MP3 frames: a programme's stream at a constant bitrate, encoded only where there is sound.

A programme is silent most of the time. A *span* of sound, with silent frames before and after it,
goes through an encoder of its own; the frames of all spans, with one silent frame repeated in
between, make up the stream. Spans are encoded in parallel: LAME does not hold the interpreter lock.

Except for coding noise, the stream decodes to what a single encoder for the whole programme would
have given. Source frame j is the samples 1152 j to 1152 j + 1151, stream frame k the kth of the
stream.

1. Frame grid. At a constant bitrate without padding, frame k is at byte k * frame length. A span
   begins with a source frame; so its encoder sees the samples as the single encoder would, only
   whole frames earlier, and its frames are in place once it has given one for each.
2. Delay and overlap. What LAME does before quantisation is linear and of finite reach: it delays
   samples by 48, filters them with 512 taps, and transforms 2 granules of 576 at a time. Added up,
   source frame j has coefficients in the stream frames j and j + 1 alone. (The rest of the delay of
   576 + 529 samples arises in decoding.) A span has `LEAD` and `TAIL` silent frames around its
   sound, or those up to the programme's beginning and at least one at its end; so its coefficients
   are those of the single encoder. Elsewhere all are 0, and 0 is quantised to 0.
3. Joins. The frames on both sides of a join have no coefficients. A decoder carries its overlap and
   filter state across; both are linear, so zeros add nothing, whatever windows the frames have. It
   also carries the bit reservoir: a frame's data may begin in earlier frames, but never end in
   later ones. A new encoder's first frame begins its data in itself, the silent frame is such a
   first frame, and the frames cut off after a span hold nothing of those before them; so no data
   crosses a join.
4. All that is left to an encoder is how it quantises, which is the noise. This depends on the sound
   around, of which a span leaves out only silence, and on the bits in the reservoir, which the
   leading silent frames fill.

By the same proof, a span's frames depend on its samples alone. So they are kept in a store, and
changing one line of a programme costs only the encoding of that line.
"""

import functools
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import Pcm, to_pcm
from voicecoach.files.store import Store
from voicecoach.formats.encoders.crc_16 import combine, crc_16
from voicecoach.formats.encoders.lame import FRAME_SAMPLES, Coding, LameEncoder
from voicecoach.formats.encoders.mp3_span import EncodedFrames, Mp3Span
from voicecoach.formats.encoders.side_by_side import Already, Coming, side_by_side

# Silent frames at the start and end of a span; for the reason, see the proof above.
LEAD = 2
TAIL = 2
# Silence splits a span if it saves more than a new encoder costs, which is as long as 20 frames.
_SHORTEST_GAP = LEAD + TAIL + 20
# From about 6 s on, a span is split wherever possible: short ones run in parallel and are kept.
_LONG = 250
_SHORTEST_GAP_IN_LONG = LEAD + TAIL + 1
# Longer spans are encoded in pieces of about 12 s, so that memory stays flat.
PIECE = 500


def frames(
    segments: Iterable[AudioSegment],
    coding: Coding,
    store: Store | None = None,
    threads: int | None = None,
) -> Iterator[EncodedFrames]:
    """Yield the MP3 frames of a programme, some at a time; spans are kept in `store`.

    `threads` encode them, one a core by default. There is one more frame than the samples fill, for
    the encoder's delay. Segments are 48 kHz, 16 bit. Raise `ValueError` if their channels differ
    from `coding`, `EngineError` if LAME fails.
    """

    def begin(pool: ThreadPoolExecutor) -> Iterator[Coming[EncodedFrames]]:
        for part in _parts(_runs(segments, coding), coding, store):
            if isinstance(part, int):
                yield from silences(coding, part)
            else:
                span, pcm, closing = part
                yield span.submit(pool, pcm, closing)

    yield from side_by_side(begin, threads)


def silences(coding: Coding, count: int) -> Iterator[Coming[EncodedFrames]]:
    """Yield so many silent frames, a piece at a time."""
    for done in range(0, count, PIECE):
        yield Already(silence(coding, min(PIECE, count - done)))


def silence(coding: Coding, count: int) -> EncodedFrames:
    """Return some silent frames."""
    return EncodedFrames(silent_frame(coding) * count, _silent_crc(coding, count))


@functools.cache
def _silent_crc(coding: Coding, count: int) -> int:
    if count < 2:
        return crc_16(silent_frame(coding) * count)
    half = count // 2
    before, behind = _silent_crc(coding, count - half), _silent_crc(coding, half)
    return combine(before, behind, half * coding.frame_bytes)


def shortest_gap(length: int) -> int:
    """Return how many silent frames end a span of `length` frames."""
    return _SHORTEST_GAP_IN_LONG if length >= _LONG else _SHORTEST_GAP


def _parts(
    runs: Iterable[tuple[bool, Pcm]], coding: Coding, store: Store | None
) -> Iterator[int | tuple[Mp3Span, bytes, bool]]:
    """Yield the parts of the stream: a number of silent frames, or a piece of a span.

    A piece is its span, its samples, and whether it is the span's last.
    """
    silent_pcm = coding.silent_pcm
    span: Mp3Span | None = None
    pcm = bytearray()
    silent = 0
    for sounding, run in runs:
        if not sounding:
            silent += len(run)
            continue
        if span and silent >= shortest_gap(len(pcm) // len(silent_pcm)):
            yield span, bytes(pcm) + TAIL * silent_pcm, True
            silent -= TAIL
            span = None
        if not span:
            lead = min(silent, LEAD)
            yield silent - lead
            span = Mp3Span(coding, store)
            pcm.clear()
            silent = lead
        pcm += silent * silent_pcm
        silent = 0
        for start in range(0, len(run), PIECE):
            pcm += run[start : start + PIECE].tobytes()
            if len(pcm) >= PIECE * len(silent_pcm):
                yield span, bytes(pcm), False
                pcm.clear()
    if span:
        tail = min(silent, TAIL)
        yield span, bytes(pcm) + tail * silent_pcm, True
        silent -= tail
    yield silent


def _runs(segments: Iterable[AudioSegment], coding: Coding) -> Iterator[tuple[bool, Pcm]]:
    """Yield runs of frames, one per row, and whether there is sound in them."""
    for block in _blocks(segments, coding):
        sounding = np.any(block, axis=1)
        edges = np.flatnonzero(sounding[1:] != sounding[:-1]) + 1
        for run in np.split(block, edges):
            yield bool(run.any()), run


def _blocks(segments: Iterable[AudioSegment], coding: Coding) -> Iterator[Pcm]:
    """Yield the samples as whole frames, one per row; the last one is all silent."""
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
    """Return a silent frame that needs no data from the frames before it."""
    encoder = LameEncoder(coding)
    return (encoder.encode(4 * coding.silent_pcm) + encoder.flush())[: coding.frame_bytes]
