"""The sounds of a routine: its tones, sound files and music, made or read.

What cannot be used is an error at the place that names it.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from voicecoach.audio import AudioSegment
from voicecoach.audio.files import load
from voicecoach.audio.songs import Song, measure
from voicecoach.audio.tones import render
from voicecoach.files.store import Store, digest
from voicecoach.problems import Problem, RoutineError, WrongUsageError
from voicecoach.routine import Routine, used_sounds
from voicecoach.routine.sounds import SoundFile, Tone

_HINT = "use a whole wav, flac, ogg or mp3 file"


def sounds_of(routine: Routine, loudness_lufs: float) -> dict[str, AudioSegment]:
    """Return the tone of each role, and each sound file of a routine by its path.

    They suit speech of `loudness_lufs`. Raises RoutineError where a file cannot be used.
    """
    sounds: dict[str, AudioSegment] = {}
    problems: dict[str, Problem] = {}
    for key, sound in used_sounds(routine).items():
        if isinstance(sound, Tone):
            sounds[key] = render(sound, loudness_lufs)
            continue
        try:
            sounds[key] = load(Path(sound.path), loudness_lufs)
        except ValueError as error:
            problems[sound.path] = _problem(routine, sound, error, "sound")
    if problems:
        raise RoutineError(problems.values())
    return sounds


def songs_of(routine: Routine, store: Store, on_piece: Callable[[], object]) -> list[Song]:
    """Return the music of a routine; without music, nothing.

    `on_piece` is called now and then while a file is read for the first time. Raises RoutineError
    where one cannot be used.
    """
    songs, problems = [], []
    for file in routine.music.files if routine.music else ():
        try:
            songs.append(_song(Path(file.path), store, on_piece))
        except ValueError as error:
            problems.append(_problem(routine, file, error, "music"))
    if problems:
        raise RoutineError(problems)
    return songs


def chosen_songs(paths: Sequence[Path], store: Store, on_piece: Callable[[], object]) -> list[Song]:
    """Return files as music, as `songs_of` does.

    Raises WrongUsageError for the first that cannot be used.
    """
    songs = []
    for path in paths:
        if not path.exists():
            raise WrongUsageError(f"cannot play {path}: there is no such file")
        try:
            songs.append(_song(path, store, on_piece))
        except ValueError as error:
            raise WrongUsageError(f"cannot play {path}: {error}", _HINT) from error
    return songs


def _problem(routine: Routine, file: SoundFile, error: ValueError, code: str) -> Problem:
    message = f"`{Path(file.path).name}` cannot be used: {error}"
    shown = routine.source_line(file.span)
    return Problem(file.span, message, _HINT, code, shown, file.path)


def _song(path: Path, store: Store, on_piece: Callable[[], object]) -> Song:
    """Return a file as music. What was measured of it is kept: a long one takes a while to read."""
    try:
        stat = path.stat()
    except OSError:
        return measure(path, on_piece)
    known = [str(path.resolve()), stat.st_size, stat.st_mtime_ns]
    key = digest({"version": 1, "file": known})
    kept = store.get("song", key)
    if kept is not None:
        return Song(path, *json.loads(kept))
    song = measure(path, on_piece)
    measured = [song.channels, song.length, song.loudness_lufs]
    store.put("song", key, json.dumps(measured).encode())
    return song
