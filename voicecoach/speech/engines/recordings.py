"""The engine `recordings`: phrases that somebody has recorded, each in a sound file.

A voice of this engine is named by its file, which casting finds in a folder of recordings.
"""

from pathlib import Path

import numpy as np
import soxr

from voicecoach.audio.files import read
from voicecoach.audio.pcm import to_16_bit
from voicecoach.audio.room_noise import cut_room_noise
from voicecoach.problems import EngineError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.units import SAMPLE_RATE_HZ

# Reading a file needs no process of its own.
ISOLATED = False

# Leaves room for what the change of rate adds. How loud it is heard is not decided here.
_PEAK = 0.5
# Increment it when what is done to recordings changes.
_VERSION = 1


class RecordingsEngine(Engine):
    """Speaks one phrase, from a file."""

    def __init__(self, file: Path, stamp: str) -> None:
        """`stamp` is another one when the file has changed."""
        self.version = f"{_VERSION} {stamp}"
        self._file = file

    def speak(self, text: str) -> Recording:  # noqa: ARG002
        """Return what is in the file, without the noise of the room around it."""
        try:
            wave, rate_hz = read(self._file)
        except ValueError as error:
            hint = "record it again; what is not recorded, the next voice speaks"
            message = f"the recording `{self._file}` cannot be used: {error}"
            raise EngineError(message, hint) from error
        scaled = wave * (_PEAK / np.abs(wave).max())
        words = cut_room_noise(soxr.resample(scaled, rate_hz, SAMPLE_RATE_HZ))
        return Recording(to_16_bit(words), SAMPLE_RATE_HZ)

    def voices(self) -> list[VoiceInfo]:
        """Return none, as `installed_voices` does."""
        return installed_voices()

    def close(self) -> None:
        """Do nothing: nothing stays open."""


def installed_voices() -> list[VoiceInfo]:
    """Return none: a voice is a folder, which a routine names."""
    return []


def open_engine(voice: Voice, language: str) -> Engine:  # noqa: ARG001
    """Return the engine. Raise `EngineError` for a voice that no file is found for."""
    if voice.name is None:
        hint = "name their folder in the routine: `voices: {coach: recordings/}`"
        raise EngineError("recordings speak only the phrases that are in them", hint)
    return RecordingsEngine(Path(voice.name), voice.stamp)
