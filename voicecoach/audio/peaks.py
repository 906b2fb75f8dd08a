"""Peaks: the highest amplitude of a sound that comes in pieces, however long it is."""

import numpy as np
import soxr

from voicecoach.audio.pcm import Samples
from voicecoach.units import SAMPLE_RATE_HZ

# As in a true-peak meter: ITU-R BS.1770-4, annex 2.
_OVERSAMPLING = 4


class PeakMeter:
    """The true peak: the highest amplitude at and between the samples, of all channels."""

    def __init__(self, channels: int) -> None:
        self._resampler = soxr.ResampleStream(
            SAMPLE_RATE_HZ, _OVERSAMPLING * SAMPLE_RATE_HZ, channels, dtype="float32"
        )
        self._channels = channels
        self._highest = 0.0

    def add(self, wave: Samples) -> None:
        """Measure 48 kHz samples; stereo has a row for each moment."""
        self._measure(wave, last=False)

    def true_peak(self) -> float:
        """Return the peak of everything added, 1.0 being full scale. Nothing can be added after."""
        self._measure(np.zeros((0, self._channels)), last=True)
        return self._highest

    def _measure(self, wave: Samples, last: bool) -> None:
        piece = wave.reshape(-1, self._channels).astype(np.float32)
        fine = self._resampler.resample_chunk(piece, last)
        self._highest = max(self._highest, float(np.abs(fine).max(initial=0.0)))
