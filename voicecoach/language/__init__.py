"""The routine language: how a file is read, checked, formatted and described to editors."""

from voicecoach.language.loading import load
from voicecoach.text.routine_text import RoutineText

__all__ = ["RoutineText", "load"]
