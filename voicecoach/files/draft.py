"""Drafts: files that are written beside the targets they will replace."""

import contextlib
import errno
import io
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.files.ordinary import check_ordinary, exists, resolved
from voicecoach.files.strays import DRAFT_PREFIX, hold, sweep_drafts
from voicecoach.files.write_errors import write_errors
from voicecoach.problems import EngineError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# Formats write in small pieces.
_BUFFER_BYTES = 1 << 20


class Draft:
    """A file that is written beside the target it will replace, which is at `path`.

    There is none before it is opened, so that whoever has a draft can discard it at any moment.
    """

    file: io.BufferedRandom

    def __init__(self, path: Path) -> None:
        self.path = path
        self.status: os.stat_result | None = None
        with write_errors(path):
            self._target = resolved(path)
            check_replaceable(self._target)
        # Not made of the target's name, which may be as long as the file system allows.
        name = f"{DRAFT_PREFIX}{secrets.token_hex(4)}"
        self._temporary = self._target.with_name(f"{name}.tmp")
        self._backup = self._target.with_name(f"{name}.old")
        self._times_ns = (0, 0)

    def open(self) -> io.BufferedRandom:
        """Make the file, and return it."""
        with write_errors(self.path):
            sweep_drafts(self._target.parent)
            self.file = io.BufferedRandom(_DiskFile(self._temporary, self.path), _BUFFER_BYTES)
        hold(self.file.fileno())
        return self.file

    def finish(self) -> None:
        """Close the file once all of it is on the disk; `status` is what it is then."""
        with write_errors(self.path, writing=True):
            self.file.flush()
            os.fsync(self.file.fileno())
            self.status = os.fstat(self.file.fileno())
            self.file.close()
            if self._target.exists():
                shutil.copymode(self._target, self._temporary)

    def back_up(self) -> None:
        """Keep the old file, if there is one, for `roll_back`."""
        with write_errors(self.path), contextlib.suppress(FileNotFoundError):
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
        with write_errors(self.path):
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
            if hasattr(self, "file"):
                self.file.close()
        for leftover in (self._temporary, self._backup):
            with contextlib.suppress(OSError):
                leftover.unlink()


def check_replaceable(target: Path) -> None:
    """Raise an `OSError` if `target` exists and must not be replaced."""
    if not exists(target):
        return
    check_ordinary(target)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")


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
