"""MP3 frames of a mix over music: only spans that are not kept are mixed and encoded.

A span (`voicecoach.formats.encoders.mp3_music_span`) is known by its key before it is mixed. So a
change costs only the spans in which something else is heard. They are encoded side by side, and
joined each time.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from voicecoach.audio.over_music import MixOverMusic
from voicecoach.files.store import Store
from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import Coding
from voicecoach.formats.encoders.mp3_music_span import EncodedSpan, MusicSpan, encoded, kept, spans
from voicecoach.formats.encoders.mp3_seam import find_seam, joined
from voicecoach.formats.encoders.mp3_span import EncodedFrames
from voicecoach.formats.encoders.side_by_side import Already, Coming, side_by_side
from voicecoach.problems import EngineError

# Each has ten seconds of two channels.
_AHEAD = 2


def frames_over_music(
    mix: MixOverMusic, coding: Coding, store: Store | None, threads: int | None = None
) -> Iterator[EncodedFrames]:
    """Yield the MP3 frames of a mix over music, as `mp3_frames.frames` does.

    Raise `EngineError` if LAME fails or a song has changed, and whatever reading a sound raises.
    """
    before: EncodedSpan | None = None
    for alone in _encoded(mix, coding, store, threads):
        after = alone
        if before is not None:
            after, seam = _with_seam(before, alone, mix, coding)
            yield _joint(before, seam, after)
        yield after.core
        before = after
    assert before is not None, "a stream has frames"
    yield _with_crc(before.frames.between(before.span.core_end, before.span.end))


def _encoded(
    mix: MixOverMusic, coding: Coding, store: Store | None, threads: int | None
) -> Iterator[EncodedSpan]:
    """Yield each span with its frames, in order."""

    def begin(pool: ThreadPoolExecutor) -> Iterator[Coming[EncodedSpan]]:
        for span in spans(mix.length_ms):
            yield _submitted(span, mix, coding, store, pool)

    yield from side_by_side(begin, threads, _AHEAD)


def _submitted(
    span: MusicSpan,
    mix: MixOverMusic,
    coding: Coding,
    store: Store | None,
    pool: ThreadPoolExecutor,
) -> Coming[EncodedSpan]:
    """Return a span whose frames are known, or being encoded."""
    key = span.key(mix, coding)
    known = None if store is None else kept(span, coding, store, key)
    if known is not None:
        return Already(known)

    def encode() -> EncodedSpan:
        new = encoded(span, span.first, pcm, coding)
        if store is not None:
            new.keep(store, key)
        return new

    pcm = span.pcm(mix, coding)
    return pool.submit(encode)


def _with_seam(
    before: EncodedSpan, alone: EncodedSpan, mix: MixOverMusic, coding: Coding
) -> tuple[EncodedSpan, int]:
    """Return a span that can follow another one, and from which frame on it does."""
    seam = find_seam(before.frames, alone.frames)
    if seam is not None:
        return alone, seam
    # Two encoders that begin with the same samples do the same up to there.
    after = _as_one(before.frames.first, alone.span, mix, coding)
    seam = find_seam(before.frames, after.frames)
    if seam is None:
        raise EngineError("the cache holds other sound than it should", "voicecoach cache clear")
    return after, seam


def _as_one(first: int, last: MusicSpan, mix: MixOverMusic, coding: Coding) -> EncodedSpan:
    """Return a span with those before it, made by one encoder that begins with frame `first`."""
    pcm = bytearray()
    for span in spans(mix.length_ms):
        if first <= span.first <= last.first:
            known = len(pcm) - (span.first - first) * len(coding.silent_pcm)
            pcm += span.pcm(mix, coding)[known:]
    return encoded(last, first, bytes(pcm), coding)


def _joint(before: EncodedSpan, seam: int, after: EncodedSpan) -> EncodedFrames:
    """Return the frames between the cores of two spans."""
    frames = joined(before.frames, before.span.core_end, seam, after.frames)
    return _with_crc(frames + after.frames.between(seam, after.span.start))


def _with_crc(frames: bytes) -> EncodedFrames:
    return EncodedFrames(frames, crc_16(frames))
