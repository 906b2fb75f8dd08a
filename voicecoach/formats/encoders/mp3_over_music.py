"""MP3 frames of a mix over music: only spans that are not kept are mixed and encoded.

A span (`voicecoach.formats.encoders.mp3_music_span`) is known by its key before it is mixed. So a
change costs only the spans in which something else is heard. They are encoded side by side, and
joined each time.
"""

import collections
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from voicecoach.audio.over_music import MixOverMusic
from voicecoach.files.store import Store
from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import Coding
from voicecoach.formats.encoders.mp3_music_span import EncodedSpan, MusicSpan, encoded, kept, spans
from voicecoach.formats.encoders.mp3_seam import find_seam, joined
from voicecoach.formats.encoders.mp3_span import EncodedFrames


def frames_over_music(
    mix: MixOverMusic, coding: Coding, store: Store | None, threads: int | None = None
) -> Iterator[EncodedFrames]:
    """Yield the MP3 frames of a mix over music, as `mp3_frames.frames` does.

    Raise `EngineError` if LAME fails or a song has changed, and whatever reading a sound raises.
    """
    before: EncodedSpan | None = None
    for encoded_alone in _encoded(mix, coding, store, threads):
        after = encoded_alone
        if before is not None:
            seam = find_seam(before.frames, after.frames)
            if seam is None:
                after = _as_one(before.frames.first, after.span, mix, coding)
                # Both encoders have begun with the same samples, and done the same up to there.
                seam = find_seam(before.frames, after.frames)
                assert seam is not None, "an encoder makes the same of the same samples"
            yield _joint(before, seam, after)
        yield after.core
        before = after
    assert before is not None, "a stream has frames"
    yield _with_crc(before.frames.between(before.span.core_end, before.span.end))


def _encoded(
    mix: MixOverMusic, coding: Coding, store: Store | None, threads: int | None
) -> Iterator[EncodedSpan]:
    """Yield each span with its frames, in order."""
    workers = threads or os.cpu_count() or 1
    pool = ThreadPoolExecutor(workers)
    pending: collections.deque[Future[EncodedSpan]] = collections.deque()
    try:
        for span in spans(mix.length_ms):
            pending.append(_submitted(span, mix, coding, store, pool))
            while len(pending) > 2 * workers:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(
    span: MusicSpan,
    mix: MixOverMusic,
    coding: Coding,
    store: Store | None,
    pool: ThreadPoolExecutor,
) -> "Future[EncodedSpan]":
    """Return a span whose frames are known, or being encoded."""
    key = span.key(mix, coding)
    known = None if store is None else kept(span, coding, store, key)
    if known is not None:
        done_already: Future[EncodedSpan] = Future()
        done_already.set_result(known)
        return done_already

    def encode() -> EncodedSpan:
        new = encoded(span, span.first, pcm, coding)
        if store is not None:
            new.keep(store, key)
        return new

    pcm = span.pcm(mix, coding)
    return pool.submit(encode)


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
