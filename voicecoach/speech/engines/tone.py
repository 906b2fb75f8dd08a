"""The engine `tone`: a tone in place of words, 60 ms per character and at least 300 ms.

It needs nothing installed and gives the same samples everywhere, so it is good for trying out a
routine's timing, and for tests.
"""

import numpy as np

from voicecoach.audio.pcm import to_16_bit
from voicecoach.problems import NoVoiceError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.units import SAMPLE_RATE_HZ, gain, samples

# It cannot hang or crash.
ISOLATED = False

_CHARACTER_MS = 60
_SHORTEST_MS = 300
_PITCH_HZ = 440
_LEVEL_DB = -20.0
# Short enough to count as sound from the first sample on, so that nothing is trimmed.
_FADE_MS = 5


class ToneEngine(Engine):
    """Speaks every text as one tone. It has one voice, `tone`, for every language."""

    version = "2"

    def __init__(self, pitch_semitones: float = 0.0) -> None:
        self._pitch_hz = _PITCH_HZ * 2 ** (pitch_semitones / 12)

    def speak(self, text: str) -> Recording:
        """Return a tone as long as the text."""
        length_ms = max(_SHORTEST_MS, _CHARACTER_MS * len(text))
        at = np.arange(samples(length_ms))
        edge = np.minimum(at, at[::-1]) / samples(_FADE_MS)
        wave = np.sin(2 * np.pi * self._pitch_hz / SAMPLE_RATE_HZ * at) * np.minimum(edge, 1.0)
        return Recording(to_16_bit(wave * gain(_LEVEL_DB)), SAMPLE_RATE_HZ)

    def voices(self) -> list[VoiceInfo]:
        """Return the one voice."""
        return [VoiceInfo("tone", "a tone as long as the words")]

    def close(self) -> None:
        """Do nothing: there is nothing to release."""


def open_engine(voice: Voice, language: str) -> Engine:  # noqa: ARG001
    """Return the engine. Raise `NoVoiceError` for any voice but `tone`."""
    if voice.name not in (None, "tone"):
        raise NoVoiceError(f"the engine `tone` has no voice `{voice.name}`", "its voice is `tone`")
    return ToneEngine(voice.pitch_semitones)
