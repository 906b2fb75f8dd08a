"""Clips: a speech engine's recordings, made ready for the timeline.

A finished clip begins and ends with its words, has the programme's rate and loudness, and is a
whole number of milliseconds long.

A clip that was trimmed is padded to a multiple of 24 ms, the length of an MP3 frame. So when a line
changes, whatever follows moves by whole frames, which need not be encoded again. A clip that had no
silence around it keeps its exact length.
"""

from collections.abc import Sequence

import numpy as np
import soxr

from voicecoach.audio import AudioSegment
from voicecoach.audio.levels import SPEECH_PEAK_DB, TWO_CHANNELS_LU
from voicecoach.audio.limiter import apply_gains, limiting_gains, true_peaks
from voicecoach.audio.loudness import gated_lufs, k_weighted_powers
from voicecoach.audio.pcm import FULL_SCALE, Pcm, Samples, from_samples, segment, to_16_bit
from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.units import SAMPLE_RATE_HZ, SAMPLE_WIDTH, gain, samples

# There is sound where the mean level of 3 ms is above this, relative to the highest sample: below
# it are an engine's noise and the end of an echo, above it the softest "f" and "h".
_SOUND_DB = -50.0
_WINDOW_MS = 3
# Kept before and after the words, faded, so that no consonant is clipped.
MARGIN_MS = 10
_STEP_MS = 24
# Between the sentences of a line, and at the end of a clip that is cut off.
_BETWEEN_SENTENCES_MS = 300
_FADE_MS = 5
# Limiting costs some loudness; after making up for it, most lines are right in two passes.
_LEVELLING_PASSES = 16
_CLOSE_ENOUGH_LU = 0.05


def finish(
    pcm: Pcm, rate_hz: int, volume: float = 1.0, loudness_lufs: float = LOUDNESS_LUFS
) -> AudioSegment:
    """Return an engine's 16-bit mono samples as a finished clip: trimmed, resampled, levelled.

    `loudness_lufs` is that of two loudspeakers, `volume` a factor on the amplitude. The first sound
    comes within 15 ms of the clip's start. Raise `ValueError` if the samples are silent.
    """
    trimmed = trim(pcm / np.float32(FULL_SCALE), rate_hz)
    wave = soxr.resample(trimmed, rate_hz, SAMPLE_RATE_HZ)
    levelled = _level(wave, loudness_lufs - TWO_CHANNELS_LU)
    step = samples(_STEP_MS if len(trimmed) < len(pcm) else 1)
    return from_samples(np.pad(levelled * volume, (0, -len(levelled) % step)))


def trim(wave: Samples, rate_hz: int, sound_db: float = _SOUND_DB) -> Samples:
    """Return the sound with at most 10 ms of silence around it, faded.

    What is below `sound_db`, relative to the highest sample, counts as silence. Raise `ValueError`
    if all of it is silent.
    """
    window, margin = _WINDOW_MS * rate_hz // 1000, MARGIN_MS * rate_hz // 1000
    sums = np.cumsum(np.pad(wave**2, (window // 2 + 1, window // 2)), dtype=np.float64)
    threshold = np.abs(wave).max(initial=0.0) * gain(sound_db)
    sounding = np.flatnonzero(sums[window:] - sums[:-window] > window * threshold**2)
    if not sounding.size or not threshold:
        raise ValueError("no sound")
    first, last = int(sounding[0]), int(sounding[-1])
    before = min(first, margin)
    after = min(len(wave) - 1 - last, margin)
    clip = wave[first - before : last + 1 + after].copy()
    clip[:before] *= fade_in(before)
    clip[len(clip) - after :] *= fade_in(after)[::-1]
    return clip


def spaced(sentences: Sequence[Samples], rate_hz: int) -> Pcm:
    """Return trimmed sentences as one line, with pauses in between."""
    pause = np.zeros(rate_hz * _BETWEEN_SENTENCES_MS // 1000)
    parts = [part for sentence in sentences for part in (pause, sentence)]
    return to_16_bit(np.concatenate(parts[1:]))


def fitted(clip: bytes, length_ms: int | None) -> AudioSegment:
    """Return a finished clip's samples, cut off with a fade or followed by silence if need be.

    A length of None is its own.
    """
    if length_ms is None or len(clip) == samples(length_ms) * SAMPLE_WIDTH:
        return segment(clip)
    pcm: Pcm = np.frombuffer(clip, "<i2")
    length = samples(length_ms)
    result = np.pad(pcm[:length], (0, max(0, length - len(pcm))))
    if len(pcm) > length:
        fade = min(samples(_FADE_MS), length)
        result[length - fade :] = result[length - fade :] * np.linspace(1, 0, fade)
    return segment(result.tobytes())


def fade_in(length: int) -> Samples:
    """Return gains that rise from 0 towards 1 along a raised cosine."""
    return 0.5 - 0.5 * np.cos(np.pi * np.arange(length) / max(1, length))


def _level(wave: Samples, target_lufs: float) -> Samples:
    """Return the sound at the target loudness, with no peak above the ceiling."""
    powers = k_weighted_powers(wave)
    peaks = true_peaks(wave)
    amplify = 1.0
    for _ in range(_LEVELLING_PASSES):
        gains = amplify * limiting_gains(amplify * peaks, gain(SPEECH_PEAK_DB))
        missing_db = target_lufs - gated_lufs(powers * gains**2)
        if abs(missing_db) < _CLOSE_ENOUGH_LU:
            break
        amplify *= gain(missing_db)
    return apply_gains(wave, gains)
