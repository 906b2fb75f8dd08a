"""The music of a routine, or of its user's choice: files that are measured once, and remembered.

An unusable file is an error where the routine names it.
"""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from voicecoach.audio.songs import Song, content_digest, decoder, measure, stamp_at
from voicecoach.files.inputs import note_path
from voicecoach.files.music import music_files
from voicecoach.files.ordinary import check_directory, check_ordinary, is_directory
from voicecoach.files.probes import is_settled
from voicecoach.files.store import Store, digest
from voicecoach.problems import RoutineError, WrongUsageError, reason
from voicecoach.routine.routine import Routine
from voicecoach.session.sounds import unusable

_HINT = "use whole wav, flac, ogg, mp3 or m4a files"


def songs_of(routine: Routine, store: Store, on_piece: Callable[[], object]) -> list[Song]:
    """Return the songs of a routine's music, if it has any.

    `on_piece` is called from time to time while a file is read for the first time. Raises
    RoutineError if a file cannot be used.
    """
    songs, problems = [], []
    for file in routine.music.files if routine.music else ():
        try:
            songs.append(_song(Path(file.path), store, on_piece))
        except ValueError as error:
            problems.append(unusable(routine, file, error, "music", _HINT))
    if problems:
        raise RoutineError(problems)
    return songs


def songs_from(paths: Sequence[Path], store: Store, on_piece: Callable[[], object]) -> list[Song]:
    """Return files as songs, as `songs_of` does for a routine; a folder or pattern gives several.

    Raises WrongUsageError for the first that cannot be used.
    """
    songs = []
    for path in _files_at(paths):
        try:
            check_ordinary(path)
        except FileNotFoundError:
            raise WrongUsageError(f"cannot play {path}: there is no such file") from None
        except OSError as error:
            raise WrongUsageError(f"cannot play {path}: {reason(error)}") from error
        try:
            songs.append(_song(path, store, on_piece))
        except ValueError as error:
            raise WrongUsageError(f"cannot play {path}: {error}", _HINT) from error
    return songs


def _files_at(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if is_directory(path):
            try:
                check_directory(path)
            except OSError as error:
                raise WrongUsageError(f"cannot play {path}: {reason(error)}") from error
        files = music_files(path)
        if not files:
            raise WrongUsageError(f"cannot play {path}: no music is found there", _HINT)
        yield from files


def _song(path: Path, store: Store, on_piece: Callable[[], object]) -> Song:
    """Return a file as a song. Its measurements are stored, as a long file takes time to read."""
    # Neither is it opened to be measured then, nor to be played where all that is heard is kept.
    note_path("content", path)
    try:
        stamp = stamp_at(path)
        # Within a tick of its clock, a file may be written twice.
        written = None if is_settled(path.stat()) else content_digest(path)
    except (OSError, ValueError):
        return measure(path, on_piece)
    file = [str(path.resolve()), *stamp, written, decoder(path)]
    key = digest({"version": 5, "file": file})
    data = store.get("song", key)
    kept = None if data is None else _kept(path, stamp, data)
    if kept is not None:
        return kept
    song = measure(path, on_piece)
    measurements = [song.content, song.channels, song.length, song.loudness_lufs]
    store.put("song", key, json.dumps(measurements).encode())
    return song


def _kept(path: Path, stamp: tuple[int, ...], data: bytes) -> Song | None:
    """Return a song with its stored measurements, None where these are none."""
    try:
        content, channels, length, loudness_lufs = json.loads(data)
        if channels in (1, 2) and length > 0 and math.isfinite(loudness_lufs):
            return Song(path, stamp, str(content), int(channels), int(length), float(loudness_lufs))
    except (ValueError, TypeError, RecursionError):
        pass
    return None
