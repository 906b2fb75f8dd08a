"""MP3 frames of a mix over music: only spans that are not kept are mixed and encoded.

With music something sounds all the time, so the stream is cut where it sounds: into spans of about
ten seconds, always at the same places. Each has an encoder of its own, and they work side by side.
An encoder begins some frames before its span and ends after it, so that
`voicecoach.formats.encoders.mp3_seam` finds where its frames can follow those of the span before.
What is kept of a span does not depend on its neighbours; it is joined with them each time.

A span is known by its key before it is mixed. So a change costs only the spans in which something
else is heard.
"""

import collections
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import astuple, dataclass

from voicecoach.audio.over_music import MixOverMusic
from voicecoach.files.store import Store, digest
from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import FRAME_SAMPLES, Coding, lame_version
from voicecoach.formats.encoders.mp3_seam import Frames, find_seam, joined
from voicecoach.formats.encoders.mp3_span import EncodedFrames, Mp3Span
from voicecoach.units import SAMPLES_PER_MS

# Increment it when the mixing or the encoding, or what is stored of a span, changes.
_VERSION = 1
_FRAME_MS = FRAME_SAMPLES // SAMPLES_PER_MS
# In frames, as what follows. The longer a span is, the more of it stays the same and is encoded
# again; the shorter, the more are the frames around it.
_SPAN = 400
# Encoded in front of a span: the time in which a new encoder's reservoir is filled.
_LEAD = 32
# Encoded after what is kept: an encoder looks less than two frames ahead.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class _Span:
    """The frames that are kept of a span: its lead from number `first` on, and it, up to `end`.

    The last one is the first of the next span. What sounds is encoded up to frame `sound_end`.
    """

    first: int
    end: int
    sound_end: int

    def key(self, mix: MixOverMusic, coding: Coding) -> str:
        """Return the key of its frames: a digest of everything they depend on."""
        lengths = [self.end - self.first, self.sound_end - self.first]
        sounds = mix.key(*self._heard_ms(mix))
        parts = {"encoder": lame_version(), "coding": astuple(coding), "spans": _VERSION}
        return digest({**parts, "lengths": lengths, "sounds": sounds})

    def pcm(self, mix: MixOverMusic, coding: Coding) -> bytes:
        """Return its samples, in whole frames; it is silent after the programme's end."""
        pcm: bytes = mix.between(*self._heard_ms(mix)).raw_data
        return pcm.ljust((self.sound_end - self.first) * len(coding.silent_pcm), b"\0")

    def _heard_ms(self, mix: MixOverMusic) -> tuple[int, int]:
        return self.first * _FRAME_MS, min(mix.length_ms, self.sound_end * _FRAME_MS)


def frames_over_music(
    mix: MixOverMusic, coding: Coding, store: Store | None, threads: int | None = None
) -> Iterator[EncodedFrames]:
    """Yield the MP3 frames of a mix over music, as `mp3_frames.frames` does.

    Raise `EngineError` if LAME fails or a song has changed, and whatever reading a sound raises.
    """
    before: Frames | None = None
    written = 0
    for span, frames in _encoded(mix, coding, store, threads):
        following = frames
        if before is not None:
            seam = find_seam(before, following)
            if seam is None:
                following = _as_one(before.first, span, mix, coding)
                # Both encoders have begun with the same samples, and done the same up to there.
                seam = find_seam(before, following)
                assert seam is not None, "an encoder makes the same of the same samples"
            yield _with_crc(joined(before, written, seam, following))
            written = seam
        before = following
    assert before is not None, "a stream has frames"
    yield _with_crc(before.between(written, before.end))


def _encoded(
    mix: MixOverMusic, coding: Coding, store: Store | None, threads: int | None
) -> Iterator[tuple[_Span, Frames]]:
    """Yield each span with its frames, in order."""
    workers = threads or os.cpu_count() or 1
    pool = ThreadPoolExecutor(workers)
    pending: collections.deque[tuple[_Span, Future[bytes]]] = collections.deque()
    try:
        for span in _spans(mix):
            pending.append((span, _submitted(span, mix, coding, store, pool)))
            while len(pending) > 2 * workers:
                yield _done(*pending.popleft(), coding)
        while pending:
            yield _done(*pending.popleft(), coding)
    finally:
        pool.shutdown(cancel_futures=True)


def _done(span: _Span, frames: "Future[bytes]", coding: Coding) -> tuple[_Span, Frames]:
    return span, Frames(coding, span.first, frames.result())


def _spans(mix: MixOverMusic) -> Iterator[_Span]:
    # One more than the samples fill, for the encoder's delay.
    count = -(-mix.length_ms // _FRAME_MS) + 1
    for start in range(0, count, _SPAN):
        end = start + _SPAN + 1
        yield _Span(max(0, start - _LEAD), min(count, end), min(count, end + _AHEAD))


def _submitted(
    span: _Span,
    mix: MixOverMusic,
    coding: Coding,
    store: Store | None,
    pool: ThreadPoolExecutor,
) -> "Future[bytes]":
    """Return the frames of a span: they are known, or being encoded."""
    size_bytes = (span.end - span.first) * coding.frame_bytes
    key = span.key(mix, coding)
    kept = None if store is None else store.get("span", key)
    if kept is not None and len(kept) == size_bytes:
        known: Future[bytes] = Future()
        known.set_result(kept)
        return known

    def encode() -> bytes:
        frames = Mp3Span(coding, None).encode(pcm)[:size_bytes]
        if store is not None:
            store.put("span", key, frames)
        return frames

    pcm = span.pcm(mix, coding)
    return pool.submit(encode)


def _as_one(first: int, last: _Span, mix: MixOverMusic, coding: Coding) -> Frames:
    """Return the frames of several spans, made by one encoder that begins with frame `first`."""
    pcm = bytearray()
    for span in _spans(mix):
        if first <= span.first <= last.first:
            known = len(pcm) - (span.first - first) * len(coding.silent_pcm)
            pcm += span.pcm(mix, coding)[known:]
    frames = Mp3Span(coding, None).encode(bytes(pcm))
    return Frames(coding, first, frames[: (last.end - first) * coding.frame_bytes])


def _with_crc(frames: bytes) -> EncodedFrames:
    return EncodedFrames(frames, crc_16(frames))
