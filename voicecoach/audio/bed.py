"""The music bed: songs that follow one another, each crossfading into the next, over and over.

Where each is heard is known from their lengths, so any part of the bed can be had, and known by its
key, without what is before it. Samples are 32-bit floats, which are precise enough for music and
take half the time.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from msgspec import Struct

from voicecoach.audio.pcm import Samples
from voicecoach.audio.song_reader import SongReader
from voicecoach.audio.songs import Song


def channels_of(songs: Iterable[Song]) -> int:
    """Return the number of channels of a programme over these songs: 2 if one of them has 2."""
    return max((song.channels for song in songs), default=1)


class _PlacedSong(Struct, frozen=True):
    """A song in a part of the bed: it begins at sample `start` of it, or before it.

    A fade is as long as this, or 0 if it is not heard in the part.
    """

    song: Song
    gain: float
    start: int
    fade_in: int
    fade_out: int

    def key(self) -> list[object]:
        """Return what its samples in the part depend on."""
        return [self.song.content, self.gain, self.start, self.fade_in, self.fade_out]

    def heard(self, reader: SongReader, start: int, end: int) -> Samples:
        """Return its samples between two of its own, faded."""
        wave = reader.between(self.song, start, end)
        wave *= np.float32(self.gain)
        if self.fade_in:
            rising = max(0, self.fade_in - start)
            wave[:rising] *= _fade_in(start, len(wave[:rising]), self.fade_in)
        if self.fade_out:
            left = self.song.length - end
            falling = max(0, self.fade_out - left)
            faded = wave[max(0, len(wave) - falling) :]
            faded *= _fade_in(left, len(faded), self.fade_out)[::-1]
        return wave


class Bed:
    """The songs, each at its gain; a crossfade takes `fade_length`, or half of the shorter song."""

    def __init__(
        self, songs: Sequence[Song], gains: Sequence[float], fade_length: int, reader: SongReader
    ) -> None:
        self.channels = channels_of(songs)
        self._songs = songs
        self._gains = gains
        self._reader = reader
        # From each into the next, and from the last into the first.
        self._fades = [
            min(fade_length, song.length // 2, songs[number % len(songs)].length // 2)
            for number, song in enumerate(songs, 1)
        ]
        lengths = [song.length - fade for song, fade in zip(songs, self._fades, strict=True)]
        *self._starts, self._period = itertools.accumulate(lengths, initial=0)

    def key(self, start: int, end: int) -> list[object]:
        """Return what the samples between two moments, counted in samples, depend on."""
        return [self.channels, *(placed.key() for placed in self._placed(start, end))]

    def between(self, start: int, end: int) -> Samples:
        """Return the samples between two moments, a row for each. Raise `EngineError`."""
        part = np.zeros((end - start, self.channels), np.float32)
        for placed in self._placed(start, end):
            first, last = max(0, -placed.start), min(placed.song.length, len(part) - placed.start)
            wave = placed.heard(self._reader, first, last)
            part[placed.start + first : placed.start + last] += wave
        return part

    def _placed(self, start: int, end: int) -> Iterator[_PlacedSong]:
        """Yield the songs that are heard between two moments."""
        cycle, at = divmod(start, self._period)
        latest = cycle * len(self._songs) + bisect_right(self._starts, at) - 1
        # The one before it may still be fading out.
        for number in itertools.count(max(0, latest - 1)):
            cycle, index = divmod(number, len(self._songs))
            song, fade_out = self._songs[index], self._fades[index]
            fade_in = self._fades[index - 1] if number else 0
            begins = cycle * self._period + self._starts[index]
            if begins >= end:
                break
            if begins + song.length > start:
                is_rising = begins + fade_in > start
                is_falling = begins + song.length - fade_out < end
                yield _PlacedSong(
                    song,
                    self._gains[index],
                    begins - start,
                    fade_in if is_rising else 0,
                    fade_out if is_falling else 0,
                )


def _fade_in(start: int, length: int, fade_length: int) -> Samples:
    """Return gains, a row each, from a rise from 0 to 1 over `fade_length` samples.

    The powers of rising and falling gains add up to 1, as a crossfade of music needs.
    """
    time = (start + np.arange(length) + 0.5) / fade_length
    return np.sin(np.pi / 2 * time)[:, None].astype(np.float32)
