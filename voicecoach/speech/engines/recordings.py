"""The engine `recordings`: lines that somebody has recorded, one sound file a phrase.

A voice of this engine is named by a folder, and `find` makes of it the voice of one phrase, named
by a file.
"""

from pathlib import Path

from voicecoach.problems import EngineError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.speech.recordings import parse_recording

NAME = "recordings"
# Reading a file needs no process of its own.
ISOLATED = False


class RecordingsEngine(Engine):
    """Speaks one phrase, from a file."""

    version = "1"

    def __init__(self, file: Path) -> None:
        self._file = file

    def speak(self, text: str) -> Recording:  # noqa: ARG002
        """Return what is in the file. Raise `EngineError` if it cannot be read."""
        try:
            return parse_recording(self._file.read_bytes())
        except (OSError, ValueError) as error:
            raise EngineError(f"the recording {self._file} cannot be read: {error}") from error

    def voices(self) -> list[VoiceInfo]:
        """Return none: there are as many as folders."""
        return []

    def close(self) -> None:
        """Do nothing: nothing stays open."""


def open_engine(voice: Voice, language: str) -> Engine:  # noqa: ARG001
    """Return the engine."""
    return RecordingsEngine(Path(voice.name or ""))


def find(folder: Voice, text: str) -> Voice | None:
    """Return the voice that speaks a phrase, `text` as it is written, or None if none does."""
    return None
