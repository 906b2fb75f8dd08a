"""A limiter with look-ahead: turns the sound down smoothly around the few peaks that are too high.

It works in hops of half a millisecond, so it costs next to nothing.
"""

from collections.abc import Iterable, Iterator

import numpy as np
import soxr

from voicecoach.audio.pcm import HOP_SAMPLES, Samples, hops

_OVERSAMPLING = 4
# The gain falls and rises within 5 ms: too slow to be heard as distortion, too fast as a change of
# loudness.
_REACH = 10
# Seen before and after a piece: what the gains reach, and the ringing of the oversampling.
_MARGIN = 4 * (_REACH + 2) * HOP_SAMPLES
# A wave whose samples are lower than this part of a ceiling does not reach it between them either.
_SURELY_BELOW = 0.5


def true_peaks(wave: Samples) -> Samples:
    """Return each hop's highest amplitude at and between the samples.

    4 times oversampled, as a true-peak meter does (ITU-R BS.1770-4, annex 2).
    """
    fine = soxr.resample(np.asarray(wave, np.float32), 1, _OVERSAMPLING)[
        : len(wave) * _OVERSAMPLING
    ]
    np.abs(fine, out=fine)
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
    steps = np.diff(gains, append=gains[-1:])
    way = np.arange(HOP_SAMPLES) / HOP_SAMPLES
    lines = (gains[:, None] + steps[:, None] * way).reshape(-1)
    return wave * lines[: len(wave)]


def limited(pieces: Iterable[Samples], ceiling: float) -> Iterator[Samples]:
    """Yield a sound that comes in pieces, its true peaks below `ceiling`.

    Pieces are rows of one or two channels, whole milliseconds long, and so is what is yielded:
    as much altogether, but in other pieces. All channels are turned down alike.
    """
    held: Samples | None = None
    for piece in pieces:
        around = np.zeros((_MARGIN, piece.shape[1]), piece.dtype) if held is None else held
        seen = np.concatenate((around, piece))
        held = seen[-2 * _MARGIN :]
        if len(seen) > 2 * _MARGIN:
            yield _limited_middle(seen, ceiling)
    if held is not None:
        yield _limited_middle(
            np.concatenate((held, np.zeros((_MARGIN, held.shape[1]), held.dtype))), ceiling
        )


def _limited_middle(wave: Samples, ceiling: float) -> Samples:
    """Return the rows between the margins."""
    if np.abs(wave).max() < _SURELY_BELOW * ceiling:
        return wave[_MARGIN:-_MARGIN]
    peaks = np.max([true_peaks(channel) for channel in wave.T], axis=0)
    gains = apply(np.ones(len(wave)), limiting_gains(peaks, ceiling))
    return wave[_MARGIN:-_MARGIN] * gains[_MARGIN:-_MARGIN, None].astype(wave.dtype)
