"""Ordinary files: read only if they are some, and told as what they are if they are not.

A pipe would be waited for, and a device read for ever. What is wrong with a path is an `OSError`
here even where Python raises something else, and its message can end a sentence.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from voicecoach.files.inputs import note_path

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)
_OTHERS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


def open_ordinary(path: Path) -> BinaryIO:
    """Open a file for reading. Raise `OSError` if there is none, or it may not be read."""
    check_ordinary(path)
    note_path("content", path)
    # Since it was checked it may have become a pipe.
    return open(path, "rb", opener=lambda name, flags: os.open(name, flags | _WITHOUT_WAITING))


def read_ordinary(path: Path, most_bytes: int) -> bytes:
    """Return what is in a file: of a larger one, one byte more than `most_bytes`.

    Raise `OSError` as `open_ordinary` does, or if reading fails.
    """
    with open_ordinary(path) as file:
        # A file of the system's, such as a log, may have nothing to give at the moment.
        return file.read(most_bytes + 1) or b""


def check_ordinary(path: Path) -> None:
    """Raise `OSError` if there is no file, or something else in its place."""
    mode = status(path).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a directory")
    if not stat.S_ISREG(mode):
        other = _OTHERS.get(stat.S_IFMT(mode), "something else")
        raise OSError(errno.EINVAL, f"it is {other}, not an ordinary file")


def check_directory(path: Path) -> None:
    """Raise `OSError` if there is no directory, or what is in it may not be seen and read."""
    if not stat.S_ISDIR(status(path).st_mode):
        raise NotADirectoryError(errno.ENOTDIR, "it is no directory")
    if not os.access(path, os.R_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "you may not look into the directory")


def check_readable(path: Path) -> None:
    """Raise `OSError` if there is no file, or something else in its place, or it may not be read.

    For a library that would open it by its name, and say less.
    """
    open_ordinary(path).close()


def is_ordinary(path: Path) -> bool:
    """Return whether there is a file that is one, as far as one may look."""
    with suppress(OSError):
        return stat.S_ISREG(status(path).st_mode)
    return False


def is_directory(path: Path) -> bool:
    """Return whether there is a directory, as far as one may look."""
    with suppress(OSError):
        return stat.S_ISDIR(status(path).st_mode)
    return False


def no_directory(path: Path) -> Path | None:
    """Return what is in the way of a directory: itself or one above it, but no directory."""
    above = (part for part in (path, *path.parents) if exists(part))
    return next((part for part in above if not is_directory(part)), None)


def exists(path: Path) -> bool:
    """Return whether there is anything, as far as one may look."""
    with suppress(OSError):
        return bool(status(path))
    return False


def resolved(path: Path) -> Path:
    """Return a path with its links followed, whether it exists or not.

    Raise `OSError` if they lead in a circle, or there cannot be such a path.
    """
    with suppress(FileNotFoundError):
        status(path)
    note_path("link", path)
    try:
        return path.resolve()
    except FileNotFoundError:
        # All else may be missing.
        raise FileNotFoundError(errno.ENOENT, "the directory you are in was removed") from None


def status(path: Path) -> os.stat_result:
    """Return what the system knows of a file. Raise `OSError` if there is none."""
    note_path("type", path)
    try:
        return path.stat()
    except ValueError:
        # A zero byte, or a character that the system's encoding lacks.
        raise OSError(errno.EINVAL, "no file can have such a name") from None
    except PermissionError as error:
        raise _forbidden(path) or error from None


def _forbidden(path: Path) -> PermissionError | None:
    """Return an error that names the directory on the way to `path` that may not be entered."""
    for parent in reversed(path.absolute().parents):
        with suppress(OSError):
            if not os.access(parent, os.X_OK):
                return PermissionError(errno.EACCES, f"the directory {parent} may not be entered")
    return None
