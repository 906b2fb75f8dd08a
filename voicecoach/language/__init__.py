"""The routine language: how a file is read, checked, formatted and described to editors."""

from voicecoach.language.loading import MAX_DURATION_MS, RoutineText, load

__all__ = ["MAX_DURATION_MS", "RoutineText", "load"]
