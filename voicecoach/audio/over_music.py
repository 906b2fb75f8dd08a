"""A mix over music: a programme's sound with the music bed under it, its peaks limited.

Any part of it can be had, or known by its key, without what is before it.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.bed import Bed
from voicecoach.audio.ducking import Envelope
from voicecoach.audio.levels import PROGRAMME_PEAK_DB
from voicecoach.audio.limiter import REACH_MS, limit
from voicecoach.audio.mixing import Mix
from voicecoach.audio.pcm import FULL_SCALE, Samples, from_samples, join
from voicecoach.audio.song_reader import SongReader
from voicecoach.audio.songs import Song
from voicecoach.routine.sounds import Music
from voicecoach.timeline.model import Timeline
from voicecoach.units import gain, samples

# A mix is yielded in parts of this length.
_PART_MS = 10_000
# Mixed at a time: so much stays in a processor's cache.
_PIECE_MS = 2000


class MixOverMusic:
    """A programme's sound with music under it. To iterate over it yields all of it, in parts.

    It has as many channels as the bed, and is as long as the mix, whose `on_reached` is called.
    """

    def __init__(self, mix: Mix, bed: Bed, envelope: Envelope) -> None:
        self.length_ms = mix.length_ms
        self.channels = bed.channels
        self._mix = mix
        self._bed = bed
        self._envelope = envelope

    def key(self, start_ms: int, end_ms: int) -> list[object]:
        """Return what the samples between two moments depend on, as JSON data."""
        first_ms, last_ms = self._reach_ms(start_ms, end_ms)
        envelope = self._envelope.between(first_ms, last_ms)
        return [
            start_ms - first_ms,
            end_ms - first_ms,
            self._mix.key(first_ms, last_ms),
            self._bed.key(samples(first_ms), samples(last_ms)),
            envelope.levels_db,
            envelope.fades,
        ]

    def between(self, start_ms: int, end_ms: int) -> AudioSegment:
        """Return the samples between two moments.

        Raise `EngineError` if a song has changed since it was measured, and whatever reading a
        sound raises.
        """
        self._mix.on_reached(start_ms)
        first_ms, last_ms = self._reach_ms(start_ms, end_ms)
        limited = limit(self._mixed(first_ms, last_ms), gain(PROGRAMME_PEAK_DB))
        return join(map(from_samples, limited))[start_ms - first_ms : end_ms - first_ms]

    def __iter__(self) -> Iterator[AudioSegment]:
        for start_ms in range(0, self.length_ms, _PART_MS):
            yield self.between(start_ms, min(start_ms + _PART_MS, self.length_ms))

    def _mixed(self, start_ms: int, end_ms: int) -> Iterator[Samples]:
        """Yield the samples between two moments as they are before they are limited."""
        bed = self._bed.between(samples(start_ms), samples(end_ms))
        envelope = self._envelope.between(start_ms, end_ms)
        for at_ms in range(0, end_ms - start_ms, _PIECE_MS):
            piece_end_ms = min(at_ms + _PIECE_MS, end_ms - start_ms)
            piece = bed[samples(at_ms) : samples(piece_end_ms)]
            piece *= envelope.gains(at_ms, piece_end_ms).astype(np.float32)[:, None]
            speech = self._mix.between(start_ms + at_ms, start_ms + piece_end_ms)
            piece += speech[:, None] * np.float32(1 / FULL_SCALE)
            yield piece

    def _reach_ms(self, start_ms: int, end_ms: int) -> tuple[int, int]:
        """Return the moments between which everything counts for what is between these two."""
        return max(0, start_ms - REACH_MS), min(self.length_ms, end_ms + REACH_MS)


@contextmanager
def lay_under(
    mix: Mix, timeline: Timeline, music: Music, songs: Sequence[Song], loudness_lufs: float
) -> Iterator[MixOverMusic]:
    """Yield a programme's sound with music under it, which is to be read within the block.

    `loudness_lufs` is that of the speech.
    """
    spoken = [(line.start_ms, line.end_ms) for line in timeline.events if line.kind == "speech"]
    envelope = Envelope(spoken, music.duck_db, music.fade_ms, timeline.duration_ms)
    music_lufs = loudness_lufs + music.gain_db
    gains = [gain(music_lufs - song.loudness_lufs) for song in songs]
    with ExitStack() as copies:
        bed = Bed(songs, gains, samples(music.fade_ms), SongReader(copies))
        yield MixOverMusic(mix, bed, envelope)
