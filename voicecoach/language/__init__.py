"""The routine language: how a file is read, checked, formatted and described to editors."""

from voicecoach.language.loading import RoutineText, load

__all__ = ["RoutineText", "load"]
