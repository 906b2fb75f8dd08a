"""MP3 frames of a mix over music: only sections that are not kept are mixed and encoded.

With music something sounds all the time, so the stream is cut where it sounds: into sections of
about ten seconds, always at the same places, each encoded by an encoder of its own, side by side.
It begins some frames before the section and ends after it, so that
`voicecoach.formats.encoders.mp3_seam` finds where its frames can follow those of the section
before. What is kept of a section does not depend on its neighbours; it is joined with them anew.

A section is known by its key before it is mixed. A change costs only the sections in which
something else is heard.
"""

import collections
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import astuple, dataclass

from voicecoach.audio.over_music import MixOverMusic
from voicecoach.files.store import Store, digest
from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import FRAME_SAMPLES, Coding, lame_version
from voicecoach.formats.encoders.mp3_seam import Frames, find_seam, joined
from voicecoach.formats.encoders.mp3_span import EncodedFrames, Mp3Span
from voicecoach.units import SAMPLES_PER_MS

# Increment it when the mixing or the encoding, or what is stored of a section, changes.
_VERSION = 1
_FRAME_MS = FRAME_SAMPLES // SAMPLES_PER_MS
_SECTION = 400
# Encoded in front of a section: time for a new encoder's reservoir to fill.
_LEAD = 32
# Encoded after what is kept: an encoder looks less than two frames ahead.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class _Section:
    """Frames from number `first` on, which is that of its lead, up to `end`.

    The last one is the first of the next section. Sound up to frame `sound_end` is encoded.
    """

    first: int
    end: int
    sound_end: int

    def key(self, mix: MixOverMusic, coding: Coding) -> str:
        """Return the key of its frames: a digest of everything they depend on."""
        lengths = [self.end - self.first, self.sound_end - self.first]
        sounds = mix.key(*self._heard_ms(mix))
        parts = {"encoder": lame_version(), "coding": astuple(coding), "sections": _VERSION}
        return digest({**parts, "lengths": lengths, "sounds": sounds})

    def pcm(self, mix: MixOverMusic, coding: Coding) -> bytes:
        """Return its samples, in whole frames; it is silent after the programme's end."""
        pcm: bytes = mix.between(*self._heard_ms(mix)).raw_data
        return pcm.ljust((self.sound_end - self.first) * len(coding.silent_pcm), b"\0")

    def _heard_ms(self, mix: MixOverMusic) -> tuple[int, int]:
        return self.first * _FRAME_MS, min(mix.length_ms, self.sound_end * _FRAME_MS)


def frames_of_sections(
    mix: MixOverMusic, coding: Coding, store: Store | None, threads: int | None = None
) -> Iterator[EncodedFrames]:
    """Yield the MP3 frames of a mix over music, as `mp3_frames.frames` does.

    Raise `EngineError` if LAME fails or a song has changed, and whatever reading a sound raises.
    """
    before: tuple[list[_Section], Frames] | None = None
    written = 0
    for section, frames in _encoded(mix, coding, store, threads):
        sections = [section]
        if before is not None:
            seam = find_seam(before[1], frames)
            if seam is None:
                sections = [*before[0], section]
                frames = _as_one(sections, mix, coding)
                # Both encoders have begun with the same samples, and done the same so far.
                seam = find_seam(before[1], frames)
                assert seam is not None, "an encoder makes the same of the same samples"
            yield _with_crc(joined(before[1], written, seam, frames))
            written = seam
        before = sections, frames
    assert before is not None, "a stream has frames"
    yield _with_crc(before[1].between(written, before[1].end))


def _encoded(
    mix: MixOverMusic, coding: Coding, store: Store | None, threads: int | None
) -> Iterator[tuple[_Section, Frames]]:
    """Yield each section with its frames, in order."""
    workers = threads or os.cpu_count() or 1
    pool = ThreadPoolExecutor(workers)
    pending: collections.deque[tuple[_Section, Future[bytes]]] = collections.deque()
    try:
        for section in _sections(mix):
            pending.append((section, _submitted(section, mix, coding, store, pool)))
            while len(pending) > 2 * workers:
                first, future = pending.popleft()
                yield first, Frames(coding, first.first, future.result())
        for section, future in pending:
            yield section, Frames(coding, section.first, future.result())
    finally:
        pool.shutdown(cancel_futures=True)


def _sections(mix: MixOverMusic) -> Iterator[_Section]:
    # One more than the samples fill, for the encoder's delay.
    count = -(-mix.length_ms // _FRAME_MS) + 1
    for start in range(0, count, _SECTION):
        end = start + _SECTION + 1
        yield _Section(max(0, start - _LEAD), min(count, end), min(count, end + _AHEAD))


def _submitted(
    section: _Section,
    mix: MixOverMusic,
    coding: Coding,
    store: Store | None,
    pool: ThreadPoolExecutor,
) -> "Future[bytes]":
    """Return the frames of a section: they are known, or being encoded."""
    size_bytes = (section.end - section.first) * coding.frame_bytes
    key = section.key(mix, coding)
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

    pcm = section.pcm(mix, coding)
    return pool.submit(encode)


def _as_one(sections: Sequence[_Section], mix: MixOverMusic, coding: Coding) -> Frames:
    """Return the frames of sections that follow one another, made by one encoder."""
    first = sections[0].first
    pcm = bytearray()
    for section in sections:
        known = len(pcm) - (section.first - first) * len(coding.silent_pcm)
        pcm += section.pcm(mix, coding)[max(0, known) :]
    frames = Mp3Span(coding, None).encode(bytes(pcm))
    return Frames(coding, first, frames[: (sections[-1].end - first) * coding.frame_bytes])


def _with_crc(frames: bytes) -> EncodedFrames:
    return EncodedFrames(frames, crc_16(frames))
