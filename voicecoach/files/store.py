"""The store: results cached on disk from run to run, under a digest of everything they depend on.

Each result is a file of its own, written to a temporary name and then renamed. So several programs
can share a store and may be killed at any time, and a damaged file counts as missing. A file's
modification time is when it was last used.
"""

import contextlib
import hashlib
import json
import os
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from voicecoach.files import entries
from voicecoach.problems import DiskFullError

if TYPE_CHECKING:
    from voicecoach.files.scratch import ScratchDirectory

# The store may exceed this only by files used within the last hour.
LIMIT_BYTES = 1_000_000_000
OLDEST_S = 90 * 86_400
# Files used or begun within this time may still be needed by a running program.
_IN_USE_S = 3600
# Spoken lines, encoded spans of sound, measurements of music, drawn covers, the voices that engines
# have, and records of what outputs were made of.
KINDS = ("clip", "span", "song", "cover", "voice", "record")


class StoredFile(Struct, frozen=True):
    """A file in a store: its kind, its size, and when it was last used.

    `path` is a string: a store holds thousands of files, and making a `Path` of each would take
    longer than listing them all.
    """

    path: str
    kind: str
    size_bytes: int
    used_s: float


def digest(parts: Mapping[str, Any], data: bytes = b"") -> str:
    """Return the key of a result: a digest of everything it depends on, JSON data and bytes."""
    sha = hashlib.sha256(json.dumps(parts, sort_keys=True).encode())
    sha.update(data)
    return sha.hexdigest()


class Store:
    """A cache in a directory, which is created for the first result; must be closed.

    An unwritable directory is not an error: results are then kept until the store is closed.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        # It may have been made by hand, or by a program that made it for all.
        entries.make_private(directory)
        self._grown = False
        self._scratch: ScratchDirectory | None = None
        self._making_scratch = threading.Lock()

    def get(self, kind: str, key: str) -> bytes | None:
        """Return the data stored under `key`, or None."""
        found = map(entries.read, self._files(kind, key))
        return next((data for data in found if data is not None), None)

    def length(self, kind: str, key: str) -> int | None:
        """Return the size in bytes of the data under `key`, or None if it is missing or cut off."""
        found = map(entries.data_length, self._files(kind, key))
        return next((length for length in found if length is not None), None)

    def checksum(self, kind: str, key: str) -> str | None:
        """Return what is another text where the data under `key` is, without reading all of it.

        None if it is missing or cut off.
        """
        found = map(entries.checksum, self._files(kind, key))
        return next((text for text in found if text is not None), None)

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Store `data`, whose kind is one of `KINDS`, under `key`.

        Raise `EngineError` if not even a temporary directory can be made.
        """
        self._grown = True
        try:
            entries.write(_file(self.directory, kind, key), data)
        except OSError:
            # If that is full too, the caller has to make the data again.
            with contextlib.suppress(OSError, DiskFullError):
                entries.write(_file(self._scratch_directory(), kind, key), data)

    def files(self) -> Iterator[StoredFile]:
        """Yield the files kept from run to run, ignoring anything else in the directory."""
        for kind in KINDS:
            directory = self.directory / f"{kind}s"
            if directory.is_symlink():
                continue
            suffixes = (f".{kind}", entries.UNFINISHED)
            with contextlib.suppress(OSError), os.scandir(directory) as files:
                for file in files:
                    if file.name.endswith(suffixes) and not file.is_dir(follow_symlinks=False):
                        # It may have been removed in the meantime.
                        with contextlib.suppress(OSError):
                            stat = file.stat(follow_symlinks=False)
                            yield StoredFile(file.path, kind, stat.st_size, stat.st_mtime)

    def sweep(self, limit_bytes: int = LIMIT_BYTES) -> None:
        """Remove files unused for `OLDEST_S`, and the least recently used above `limit_bytes`.

        Files used within the last hour stay, and so do those that cannot be removed.
        """
        now_s = time.time()
        files = sorted(self.files(), key=lambda file: file.used_s)
        excess_bytes = sum(file.size_bytes for file in files) - limit_bytes
        for file in files:
            unused_s = now_s - file.used_s
            unfinished = file.path.endswith(entries.UNFINISHED)
            if unused_s > _IN_USE_S and (excess_bytes > 0 or unfinished or unused_s > OLDEST_S):
                excess_bytes -= file.size_bytes if _remove(file) else 0

    def clear(self) -> list[StoredFile]:
        """Remove all files, and return those that were removed.

        Files that cannot be removed stay. Running builds remake what they need.
        """
        return [file for file in self.files() if _remove(file)]

    def close(self) -> None:
        """Sweep the directory if it has grown, and remove the results that it could not take."""
        if self._grown:
            self.sweep()
        if self._scratch:
            self._scratch.cleanup()
            self._scratch = None

    def _files(self, kind: str, key: str) -> Iterator[Path]:
        yield _file(self.directory, kind, key)
        if self._scratch:
            yield _file(Path(self._scratch.name), kind, key)

    def _scratch_directory(self) -> Path:
        # Few stores cannot be written; where nothing is, nobody waits for this import.
        from voicecoach.files.scratch import scratch_directory

        with self._making_scratch:
            self._scratch = self._scratch or scratch_directory()
            return Path(self._scratch.name)


def _file(directory: Path, kind: str, key: str) -> Path:
    return Path(f"{directory}/{kind}s/{key}.{kind}")


def _remove(file: StoredFile) -> bool:
    try:
        Path(file.path).unlink()
    except OSError:
        return False
    return True
