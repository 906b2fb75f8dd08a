"""Ducking: how far music goes down around what is said.

The times of all lines are known beforehand, so the music is down when a line begins, where a
compressor would still be hearing it.
"""

from collections.abc import Sequence

import numpy as np

from voicecoach.audio.pcm import Samples
from voicecoach.units import SAMPLES_PER_MS, whole_ms

ATTACK_MS = 250
HOLD_MS = 300
RELEASE_MS = 800

Spoken = tuple[int, int]


class Envelope:
    """The gains of a bed of music: faded in and out, and lower around spoken lines.

    `spoken` are the starts and ends of the lines in ms, in order; `duck_db` is how much lower.
    """

    def __init__(
        self, spoken: Sequence[Spoken], duck_db: float, fade_ms: int, duration_ms: int
    ) -> None:
        self._points_ms, self._levels_db = _ducked(spoken, duck_db)
        fade_ms = min(fade_ms, duration_ms // 2)
        self._fades_ms = (0, fade_ms, duration_ms - fade_ms, duration_ms)

    def gains(self, start: int, length: int) -> Samples:
        """Return the gain of each of `length` samples from sample `start` on."""
        times_ms = start / SAMPLES_PER_MS + np.arange(whole_ms(length) + 1)
        levels_db = np.interp(times_ms, self._points_ms, self._levels_db)
        fades = np.interp(times_ms, self._fades_ms, (0.0, 1.0, 1.0, 0.0))
        # A straight line through the gains of each millisecond is a curve to the ear.
        each = np.arange(length) / SAMPLES_PER_MS
        gains: Samples = np.interp(each, times_ms - times_ms[0], fades * 10 ** (levels_db / 20))
        return gains


def _ducked(spoken: Sequence[Spoken], duck_db: float) -> tuple[list[float], list[float]]:
    """Return the times and levels between which the level goes in straight lines."""
    times_ms: list[float] = [-float(ATTACK_MS)]
    levels_db = [0.0]
    end_ms: int | None = None
    for start_ms, line_end_ms in spoken:
        if end_ms is not None and start_ms - end_ms < HOLD_MS + RELEASE_MS:
            # Too short a gap to come up in.
            times_ms[-2:] = [line_end_ms + HOLD_MS, line_end_ms + HOLD_MS + RELEASE_MS]
        else:
            attack_ms = start_ms - ATTACK_MS
            if end_ms is not None and attack_ms < times_ms[-1]:
                times_ms[-1], levels_db[-1] = _crossing(times_ms[-2], attack_ms, duck_db)
            else:
                times_ms.append(attack_ms)
                levels_db.append(0.0)
            times_ms += [start_ms, line_end_ms + HOLD_MS, line_end_ms + HOLD_MS + RELEASE_MS]
            levels_db += [duck_db, duck_db, 0.0]
        end_ms = line_end_ms
    return times_ms, levels_db


def _crossing(release_ms: float, attack_ms: float, duck_db: float) -> tuple[float, float]:
    """Return where a release from `release_ms` on meets an attack, and how far it has come up."""
    rising, falling = 1 / RELEASE_MS, 1 / ATTACK_MS
    at_ms = (1 + release_ms * rising + attack_ms * falling) / (rising + falling)
    return at_ms, duck_db * (at_ms - attack_ms) * falling
