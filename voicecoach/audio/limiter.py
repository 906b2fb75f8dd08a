"""A look-ahead limiter: turns the sound down smoothly around the few peaks that are too high.

It works in hops of half a millisecond, so it costs next to nothing.
"""

from collections.abc import Iterable, Iterator

import numpy as np
import soxr

from voicecoach.audio.pcm import HOP_SAMPLES, Samples
from voicecoach.units import SAMPLES_PER_MS

_OVERSAMPLING = 4
# The gain falls and rises within 5 ms: too slowly to be heard as distortion, too quickly to be
# heard as a change of loudness.
_REACH = 10
# Context around a piece: the reach of the gains, and the ringing of the oversampling.
_MARGIN = 4 * (_REACH + 2) * HOP_SAMPLES
# How a moment is limited does not depend on what is further away than this.
REACH_MS = _MARGIN // SAMPLES_PER_MS
# If all samples are below this fraction of the ceiling, the peaks between them are below it, too.
_SURELY_BELOW = 0.5


def true_peaks(wave: Samples) -> Samples:
    """Return each hop's highest amplitude at and between the samples.

    It is oversampled 4 times, as in a true-peak meter (ITU-R BS.1770-4, annex 2).
    """
    # Padded to whole hops before it is oversampled, when there is a quarter as much to copy.
    whole = np.pad(np.asarray(wave, np.float32), (0, -len(wave) % HOP_SAMPLES))
    fine = soxr.resample(whole, 1, _OVERSAMPLING).reshape(-1, HOP_SAMPLES * _OVERSAMPLING)
    np.abs(fine, out=fine)
    peaks: Samples = fine.max(axis=1).astype(np.float64)
    return peaks


def limiting_gains(peaks: Samples, ceiling: float) -> Samples:
    """Return the gain at the start of each hop that keeps its `true_peaks` below `ceiling`.

    The gain that a peak needs is held for `_REACH` hops on either side and then averaged over the
    same window, so that every gain averaged at the peak is low enough for it. It is held for one
    more hop because the gain is interpolated linearly within a hop.
    """
    needed = ceiling / np.maximum(peaks, ceiling)
    padded = np.pad(needed, 2 * _REACH + 1, mode="edge")
    held = _lowest(padded, 2 * _REACH + 3)
    window = np.hanning(2 * _REACH + 3)[1:-1]
    return np.convolve(held, window / window.sum(), "valid")


def _lowest(values: Samples, width: int) -> Samples:
    """Return the lowest of every `width` neighbouring values."""
    covered = 1
    while covered < width:
        step = min(covered, width - covered)
        values = np.minimum(values[:-step], values[step:])
        covered += step
    return values


def apply_gains(wave: Samples, gains: Samples) -> Samples:
    """Return samples with gains applied: one for the start of each hop, linear in between."""
    # In the precision of the samples: in double precision it would take ten times as long.
    starts = gains.astype(wave.dtype)[:, None]
    steps = np.diff(starts, axis=0, append=starts[-1:])
    progress = np.arange(HOP_SAMPLES, dtype=wave.dtype) / HOP_SAMPLES
    curve = (starts + steps * progress).reshape(-1)
    return wave * curve[: len(wave)]


def limit(pieces: Iterable[Samples], ceiling: float) -> Iterator[Samples]:
    """Yield a sound that comes in pieces, its true peaks below `ceiling`.

    Pieces are rows of one or two channels, whole milliseconds long. What is yielded has the same
    total length, but in other pieces. All channels are turned down alike.
    """
    context: Samples | None = None
    for piece in pieces:
        before = np.zeros((_MARGIN, piece.shape[1]), piece.dtype) if context is None else context
        wave = np.concatenate((before, piece))
        context = wave[-2 * _MARGIN :]
        if len(wave) > 2 * _MARGIN:
            yield _limit_middle(wave, ceiling)
    if context is not None:
        after = np.zeros((_MARGIN, context.shape[1]), context.dtype)
        yield _limit_middle(np.concatenate((context, after)), ceiling)


def _limit_middle(wave: Samples, ceiling: float) -> Samples:
    """Return the rows between the margins, limited."""
    if np.abs(wave).max() < _SURELY_BELOW * ceiling:
        return wave[_MARGIN:-_MARGIN]
    peaks = np.stack([true_peaks(channel) for channel in wave.T]).max(axis=0)
    gains = apply_gains(np.ones(len(wave), wave.dtype), limiting_gains(peaks, ceiling))
    return wave[_MARGIN:-_MARGIN] * gains[_MARGIN:-_MARGIN, None]
