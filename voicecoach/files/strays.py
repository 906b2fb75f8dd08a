"""Strays: what a killed build has left beside its outputs or among the temporary files.

A later build removes it once it is an hour old. Whoever makes such a file holds a lock on it, which
ends with the program, so that nothing is taken from a build that sleeps with its machine.
"""

import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

DRAFT_PREFIX = ".voicecoach-"
SCRATCH_PREFIX = "voicecoach-"
_DRAFT = re.compile(re.escape(DRAFT_PREFIX) + r"[0-9a-f]{8}\.(tmp|old)")
_SCRATCH = re.compile(re.escape(SCRATCH_PREFIX) + r"[a-z0-9_]{8}")
_OLD_S = 3600


def sweep_drafts(directory: Path) -> None:
    """Remove the unfinished files of killed builds from a directory of outputs."""
    for path in _old(directory, _DRAFT, stat.S_ISREG):
        with _unheld(path) as is_stray, suppress(OSError):
            if is_stray:
                path.unlink()


def sweep_scratch() -> None:
    """Remove the temporary directories of killed builds."""
    try:
        directory = Path(tempfile.gettempdir())
    except OSError:
        # There is none that can be written, and few builds need one.
        return
    for path in _old(directory, _SCRATCH, stat.S_ISDIR):
        with _unheld(path) as is_stray:
            if is_stray:
                shutil.rmtree(path, ignore_errors=True)


if sys.platform == "win32":

    def hold(handle: int) -> bool:  # noqa: ARG001
        """Return True: nobody removes an open file on Windows, or opens a directory."""
        return True

else:
    import fcntl

    def hold(handle: int) -> bool:
        """Lock a file or directory until it is closed; return False where that is not possible."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def _old(directory: Path, name: re.Pattern[str], is_kind: Callable[[int], bool]) -> Iterator[Path]:
    """Yield what is named so, is of a kind, is one's own, and was not changed for an hour."""
    with suppress(OSError, ValueError), os.scandir(directory) as entries:
        for entry in entries:
            if not name.fullmatch(entry.name):
                continue
            with suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                is_own = not hasattr(os, "getuid") or status.st_uid == os.getuid()
                age_s = time.time() - status.st_mtime
                if is_own and is_kind(status.st_mode) and age_s > _OLD_S:
                    yield Path(entry.path)


@contextmanager
def _unheld(path: Path) -> Iterator[bool]:
    """Lock a file or directory, and yield whether that was possible: nobody works with it."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        yield False
        return
    try:
        yield hold(handle)
    finally:
        os.close(handle)
