"""The music bed: music under the whole programme.

Songs follow one another, each crossfading into the next, and start over after the last. No more of
them is held in memory than a crossfade and a piece of the programme. Samples are 32-bit floats,
which are precise enough for music and take half the time.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.ducking import Envelope
from voicecoach.audio.levels import PROGRAMME_PEAK_DB
from voicecoach.audio.limiter import limit
from voicecoach.audio.pcm import FULL_SCALE, Samples, from_samples, to_pcm
from voicecoach.audio.songs import Song
from voicecoach.routine.sounds import Music
from voicecoach.timeline.model import Timeline
from voicecoach.units import gain, samples

# Mixed at a time: so much stays in a processor's cache.
_PIECE = samples(2000)


def channels_of(songs: Iterable[Song]) -> int:
    """Return the number of channels of a programme over these songs: 2 if one of them has 2."""
    return max((song.channels for song in songs), default=1)


def lay_under(
    segments: Iterable[AudioSegment],
    timeline: Timeline,
    music: Music,
    songs: Sequence[Song],
    loudness_lufs: float,
) -> Iterator[AudioSegment]:
    """Yield the programme's mono segments with music under them, peaks limited.

    The result has `channels_of` the songs and the same total length. `loudness_lufs` is that of
    the speech.
    """
    spoken = [(line.start_ms, line.end_ms) for line in timeline.events if line.kind == "speech"]
    envelope = Envelope(spoken, music.duck_db, music.fade_ms, timeline.duration_ms)
    music_lufs = loudness_lufs + music.gain_db
    gains = [gain(music_lufs - song.loudness_lufs) for song in songs]
    bed = _Buffer(_crossfade(songs, gains, samples(music.fade_ms)))
    for wave in limit(_mix(segments, bed, envelope), gain(PROGRAMME_PEAK_DB)):
        yield from_samples(wave)


def _mix(segments: Iterable[AudioSegment], bed: "_Buffer", envelope: Envelope) -> Iterator[Samples]:
    position = 0
    for segment in segments:
        pcm = to_pcm(segment)
        for start in range(0, len(pcm), _PIECE):
            speech = pcm[start : start + _PIECE]
            mixed = bed.take(len(speech))
            mixed *= envelope.gains(position, len(speech)).astype(np.float32)[:, None]
            mixed += speech[:, None] * np.float32(1 / FULL_SCALE)
            yield mixed
            position += len(speech)


class _Buffer:
    """Cuts pieces of any length out of a stream of pieces of other lengths."""

    def __init__(self, pieces: Iterator[Samples]) -> None:
        self._pieces = pieces
        self._rest = next(pieces)

    def take(self, length: int) -> Samples:
        """Return the next `length` rows."""
        pieces = [self._rest]
        missing = length - len(self._rest)
        while missing > 0:
            pieces.append(next(self._pieces))
            missing -= len(pieces[-1])
        joined = np.concatenate(pieces)
        self._rest = joined[length:].copy()
        return joined[:length]


def _crossfade(
    songs: Sequence[Song], gains: Sequence[float], fade_length: int
) -> Iterator[Samples]:
    """Yield the songs over and over, each at its gain and crossfading into the next.

    A crossfade takes `fade_length` samples, or half of the shorter song.
    """
    channels = channels_of(songs)
    ending = np.zeros((0, channels), np.float32)
    for index in itertools.cycle(range(len(songs))):
        song, following = songs[index], songs[(index + 1) % len(songs)]
        fade = min(fade_length, song.length // 2, following.length // 2)
        tail: list[Samples] = []
        position = 0
        for piece in song.pieces(channels):
            wave = piece * np.float32(gains[index])
            overlap = ending[position : position + len(wave)]
            wave[: len(overlap)] *= _fade_in(position, len(overlap), len(ending))
            wave[: len(overlap)] += overlap
            free = max(0, song.length - fade - position)
            yield wave[:free]
            tail.append(wave[free:])
            position += len(wave)
        ending = np.concatenate(tail)
        ending *= _fade_in(0, fade, fade)[::-1]


def _fade_in(start: int, length: int, fade_length: int) -> Samples:
    """Return gains, a row each, from a rise from 0 to 1 over `fade_length` samples.

    The powers of rising and falling gains add up to 1, as a crossfade of music needs.
    """
    time = (start + np.arange(length) + 0.5) / max(1, fade_length)
    return np.sin(np.pi / 2 * time)[:, None].astype(np.float32)
