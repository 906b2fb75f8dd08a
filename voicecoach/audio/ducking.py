"""Ducking: how far the music goes down around spoken lines.

The times of all lines are known in advance, so the music is already down when a line begins, while
a compressor would only be starting to react.
"""

import math
from collections.abc import Sequence

import numpy as np

from voicecoach.audio.pcm import Samples
from voicecoach.units import SAMPLES_PER_MS, whole_ms

ATTACK_MS = 250
HOLD_MS = 300
RELEASE_MS = 800


class Envelope:
    """The gains of a music bed: faded in and out, and lower around spoken lines.

    `lines_ms` has the start and end of each line, in order; `duck_db` is how much lower.
    """

    def __init__(
        self, lines_ms: Sequence[tuple[int, int]], duck_db: float, fade_ms: int, duration_ms: int
    ) -> None:
        self._points_ms, self._levels_db = _duck(lines_ms, duck_db)
        fade_ms = min(fade_ms, duration_ms // 2)
        self._fades_ms = (0, fade_ms, duration_ms - fade_ms, duration_ms)

    def gains(self, start: int, length: int) -> Samples:
        """Return the gain of each of `length` samples from sample `start` on."""
        times_ms = start / SAMPLES_PER_MS + np.arange(whole_ms(length) + 1)
        levels_db = np.interp(times_ms, self._points_ms, self._levels_db)
        fades = np.interp(times_ms, self._fades_ms, (0.0, 1.0, 1.0, 0.0))
        # To the ear, gains interpolated linearly between milliseconds are a smooth curve.
        offsets_ms = np.arange(length) / SAMPLES_PER_MS
        points = fades * 10 ** (levels_db / 20)
        gains: Samples = np.interp(offsets_ms, times_ms - times_ms[0], points)
        return gains


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
