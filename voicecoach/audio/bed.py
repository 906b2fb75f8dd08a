"""The bed: music under a programme, as long as it lasts.

Songs follow one another, each crossing over into the next, and begin again after the last. No more
of them is held than a crossing and a piece of the programme. Samples are floats of 32 bits, which
are as good for music and take half the time.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.ducking import Envelope
from voicecoach.audio.levels import PROGRAMME_PEAK_DB, music_gain
from voicecoach.audio.limiter import limited
from voicecoach.audio.pcm import FULL_SCALE, Samples, from_samples, to_pcm
from voicecoach.audio.songs import Song
from voicecoach.routine.sounds import Music
from voicecoach.timeline.model import Timeline
from voicecoach.units import gain, samples

# Music is mixed in so much at a time: it stays in a processor's cache.
_PIECE = samples(2000)


def channels_of(songs: Iterable[Song]) -> int:
    """Return how many channels a programme over these songs has: 2 if one of them has."""
    return max((song.channels for song in songs), default=1)


def laid_under(
    segments: Iterable[AudioSegment],
    timeline: Timeline,
    music: Music,
    songs: Sequence[Song],
    loudness_lufs: float,
) -> Iterator[AudioSegment]:
    """Yield the programme's segments, of one channel, with music under them.

    What is yielded has `channels_of` the songs and is as long altogether. `loudness_lufs` is that
    of speech. Peaks of both together are limited.
    """
    mixed = _mixed(segments, timeline, music, songs, loudness_lufs)
    for wave in limited(mixed, gain(PROGRAMME_PEAK_DB)):
        yield from_samples(wave)


def _mixed(
    segments: Iterable[AudioSegment],
    timeline: Timeline,
    music: Music,
    songs: Sequence[Song],
    loudness_lufs: float,
) -> Iterator[Samples]:
    spoken = [(line.start_ms, line.end_ms) for line in timeline.events if line.kind == "speech"]
    envelope = Envelope(spoken, music.duck_db, music.fade_ms, timeline.duration_ms)
    gains = [music_gain(song.loudness_lufs, loudness_lufs, music.gain_db) for song in songs]
    playing = _Supply(_crossing_over(songs, gains, samples(music.fade_ms)))
    position = 0
    for segment in segments:
        whole = to_pcm(segment)
        for start in range(0, len(whole), _PIECE):
            speech = whole[start : start + _PIECE]
            mixed = playing.take(len(speech))
            mixed *= envelope.gains(position, len(speech)).astype(np.float32)[:, None]
            mixed += speech[:, None] * np.float32(1 / FULL_SCALE)
            yield mixed
            position += len(speech)


class _Supply:
    """Pieces of any length out of pieces of other lengths."""

    def __init__(self, pieces: Iterator[Samples]) -> None:
        self._pieces = pieces
        self._rest = next(pieces)

    def take(self, length: int) -> Samples:
        """Return the next `length` rows."""
        taken = [self._rest]
        missing = length - len(self._rest)
        while missing > 0:
            taken.append(next(self._pieces))
            missing -= len(taken[-1])
        held = np.concatenate(taken)
        self._rest = held[length:].copy()
        return held[:length]


def _crossing_over(
    songs: Sequence[Song], gains: Sequence[float], fade_length: int
) -> Iterator[Samples]:
    """Yield the songs again and again, each in its gain and crossing over into the next.

    A crossing is `fade_length` samples, or half of the shorter song.
    """
    channels = channels_of(songs)
    ending = np.zeros((0, channels), np.float32)
    for index in itertools.cycle(range(len(songs))):
        song, following = songs[index], songs[(index + 1) % len(songs)]
        crossing = min(fade_length, song.length // 2, following.length // 2)
        kept: list[Samples] = []
        position = 0
        for piece in song.pieces(channels):
            wave = piece * np.float32(gains[index])
            begun = ending[position : position + len(wave)]
            wave[: len(begun)] *= _rising(position, len(begun), len(ending))
            wave[: len(begun)] += begun
            free = max(0, song.length - crossing - position)
            yield wave[:free]
            kept.append(wave[free:])
            position += len(wave)
        ending = np.concatenate(kept)
        ending *= _rising(0, crossing, crossing)[::-1]


def _rising(start: int, length: int, whole: int) -> Samples:
    """Return a stretch of gains that rise from 0 to 1 over `whole` samples, a row each.

    Rising and falling gains add up to one power, as music that crosses over needs it.
    """
    time = (start + np.arange(length) + 0.5) / max(1, whole)
    return np.sin(np.pi / 2 * time)[:, None].astype(np.float32)
