"""Probes: what a build may depend on in the world around it, as values to compare later.

Each takes a subject, such as an absolute path, and returns what is there now as JSON data. None of
them raises an error: what cannot be seen is None.
"""

import os
import stat
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from voicecoach.files.system_probes import SYSTEM_PROBES

# The times of files are as coarse as this, on the file systems of memory cards.
_COARSEST_NS = 2_000_000_000
# Smaller files are compared by what is in them as well, so that one that was merely touched counts
# as unchanged.
_SMALL_BYTES = 1_000_000
_TYPES = {stat.S_IFREG: "file", stat.S_IFDIR: "folder"}


def stamp_of(status: os.stat_result) -> list[int]:
    """Return what changes when a file is written or replaced: size, times in ns and inode."""
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def is_settled(status: os.stat_result) -> bool:
    """Return whether a file that is written from now on gets another time than it has.

    Git calls one that is not settled "racy": it may be written twice within one tick of its clock.
    """
    return time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) > _COARSEST_NS


def _content(path: str) -> Any:
    """Return a file's stamp, whether that is settled, and the digest of a small file."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return None
        small = status.st_size <= _SMALL_BYTES
        digest = sha256(Path(path).read_bytes()).hexdigest() if small else None
    except (OSError, ValueError):
        return None
    return [stamp_of(status), is_settled(status), digest]


def _is_content(path: str, before: Any) -> bool:
    """Return whether a file is what it was when it was probed."""
    if before is None:
        return _content(path) is None
    stamp, was_settled, digest = before
    try:
        now = stamp_of(os.stat(path))
    except (OSError, ValueError):
        return False
    if now == stamp and was_settled:
        return True
    # One that was read within a tick of its last change, or was touched: what is in it decides.
    same_size = digest is not None and now[0] == stamp[0]
    return same_size and bool((_content(path) or [None])[-1] == digest)


def _type(path: str) -> Any:
    """Return whether a path leads to a file, a folder or something else; None for nothing."""
    try:
        return _TYPES.get(stat.S_IFMT(os.stat(path).st_mode), "other")
    except (OSError, ValueError):
        return None


def _link(path: str) -> Any:
    """Return where a path leads, with all links followed."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return None


def _names(pattern: str) -> Any:
    """Return what a folder has of names of a pattern, its last part; links are marked."""
    from fnmatch import fnmatch

    folder, names = os.path.split(pattern)
    try:
        with os.scandir(folder) as entries:
            return sorted(
                f"{entry.name}{'@' * entry.is_symlink()}"
                for entry in entries
                if fnmatch(entry.name, names) and not entry.name.startswith(".")
            )
    except (OSError, ValueError):
        return None


def _found(pattern: str) -> Any:
    """Return the paths that a pattern finds."""
    from glob import glob

    return sorted(glob(pattern))


def _tree(folder: str) -> Any:
    """Return a digest of the names, sizes and times of all files in and below a folder."""
    sha = sha256()
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(parent, name)
            try:
                sha.update(f"{path}\0{stamp_of(os.stat(path))}\0".encode(errors="replace"))
            except OSError:
                continue
    return sha.hexdigest()


def _stamps(pattern: str) -> Any:
    """Return a digest of the paths that a pattern finds, with their sizes and times; None for none.

    It is the same where the same was installed, by another system as well.
    """
    from glob import glob

    sha = sha256()
    for path in (paths := sorted(glob(pattern, recursive=True))):
        try:
            status = os.stat(path)
        except OSError:
            continue
        sha.update(f"{path}\0{status.st_size} {status.st_mtime_ns}\0".encode(errors="replace"))
    return sha.hexdigest() if paths else None


def _program(name: str) -> Any:
    """Return the path and the stamp of the program that is run for a name."""
    from shutil import which

    path = which(name)
    try:
        return path and [path, stamp_of(os.stat(path))]
    except OSError:
        return None


PROBES: Mapping[str, Callable[[str], Any]] = {
    "content": _content,
    "type": _type,
    "link": _link,
    "names": _names,
    "found": _found,
    "stamps": _stamps,
    "tree": _tree,
    "program": _program,
    **SYSTEM_PROBES,
}


def holds(kind: str, subject: str, before: Any) -> bool:
    """Return whether a probe finds what it found before. Raise `KeyError` if there is none such."""
    if kind == "content":
        return _is_content(subject, before)
    return bool(PROBES[kind](subject) == before)
