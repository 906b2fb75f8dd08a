"""Tones: makes the notes of `voicecoach.sounds` sound.

A sine with odd harmonics carries best to older ears and over music. A steady note is struck: it
begins higher and falls to its pitch at once, as a wood block does. That tells its first wave from
its second, so that where it begins is plain to a correlation, even under speech.
"""

import numpy as np

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import Samples, from_samples
from voicecoach.sounds import Note, Tone
from voicecoach.units import SAMPLE_RATE_HZ, gain, samples

# A tone and speech at its highest peak, at the same time, stay below full scale.
TONE_PEAK_DB = -14.0

# Amplitudes of the harmonics by number.
_HARMONICS = {1: 1.0, 3: 0.35, 5: 0.15}
# A steady note begins half its pitch too high and nears it with this time constant.
_STRIKE = 0.5
_STRIKE_MS = 8
# A shorter rise clicks, a longer one blurs the beat.
_RISE_MS = 5
_FALL_MS = 10


def render(tone: Tone) -> AudioSegment:
    """Return a tone as sound, exactly `tone.length_ms` long, its highest peak at -14 dB."""
    wave = np.concatenate([_note(note) for note in tone.notes])
    return from_samples(wave * (gain(TONE_PEAK_DB) / np.abs(wave).max()))


def _note(note: Note) -> Samples:
    """Return a note and its gap. The pitch glides evenly to the ear: by equal steps of ratio."""
    length = samples(note.length_ms)
    pitch_hz = np.geomspace(note.from_hz, note.to_hz, length)
    if note.from_hz == note.to_hz:
        pitch_hz *= 1 + _STRIKE * np.exp(-np.arange(length) / samples(_STRIKE_MS))
    phase = 2 * np.pi * np.cumsum(pitch_hz) / SAMPLE_RATE_HZ
    wave = np.zeros(length)
    for number, level in _HARMONICS.items():
        wave += level * np.sin(number * phase)
    return np.pad(wave * _envelope(length), (0, samples(note.gap_ms)))


def _envelope(length: int) -> Samples:
    """Return gains that rise from 0 and fall to 0 as raised cosines."""
    time = np.arange(length) + 0.5
    rise = np.minimum(time / samples(_RISE_MS), 1.0)
    fall = np.minimum((length - time) / samples(_FALL_MS), 1.0)
    envelope: Samples = (np.sin(np.pi / 2 * rise) * np.sin(np.pi / 2 * fall)) ** 2
    return envelope
