"""What a routine means: exercises, cues and sounds, and how blocks unroll to phases."""

from voicecoach.routine.routine import Routine, used_files, used_sounds

__all__ = ["Routine", "used_files", "used_sounds"]
