"""Tones: renders the notes of `voicecoach.routine.sounds`.

A sine with odd harmonics is easiest to hear for older ears and over music. Each note begins at
phase 0, so that correlating with a plain sine of its pitch finds its start.
"""

from functools import lru_cache

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.levels import tone_peak_db
from voicecoach.audio.pcm import Samples, from_samples, silence
from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.routine.sounds import Note, Tone
from voicecoach.units import SAMPLE_RATE_HZ, gain, samples

# Amplitudes of the harmonics by number.
_HARMONICS = {1: 1.0, 3: 0.35, 5: 0.15}
# A shorter rise clicks, a longer one blurs the beat.
_RISE_MS = 5
_FALL_MS = 10
# A note that is longer than any signal is a bell's: it dies away, to this level at its end.
_LONGEST_EVEN_MS = 1000
_DIED_AWAY_DB = -40.0


# Of several programmes most have the same.
@lru_cache(maxsize=64)
def render(tone: Tone, loudness_lufs: float = LOUDNESS_LUFS) -> AudioSegment:
    """Return a tone, exactly `tone.length_ms` long, to go with speech of `loudness_lufs`."""
    if not tone.notes:
        return silence(0)
    wave = np.concatenate([_note(note) for note in tone.notes])
    return from_samples(wave * (gain(tone_peak_db(loudness_lufs)) / np.abs(wave).max()))


def _note(note: Note) -> Samples:
    """Return a note and its gap. The pitch glides exponentially, which sounds even."""
    length = samples(note.length_ms)
    pitch_hz = np.geomspace(note.from_hz, note.to_hz, length)
    phase = 2 * np.pi * np.cumsum(pitch_hz) / SAMPLE_RATE_HZ
    wave = np.zeros(length)
    for number, level in _HARMONICS.items():
        wave += level * np.sin(number * phase)
    return np.pad(wave * _envelope(length), (0, samples(note.gap_ms)))


def _envelope(length: int) -> Samples:
    """Return gains that rise from 0 and fall to 0 along raised cosines."""
    time = np.arange(length) + 0.5
    rise = np.minimum(time / samples(_RISE_MS), 1.0)
    fall = np.minimum((length - time) / samples(_FALL_MS), 1.0)
    envelope: Samples = (np.sin(np.pi / 2 * rise) * np.sin(np.pi / 2 * fall)) ** 2
    if length > samples(_LONGEST_EVEN_MS):
        envelope *= 10 ** (_DIED_AWAY_DB / 20 * time / length)
    return envelope
