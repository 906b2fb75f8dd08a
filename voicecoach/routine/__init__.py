"""The routine language: a file is read, checked and written out flat as phases."""

from voicecoach.routine.loading import MAX_DURATION_MS, load
from voicecoach.routine.model import Routine, used_files, used_sounds

__all__ = ["MAX_DURATION_MS", "Routine", "load", "used_files", "used_sounds"]
