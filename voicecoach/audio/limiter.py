"""A limiter with look-ahead: turns the sound down smoothly around the few peaks that are too high.

It works in hops of half a millisecond, so it costs next to nothing.
"""

import numpy as np
import soxr

from voicecoach.audio.pcm import HOP_SAMPLES, Samples, hops

_OVERSAMPLING = 4
# The gain falls and rises within 5 ms: too slow to be heard as distortion, too fast as a change of
# loudness.
_REACH = 10


def true_peaks(wave: Samples) -> Samples:
    """Return each hop's highest amplitude at and between the samples.

    4 times oversampled, as a true-peak meter does (ITU-R BS.1770-4, annex 2).
    """
    fine = np.abs(soxr.resample(wave.astype(np.float32), 1, _OVERSAMPLING))
    fine.resize(len(wave) * _OVERSAMPLING, refcheck=False)
    peaks: Samples = hops(fine, HOP_SAMPLES * _OVERSAMPLING).max(axis=1).astype(np.float64)
    return peaks


def limiting_gains(peaks: Samples, ceiling: float) -> Samples:
    """Return the gain at the start of each hop that keeps its `true_peaks` below `ceiling`.

    The gain that a peak needs is held for `_REACH` hops to either side and then averaged over as
    many, so the average at the peak is one of gains that all suit it. It is held for one hop more
    because between two hops' starts the gain goes in a straight line.
    """
    needed = ceiling / np.maximum(peaks, ceiling)
    padded = np.pad(needed, 2 * _REACH + 1, mode="edge")
    held = np.lib.stride_tricks.sliding_window_view(padded, 2 * _REACH + 3).min(axis=1)
    window = np.hanning(2 * _REACH + 3)[1:-1]
    return np.convolve(held, window / window.sum(), "valid")


def apply(wave: Samples, gains: Samples) -> Samples:
    """Return samples with a gain for the start of each hop, and a straight line between them."""
    starts = np.arange(len(gains)) * HOP_SAMPLES
    return wave * np.interp(np.arange(len(wave)), starts, gains)
