"""The files that a routine names: they lie in its own folder, or below it.

A routine may come from a stranger. What it includes is shown and what it plays is heard, so it must
not reach for the rest of the disk. A link counts as what it leads to.
"""

from collections.abc import Callable
from pathlib import Path

from voicecoach.files.home import beside
from voicecoach.files.ordinary import check_directory, check_ordinary, exists, resolved
from voicecoach.language.reader import Reader
from voicecoach.problems import reason
from voicecoach.text.document import Text

_HINT = "put it beside the routine, or below it"
# What the command line knows another way for has a code of its own, and its hint there.
_HINTS: dict[str, str | None] = {"music-outside": None}


def own_path(reader: Reader, name: Text, code: str = "outside") -> Path | None:
    """Return the path of a name in a file, relative to that file.

    Return None where it cannot be one or lies outside of the routine's folder, which is noted with
    `code`.
    """
    path = beside(name.span.file, name)
    return path if may_read(reader, name, path, code) else None


def may_read(reader: Reader, name: Text, path: Path, code: str = "outside") -> bool:
    """Return whether `path`, which `name` stands for, lies in the routine's folder; note if not."""
    try:
        if resolved(path).is_relative_to(reader.folder):
            return True
    except OSError as error:
        _fail_to_read(reader, name, path, error)
        return False
    shown = name if path == beside(name.span.file, name) else path
    message = f"`{shown}` lies outside the routine's folder"
    reader.fail(name.span, message, _HINTS.get(code, _HINT), code)
    return False


def own_file(reader: Reader, name: Text, code: str = "outside") -> Path | None:
    """Return the path of a file as `own_path` does; a missing one, or none that is, is noted."""
    return _checked(reader, name, own_path(reader, name, code), check_ordinary, "file")


def own_directory(reader: Reader, name: Text, code: str = "outside") -> Path | None:
    """Return the path of a folder as `own_path` does; a missing one, or a closed one, is noted."""
    return _checked(reader, name, own_path(reader, name, code), check_directory, "folder")


def _checked(
    reader: Reader, name: Text, path: Path | None, check: Callable[[Path], object], what: str
) -> Path | None:
    """Return a path that `check` finds nothing wrong with, None if it does, which is noted."""
    if path is None:
        return None
    try:
        check(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        if exists(path):
            _fail_to_read(reader, name, path, error)
            return None
        hint = "its path counts from this file"
        reader.fail(name.span, f"there is no {what} `{path}`", hint, needs=path)
        return None
    except OSError as error:
        _fail_to_read(reader, name, path, error)
        return None
    return path


def _fail_to_read(reader: Reader, name: Text, path: Path, error: OSError) -> None:
    message = f"`{name}` cannot be read: {reason(error)}"
    is_forbidden = isinstance(error, PermissionError)
    hint = "name one that you may read" if is_forbidden else "name another one"
    reader.fail(name.span, message, hint, needs=path)
