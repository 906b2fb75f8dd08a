"""Atomic writes: a file is written beside its target first, then renamed over it."""

import contextlib
import errno
import io
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from voicecoach.files.ordinary import check_ordinary, exists, no_directory, resolved
from voicecoach.files.strays import DRAFT_PREFIX, hold, sweep_drafts
from voicecoach.problems import EngineError, WrongUsageError, reason

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# Formats write in small pieces.
_BUFFER_BYTES = 1 << 20
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a new file that replaces `path`, as `replacing_all` does for several."""
    with replacing_all([path]) as (file,):
        yield file


@contextlib.contextmanager
def replacing_all(paths: Sequence[Path]) -> Iterator[list[BinaryIO]]:
    """Yield new files that replace `paths` if the block ends without an exception.

    After an exception the old files are unchanged and nothing is left beside them. A new file gets
    the old one's permissions, or the default ones. A link stays a link. Raise `WrongUsageError` if
    no file can be made there, `EngineError` if the disk fails.
    """
    drafts: list[_Draft] = []
    try:
        for path in paths:
            drafts.append(_Draft(path))
        yield [draft.file for draft in drafts]
        for draft in drafts:
            draft.finish()
        _commit(drafts)
    finally:
        for draft in drafts:
            draft.discard()


def check_target(path: Path) -> None:
    """Raise `WrongUsageError` if it is already clear that `path` cannot be written."""
    with write_errors(path):
        target = resolved(path)
        _check(target)
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such directory")
        if not os.access(target.parent, os.W_OK):
            raise PermissionError(errno.EACCES, "the directory is write-protected")


class _Draft:
    """A file that is written beside the target it will replace."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with write_errors(path):
            self._target = resolved(path)
            _check(self._target)
            sweep_drafts(self._target.parent)
            # Not made of the target's name, which may be as long as the file system allows.
            name = f"{DRAFT_PREFIX}{secrets.token_hex(4)}"
            self._temporary = self._target.with_name(f"{name}.tmp")
            self._backup = self._target.with_name(f"{name}.old")
            self._times_ns = (0, 0)
            self.file = io.BufferedRandom(_DiskFile(self._temporary, path), _BUFFER_BYTES)
        hold(self.file.fileno())

    def finish(self) -> None:
        """Close the file once all of it is on the disk."""
        with write_errors(self._path, writing=True):
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
            if self._target.exists():
                shutil.copymode(self._target, self._temporary)

    def back_up(self) -> None:
        """Keep the old file, if there is one, for `roll_back`."""
        with write_errors(self._path), contextlib.suppress(FileNotFoundError):
            before = self._target.stat()
            try:
                os.link(self._target, self._backup)
            except OSError:
                # Not every file system has hard links.
                shutil.copy(self._target, self._backup)
            self._times_ns = (before.st_atime_ns, before.st_mtime_ns)
            # What is an hour old is swept.
            os.utime(self._backup)

    def commit(self) -> None:
        """Rename the file over its target."""
        with write_errors(self._path):
            self._temporary.replace(self._target)

    def roll_back(self) -> None:
        """Undo `commit`, if it was reached."""
        with contextlib.suppress(OSError):
            if self._backup.exists():
                self._backup.replace(self._target)
                os.utime(self._target, ns=self._times_ns)
            elif not self._temporary.exists():
                self._target.unlink()

    def discard(self) -> None:
        """Leave nothing beside the target."""
        # What is still in the buffer may find the disk as full as what came before.
        with contextlib.suppress(OSError, EngineError):
            self.file.close()
        for leftover in (self._temporary, self._backup):
            with contextlib.suppress(OSError):
                leftover.unlink()


def _commit(drafts: Sequence[_Draft]) -> None:
    """Rename all files over their targets; if one fails, restore the old ones."""
    if len(drafts) == 1:
        # One rename happens or not: nothing is kept that could be restored.
        drafts[0].commit()
        return
    for draft in drafts:
        draft.back_up()
    try:
        for draft in drafts:
            draft.commit()
    except BaseException:
        for draft in drafts:
            draft.roll_back()
        raise


class _DiskFile(io.FileIO):
    """A new file whose errors name the path that the user asked for."""

    def __init__(self, temporary: Path, path: Path) -> None:
        super().__init__(temporary, "x+")
        self._path = path

    def write(self, data: "ReadableBuffer") -> int:
        """Write all of `data`, however much the system takes at a time."""
        rest = memoryview(data)
        with write_errors(self._path, writing=True):
            while rest:
                rest = rest[super().write(rest) :]
        return memoryview(data).nbytes


def _check(target: Path) -> None:
    """Raise an `OSError` if `target` exists and must not be replaced."""
    if not exists(target):
        return
    check_ordinary(target)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")


@contextlib.contextmanager
def write_errors(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Raise an `OSError` as a `WrongUsageError`; as an `EngineError` if it is the disk's fault.

    That is always so while `writing`.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _DISK_FULL:
            message = "the disk is full; make room and try again"
            raise EngineError(f"writing {path} failed: {message}") from error
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
