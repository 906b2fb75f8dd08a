"""The finished files of a programme of weeks, for the commands that share them."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from voicecoach.files.ordinary import exists
from voicecoach.problems import UnbuiltRoutineError
from voicecoach.units import listed

_SUFFIXES = (".yaml", ".yml")


class ProgrammeFiles(Struct, frozen=True):
    """The files of all sessions of a programme, by date, in the folder that it is built into."""

    title: str
    folder: Path
    files: Sequence[Path]


def files_of_programme(path: Path) -> ProgrammeFiles | None:
    """Return the files of the programme at `path`; None if there is none.

    Raises RoutineError for a wrong one, UnbuiltRoutineError if a file is not there.
    """
    from voicecoach.programme.reading import is_programme, read_programme
    from voicecoach.session.programme import file_of

    if path.suffix.lower() not in _SUFFIXES or not exists(path) or not is_programme(path):
        return None
    programme = read_programme(path)
    folder = folder_of(path)
    files = [file_of(session, folder) for session in programme.sessions]
    missing = [file for file in files if not exists(file)]
    if missing:
        names = listed([str(file) for file in missing], 1)
        message = f"not all sessions of the programme are built: there is no {names}"
        raise UnbuiltRoutineError(message, f"`voicecoach programme build {path}` makes them")
    return ProgrammeFiles(programme.title, folder, files)


def folder_of(path: Path) -> Path:
    """Return the folder that a programme is built into unless another one is named."""
    return Path(path.stem)
