"""The installation: what every build depends on besides what it reads."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import voicecoach

# What can be imported, or says which version of something is installed; folders have no suffix.
_SUFFIXES = {".dist-info", ".egg-info", ".egg-link", ".pth", ".py", ".pyd", ".so", ".zip", ""}


@cache
def installation() -> str:
    """Return a digest of this Python, its packages and this program, as this process began with.

    Packages are told by the names and times of what is in the folders that Python imports from, as
    asking for the version of each takes longer than all of a rebuild with nothing changed. The
    program itself is told by its files, as it may be one that is being worked on.
    """
    sha = sha256(f"{sys.version}\0{sys.platform}\0{voicecoach.__version__}\0".encode())
    for place in (*_packages(), *_files(os.path.dirname(voicecoach.__file__))):
        sha.update(f"{place}\0".encode(errors="replace"))
    return sha.hexdigest()


def _packages() -> Iterator[str]:
    """Yield what is in each folder that Python imports from; of a version, when it came."""
    for folder in _import_folders():
        yield folder
        try:
            with os.scandir(folder) as entries:
                found = [entry for entry in entries if _suffix(entry.name) in _SUFFIXES]
                yield from sorted(
                    f"{entry.name} {_time_ns(entry)}"
                    if entry.name.endswith("-info")
                    else entry.name
                    for entry in found
                    if entry.name != "__pycache__"
                )
        except OSError:
            # An archive, or nothing.
            yield str(_time_ns(Path(folder)))


def _import_folders() -> list[str]:
    """Return where packages are; neither where one happens to be, nor where the program is."""
    here = {os.path.realpath(os.path.dirname(sys.argv[0])), os.path.realpath(os.curdir)}
    return [folder for folder in sys.path if os.path.realpath(folder) not in here]


def _files(folder: str) -> Iterator[str]:
    """Yield each file in and below a folder, with its time and size."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1]


def _time_ns(file: "os.DirEntry[str] | Path") -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
