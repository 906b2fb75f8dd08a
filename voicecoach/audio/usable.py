"""Usable: what a file's sound must be like to be heard in a programme.

Each function raises `ValueError` with the reason. How much there is is checked before it is read: a
few kB may unfold to gigabytes.
"""

import numpy as np

from voicecoach.audio.pcm import FULL_SCALE, Samples

# Below, no word and no tone can be told from another.
LOWEST_RATE_HZ = 4_000
# What the channels have in common, against all that is in them, as a share of the power.
_CANCELLED = 1e-6


def check_size(frames: int, channels: int, rate_hz: int, most_samples: int) -> None:
    """Refuse a file with too few samples a second, or with too many in all channels together."""
    if rate_hz < LOWEST_RATE_HZ:
        raise ValueError(f"it has {rate_hz} samples a second, and needs {LOWEST_RATE_HZ} or more")
    if frames * channels > most_samples:
        millions = most_samples / 1e6
        raise ValueError(
            f"it has {frames * channels / 1e6:,.0f} million samples, of {channels} channels at"
            f" {rate_hz} a second, and {millions:,.0f} million are the most"
        )


def check_numbers(wave: Samples) -> None:
    """Refuse samples that are infinite or no numbers, as files of floats may have them."""
    if not np.isfinite(wave).all():
        raise ValueError("it has samples that are no numbers")


class Phases:
    """Whether the channels of a sound, which may come in pieces, cancel each other out."""

    def __init__(self) -> None:
        self._mixed = self._all = 0.0

    def add(self, wave: Samples) -> None:
        """Look at samples, a row for each moment and a column for each channel."""
        self._mixed += float(np.square(wave.mean(axis=1, dtype=np.float64)).sum())
        self._all += float(np.square(wave, dtype=np.float64).sum()) / wave.shape[1]

    def check(self) -> None:
        """Refuse a sound of which one loudspeaker would play nothing."""
        if self._mixed < _CANCELLED * self._all:
            raise ValueError("its channels have opposite phases, and cancel each other out")


def check_heard(wave: Samples) -> None:
    """Refuse a sound of one channel that is silent, or softer than 16 bits can tell."""
    if np.abs(wave).max(initial=0.0) * FULL_SCALE < 1:
        raise ValueError("there is no sound in it")
