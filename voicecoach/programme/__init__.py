"""Programmes of weeks: a file with days and routines becomes training sessions with their dates."""

from voicecoach.programme.model import Programme, TrainingSession
from voicecoach.programme.reading import read_programme

__all__ = ["Programme", "TrainingSession", "read_programme"]
