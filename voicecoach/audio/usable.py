"""Usable: what a file's sound must be like to be heard in a programme.

Each function raises `ValueError` with the reason. How much there is is checked before it is read: a
few kB may unfold to gigabytes.
"""

import numpy as np

from voicecoach.audio.pcm import FULL_SCALE, Samples

# Below, no word and no tone can be told from another.
LOWEST_RATE_HZ = 4_000
# The most that whole numbers of 32 bits are, which some write as floats. Above is what a damaged
# file has.
_LARGEST = 2.0**31
# Some files state their length only roughly.
_WHOLE = 0.98
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
    """Refuse samples that are no numbers, or far too large, as files of floats may have them."""
    if not np.isfinite(wave).all():
        raise ValueError("it has samples that are no numbers")
    if np.abs(wave).max(initial=0.0) > _LARGEST:
        raise ValueError("it has samples far beyond full scale")


def check_whole(length: int, stated: int) -> None:
    """Refuse a file of which fewer samples can be read than it says that it has."""
    if length < stated * _WHOLE:
        raise ValueError("it is cut off: a part at its end is missing")


class Audibility:
    """Whether there is sound in what may come in pieces, and its channels do not cancel it out."""

    def __init__(self) -> None:
        self._mixed = self._all = 0.0
        self._lowest, self._highest = np.inf, -np.inf

    def add(self, wave: Samples) -> None:
        """Look at samples, a row for each moment and a column for each channel."""
        mixed = wave.mean(axis=1, dtype=np.float64)
        self._mixed += float(np.square(mixed).sum())
        self._all += float(np.square(wave, dtype=np.float64).sum()) / wave.shape[1]
        self._lowest = min(self._lowest, mixed.min(initial=np.inf))
        self._highest = max(self._highest, mixed.max(initial=-np.inf))

    def check(self) -> None:
        """Refuse a sound of which one loudspeaker would play nothing."""
        if self._mixed < _CANCELLED * self._all:
            raise ValueError("its channels have opposite phases, and cancel each other out")
        check_heard(self._lowest, self._highest)


def check_heard(lowest: float, highest: float) -> None:
    """Refuse a sound that does not move between these, as far as 16 bits can tell.

    It is silent, or nothing but an offset.
    """
    if (highest - lowest) * FULL_SCALE < 1:
        raise ValueError("there is no sound in it")
