"""Locks between programs: only one at a time holds a file's lock, and it ends with the program."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from voicecoach.files.write_errors import write_errors


@contextmanager
def locked(path: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a file, which is made and stays; call `on_wait` if another program has it.

    Raise `EngineError` if the file cannot be made or locked.
    """
    with write_errors(path, writing=True):
        # A pipe would be waited for.
        file = open(path, "a", opener=_without_waiting)  # noqa: SIM115
    with file:
        with write_errors(path, writing=True):
            if not _lock(file, wait=False):
                on_wait()
                while not _lock(file, wait=True):
                    continue
        yield


def _without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0), 0o666)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: TextIO, *, wait: bool) -> bool:
        """Lock the file and return True, or return False: at once, or after ten seconds."""
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: TextIO, *, wait: bool) -> bool:
        """Lock the file and return True; return False if it is not to wait and would have to."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
