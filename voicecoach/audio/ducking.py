"""Ducking: how far the music goes down around spoken lines.

The times of all lines are known in advance, so the music is already down when a line begins, while
a compressor would only be starting to react.
"""

import math
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from voicecoach.audio.pcm import Samples
from voicecoach.units import SAMPLES_PER_MS, samples

ATTACK_MS = 250
HOLD_MS = 300
RELEASE_MS = 800

# Times, counted from the beginning of a part, and the values then; linear in between.
Points = tuple[tuple[float, float], ...]


class EnvelopePart(Struct, frozen=True):
    """Some of an envelope: the level in dB, and the gain of the fades on top of it."""

    levels_db: Points
    fades: Points

    def gains(self, start_ms: int, end_ms: int) -> Samples:
        """Return the gain of each sample between two moments of it."""
        times_ms = np.arange(start_ms, end_ms + 1)
        fades = np.interp(times_ms, *np.array(self.fades).T)
        levels_db = np.interp(times_ms, *np.array(self.levels_db).T)
        # To the ear, gains interpolated linearly between milliseconds are a smooth curve.
        offsets_ms = np.arange(samples(end_ms - start_ms)) / SAMPLES_PER_MS
        points = fades * 10 ** (levels_db / 20)
        gains: Samples = np.interp(offsets_ms, times_ms - start_ms, points)
        return gains


class Envelope:
    """The gains of a music bed: faded in and out, and lower around spoken lines.

    `lines_ms` has the start and end of each line, in order; `duck_db` is how much lower.
    """

    def __init__(
        self, lines_ms: Sequence[tuple[int, int]], duck_db: float, fade_ms: int, duration_ms: int
    ) -> None:
        times_ms, levels_db = _duck(lines_ms, duck_db)
        self._times_ms, self._levels_db = np.array(times_ms), np.array(levels_db)
        fade_ms = min(fade_ms, duration_ms // 2)
        self._fade_times_ms = np.array([0.0, fade_ms, duration_ms - fade_ms, duration_ms])
        self._fades = np.array([0.0, 1.0, 1.0, 0.0])

    def between(self, start_ms: int, end_ms: int) -> EnvelopePart:
        """Return what is between two moments. Equal parts have equal gains, wherever they are."""
        return EnvelopePart(
            _cut(self._times_ms, self._levels_db, start_ms, end_ms),
            _cut(self._fade_times_ms, self._fades, start_ms, end_ms),
        )


def _cut(times_ms: Samples, values: Samples, start_ms: int, end_ms: int) -> Points:
    """Return the points of a curve from `start_ms` to `end_ms`, one at each end among them."""
    first = np.searchsorted(times_ms, start_ms, side="right")
    last = np.searchsorted(times_ms, end_ms, side="right")
    start, end = np.interp([start_ms, end_ms], times_ms, values)
    cut_ms = np.array([start_ms, *times_ms[first:last], end_ms]) - start_ms
    cut_values = np.array([start, *values[first:last], end])
    return tuple(zip(cut_ms.tolist(), cut_values.tolist(), strict=True))


def _duck(lines_ms: Sequence[tuple[int, int]], duck_db: float) -> tuple[list[float], list[float]]:
    """Return the times and levels between which the level is interpolated linearly."""
    times_ms: list[float] = [-float(ATTACK_MS)]
    levels_db = [0.0]
    end_ms = -math.inf
    for start_ms, line_end_ms in lines_ms:
        if start_ms - end_ms < HOLD_MS + RELEASE_MS:
            # The gap is too short to come up in.
            times_ms[-2:] = [line_end_ms + HOLD_MS, line_end_ms + HOLD_MS + RELEASE_MS]
        else:
            attack_ms = start_ms - ATTACK_MS
            if attack_ms < times_ms[-1]:
                times_ms[-1], levels_db[-1] = _crossing(times_ms[-2], attack_ms, duck_db)
            else:
                times_ms.append(attack_ms)
                levels_db.append(0.0)
            times_ms += [start_ms, line_end_ms + HOLD_MS, line_end_ms + HOLD_MS + RELEASE_MS]
            levels_db += [duck_db, duck_db, 0.0]
        end_ms = line_end_ms
    return times_ms, levels_db


def _crossing(release_ms: float, attack_ms: float, duck_db: float) -> tuple[float, float]:
    """Return when a release that starts at `release_ms` meets an attack, and the level there."""
    rising, falling = 1 / RELEASE_MS, 1 / ATTACK_MS
    at_ms = (1 + release_ms * rising + attack_ms * falling) / (rising + falling)
    return at_ms, duck_db * (at_ms - attack_ms) * falling
