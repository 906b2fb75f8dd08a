"""The sound files of a routine. An unusable one is an error where the routine names it."""

from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.problems import Problem, RoutineError
from voicecoach.routine.routine import Routine, used_sounds
from voicecoach.routine.sounds import SoundFile

if TYPE_CHECKING:
    from voicecoach.audio import AudioSegment

_HINT = "use a whole wav, flac, ogg or mp3 file"


def sound_files_of(routine: Routine, loudness_lufs: float) -> "dict[str, AudioSegment]":
    """Return each sound file of a routine by its path, at a level that suits speech of a loudness.

    Raises RoutineError if a file cannot be used.
    """
    files: dict[str, AudioSegment] = {}
    problems: dict[str, Problem] = {}
    for sound in used_sounds(routine).values():
        if not isinstance(sound, SoundFile):
            continue
        # Few routines have sound files; the others are planned without this import.
        from voicecoach.audio.files import load

        try:
            files[sound.path] = load(Path(sound.path), loudness_lufs)
        except ValueError as error:
            problems[sound.path] = unusable(routine, sound, error, "sound", _HINT)
    if problems:
        raise RoutineError(problems.values())
    return files


def unusable(routine: Routine, file: SoundFile, error: ValueError, code: str, hint: str) -> Problem:
    """Return the problem of a file that is no sound, at the place that names it."""
    message = f"`{Path(file.path).name}` cannot be used: {error}"
    return Problem(file.span, message, hint, code, routine.source_line(file.span), file.path)
