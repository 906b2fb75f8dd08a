"""Spans over music: where they lie, what they are known by, and their frames.

With music something sounds all the time, so the stream is cut where it sounds: into spans of about
ten seconds, always at the same places, each with an encoder of its own. It begins some frames
before its span and ends after it, so that `voicecoach.formats.encoders.mp3_seam` finds where its
frames can follow those of the span before. What is kept of a span does not depend on its
neighbours.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import astuple

from voicecoach.audio.over_music import MixOverMusic
from voicecoach.files.store import Store, digest
from voicecoach.formats.encoders import mp3_span
from voicecoach.formats.encoders.crc_16 import crc_16
from voicecoach.formats.encoders.lame import FRAME_SAMPLES, Coding, lame_version
from voicecoach.formats.encoders.mp3_seam import REACH, Frames
from voicecoach.formats.encoders.mp3_span import EncodedFrames, Mp3Span
from voicecoach.units import SAMPLES_PER_MS

# Increment it when the mixing or the encoding, or what is stored of a span, changes.
_VERSION = 2
_FRAME_MS = FRAME_SAMPLES // SAMPLES_PER_MS
# In frames, as what follows. The longer a span is, the more of it is encoded again though it stays
# the same; the shorter, the more are the frames around it.
_SPAN = 400
# Encoded in front of a span: the time in which a new encoder's reservoir is filled.
_LEAD = 32
# Encoded after what is kept: an encoder looks less than two frames ahead.
_AHEAD = 2


class MusicSpan(Struct, frozen=True):
    """A span of frames from number `start` on, and what is encoded of it and around it.

    Kept are the frames from `first` on, where its lead begins, up to `end`, the last of which is
    the first of the next span. What sounds is encoded up to frame `sound_end`.
    """

    first: int
    start: int
    end: int
    sound_end: int

    @property
    def core_end(self) -> int:
        """The end of the frames from `start` on that are the same whatever they are joined with."""
        return max(self.start, self.end - 1 - _LEAD - REACH)

    def key(self, mix: MixOverMusic, coding: Coding) -> str:
        """Return the key of its frames: a digest of everything they depend on."""
        lengths = [self.start - self.first, self.end - self.first, self.sound_end - self.first]
        sounds = mix.key(*self._heard_ms(mix))
        parts = {"encoder": lame_version(), "coding": astuple(coding), "over music": _VERSION}
        return digest({**parts, "lengths": lengths, "sounds": sounds})

    def pcm(self, mix: MixOverMusic, coding: Coding) -> bytes:
        """Return its samples, in whole frames; it is silent after the programme's end."""
        pcm: bytes = mix.between(*self._heard_ms(mix)).raw_data
        return pcm.ljust((self.sound_end - self.first) * len(coding.silent_pcm), b"\0")

    def _heard_ms(self, mix: MixOverMusic) -> tuple[int, int]:
        return self.first * _FRAME_MS, min(mix.length_ms, self.sound_end * _FRAME_MS)


class EncodedSpan(Struct, frozen=True):
    """A span and its frames; those of spans before it are among them if they have one encoder.

    `core_crc` is the `crc_16` of its core.
    """

    span: MusicSpan
    frames: Frames
    core_crc: int

    @property
    def core(self) -> EncodedFrames:
        """The frames that are the same whatever they are joined with."""
        return EncodedFrames(_core(self.span, self.frames), self.core_crc)

    def keep(self, store: Store, key: str) -> None:
        """Store it under its key."""
        mp3_span.keep(store, key, self.frames.data, self.core_crc)


def spans(length_ms: int) -> Iterator[MusicSpan]:
    """Yield the spans of a programme."""
    # One more than the samples fill, for the encoder's delay.
    count = -(-length_ms // _FRAME_MS) + 1
    for start in range(0, count, _SPAN):
        end = start + _SPAN + 1
        yield MusicSpan(max(0, start - _LEAD), start, min(count, end), min(count, end + _AHEAD))


def encoded(span: MusicSpan, first: int, pcm: bytes, coding: Coding) -> EncodedSpan:
    """Return a span with the frames of samples that begin with frame `first`.

    Raise `EngineError` if LAME fails.
    """
    data = Mp3Span(coding, None).encode(pcm)[: (span.end - first) * coding.frame_bytes]
    frames = Frames(coding, first, data)
    return EncodedSpan(span, frames, crc_16(_core(span, frames)))


def kept(span: MusicSpan, coding: Coding, store: Store, key: str) -> EncodedSpan | None:
    """Return a span that is stored, or None."""
    found = mp3_span.kept(store, key, (span.end - span.first) * coding.frame_bytes)
    if found is None:
        return None
    return EncodedSpan(span, Frames(coding, span.first, found.frames), found.crc)


def _core(span: MusicSpan, frames: Frames) -> bytes:
    return frames.between(span.start, span.core_end)
