"""Room noise: found in a recording by its quietest stretch, and cut off before and after words."""

import numpy as np

from voicecoach.audio.clips import MARGIN_MS, fade_in
from voicecoach.audio.loudness import k_weighted_powers
from voicecoach.audio.pcm import HOP_SAMPLES, Samples
from voicecoach.units import samples

# In hops: levels are those of 10 ms, and the noise is what is heard in the quietest 300 ms. No
# speech is that quiet for so long, but a last "th" can be for half the time.
_LEVEL = samples(10) // HOP_SAMPLES
_NOISE = samples(300) // HOP_SAMPLES
# Above the highest level of the noise, words begin.
_ABOVE_NOISE_DB = 3.0
# What is no quieter than this, relative to the highest level, may be words.
_LOUDEST_NOISE_DB = -20.0


def cut_room_noise(wave: Samples) -> Samples:
    """Return 48 kHz samples without the noise of the room before and after the words.

    10 ms of it are left on each side, faded. A sound that has no quiet stretch stays as it is.
    """
    powers = k_weighted_powers(wave)
    if len(powers) < _LEVEL + _NOISE:
        return wave
    levels = np.lib.stride_tricks.sliding_window_view(powers, _LEVEL).mean(axis=1)
    highest = np.lib.stride_tricks.sliding_window_view(levels, _NOISE).max(axis=1)
    threshold = highest.min() * 10 ** (_ABOVE_NOISE_DB / 10)
    if threshold > levels.max() * 10 ** (_LOUDEST_NOISE_DB / 10):
        return wave
    loud = np.flatnonzero(levels > threshold)
    # A level is that of the middle of its 10 ms.
    first, last = (HOP_SAMPLES * (int(hop) + _LEVEL // 2) for hop in (loud[0], loud[-1]))
    margin = samples(MARGIN_MS)
    clip = wave[max(0, first - margin) : last + margin].copy()
    before, after = min(first, margin), min(margin, max(0, len(wave) - last))
    clip[:before] *= fade_in(before)
    clip[len(clip) - after :] *= fade_in(after)[::-1]
    return clip
