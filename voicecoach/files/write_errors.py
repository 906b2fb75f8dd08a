"""Write errors: why a file cannot be written, and what can be done about it."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from voicecoach.files.ordinary import exists, no_directory
from voicecoach.problems import DiskFullError, EngineError, WrongUsageError, reason

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextlib.contextmanager
def write_errors(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Raise an `OSError` as a `WrongUsageError`; as an `EngineError` if it is the disk's fault.

    That is always so while `writing`. It is a `DiskFullError` where there is no room.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _DISK_FULL:
            message = "the disk is full; make room and try again"
            raise DiskFullError(f"writing {path} failed: {message}") from error
        if writing:
            message = f"{reason(error)}; check the disk and try again"
            raise EngineError(f"writing {path} failed: {message}") from error
        message = f"{reason(error)}; choose another file or directory"
        if isinstance(error, FileNotFoundError) and not exists(_directory_of(path)):
            message = f"there is no directory {_directory_of(path)}; create it first"
        in_the_way = no_directory(path.parent)
        if in_the_way is not None:
            message = f"{in_the_way} is no directory; choose another one"
        raise WrongUsageError(f"cannot write {path}: {message}") from error


def _directory_of(path: Path) -> Path:
    """Return the directory that `path` is written to: where it is a link, the one it leads to."""
    return (path.parent / path.readlink()).parent if path.is_symlink() else path.parent
