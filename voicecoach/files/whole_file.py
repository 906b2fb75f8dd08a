"""Writes a file whole or not at all: beside its target first, then renamed over it."""

import contextlib
import errno
import io
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from voicecoach.problems import EngineError, WrongUsageError, reason

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# Formats write a little at a time.
_BUFFER_BYTES = 1 << 20
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a new file that takes the place of `path` when the block ends without an exception.

    After any exception the old file is as it was and nothing is left beside it. The new file has
    the old one's permissions, or those that a new file gets. A link stays a link. Raise
    `WrongUsageError` if no file can be made there, `EngineError` if the disk fails.
    """
    with _usage_errors(path):
        target = path.resolve()
        _check(target)
    # A short name of its own: the target's may be as long as the file system allows.
    beside = target.with_name(f".voicecoach-{secrets.token_hex(4)}.tmp")
    try:
        with _usage_errors(path):
            raw = _DiskFile(beside, path)
        with io.BufferedRandom(raw, _BUFFER_BYTES) as file:
            if target.exists():
                shutil.copymode(target, beside)
            yield file
            file.flush()
            with _disk_errors(path):
                os.fsync(file.fileno())
        with _usage_errors(path):
            beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def check_target(path: Path) -> None:
    """Raise `WrongUsageError` if it is plain from the start that `path` cannot be written."""
    with _usage_errors(path):
        target = path.resolve()
        _check(target)
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such directory")
        if not os.access(target.parent, os.W_OK):
            raise PermissionError(errno.EACCES, "the directory is write-protected")


class _DiskFile(io.FileIO):
    """A new file whose failures name the file that the user asked for."""

    def __init__(self, beside: Path, path: Path) -> None:
        super().__init__(beside, "x+")
        self._path = path

    def write(self, data: "ReadableBuffer") -> int:
        """Write all of `data`, however much the system takes at a time."""
        rest = memoryview(data)
        with _disk_errors(self._path):
            while rest:
                rest = rest[super().write(rest) :]
        return memoryview(data).nbytes


def _check(target: Path) -> None:
    """Raise an `OSError` if `target` is there and is not to be replaced."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a directory")
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "it is not an ordinary file")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")


@contextlib.contextmanager
def _usage_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise WrongUsageError(
            f"cannot write {path}: there is no directory {path.parent}; create it first"
        ) from error
    except OSError as error:
        if error.errno in _DISK_FULL:
            raise _full(path) from error
        raise WrongUsageError(
            f"cannot write {path}: {reason(error)}; choose another file or directory"
        ) from error


@contextlib.contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _DISK_FULL:
            raise _full(path) from error
        raise EngineError(
            f"writing {path} failed: {reason(error)}; check the disk and try again"
        ) from error


def _full(path: Path) -> EngineError:
    return EngineError(f"writing {path} failed: the disk is full; make room and try again")
