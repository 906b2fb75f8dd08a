"""The store: results kept on disk from run to run, each by a digest of all that it depends on.

An entry is a file of its own. It is written beside its place and renamed, and begins with its
length and a checksum: programs side by side may share a store, may be killed at any time, and a
damaged entry counts as none. The time of a file is when its entry was last used.
"""

import contextlib
import hashlib
import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from voicecoach.files.scratch import scratch_directory

# As much is kept at most, unless what was used a moment ago is more.
LIMIT_BYTES = 1_000_000_000
OLDEST_S = 90 * 86_400
# A program at work may be about to use what was used or begun since.
_AT_WORK_S = 3600
# The time of use is noted no more finely than this: reading an entry is to cost no write.
_NOTED_S = 600
_LENGTH_BYTES = 8
_HEAD_BYTES = _LENGTH_BYTES + hashlib.sha256().digest_size
_UNFINISHED = ".part"
# What is kept: spoken lines, stretches of sound already encoded, and what was measured of music.
KINDS = ("clip", "span", "song")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a store: of which kind it is, its size, and when it was last used.

    `path` is plain text: a store holds thousands of files, and a `Path` for each takes longer than
    asking the system for all of them.
    """

    path: str
    kind: str
    size_bytes: int
    used_s: float

    @property
    def file(self) -> Path:
        """The file itself."""
        return Path(self.path)


def digest(parts: Mapping[str, Any], data: bytes = b"") -> str:
    """Return the key of a result: a digest of all that it depends on, JSON data and bytes."""
    known = hashlib.sha256(json.dumps(parts, sort_keys=True).encode())
    known.update(data)
    return known.hexdigest()


class Store:
    """What is kept in a directory, which is made when the first result is put in; to be closed.

    A directory that cannot be written is no error: its results are kept until the store is closed.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._grown = False
        self._scratch: TemporaryDirectory[str] | None = None
        self._making_scratch = threading.Lock()

    def get(self, kind: str, key: str) -> bytes | None:
        """Return what was put in under `key`, or None."""
        for file in self._files(kind, key):
            data = _read(file)
            if data is not None:
                return data
        return None

    def length(self, kind: str, key: str) -> int | None:
        """Return how many bytes were put in under `key`, or None where not as many are there."""
        for file in self._files(kind, key):
            length = _length(file)
            if length is not None:
                return length
        return None

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep `data`, whose kind is one of `KINDS`, under `key`.

        Raise `EngineError` if not even a temporary directory can be made.
        """
        self._grown = True
        try:
            _write(_file(self.directory, kind, key), data)
        except OSError:
            # Where that is full too, whoever asks for it makes it again.
            with contextlib.suppress(OSError):
                _write(_file(self._scratch_directory(), kind, key), data)

    def files(self) -> Iterator[StoredFile]:
        """Yield what is kept from run to run; of something else in the directory, nothing."""
        for kind in KINDS:
            ends = (f".{kind}", _UNFINISHED)
            with contextlib.suppress(OSError), os.scandir(self.directory / f"{kind}s") as files:
                for file in files:
                    if file.name.endswith(ends):
                        try:
                            stat = file.stat()
                        except OSError:
                            # It is gone by now.
                            continue
                        yield StoredFile(file.path, kind, stat.st_size, stat.st_mtime)

    def sweep(self, limit_bytes: int = LIMIT_BYTES) -> None:
        """Remove what has not been used for long, and the longest unused where there is too much.

        What was used within the last hour stays; so do files that cannot be removed.
        """
        now_s = time.time()
        files = sorted(self.files(), key=lambda file: file.used_s)
        excess_bytes = sum(file.size_bytes for file in files) - limit_bytes
        for file in files:
            unused_s = now_s - file.used_s
            unfinished = file.path.endswith(_UNFINISHED)
            if unused_s > _AT_WORK_S and (excess_bytes > 0 or unfinished or unused_s > OLDEST_S):
                excess_bytes -= file.size_bytes if _remove(file) else 0

    def clear(self) -> list[StoredFile]:
        """Remove all that is kept, and return what was removed.

        What cannot be removed stays. Builds at work make anew what they miss.
        """
        return [file for file in self.files() if _remove(file)]

    def close(self) -> None:
        """Sweep the directory if it has grown, and remove what could be kept only until now."""
        if self._grown:
            self.sweep()
        if self._scratch:
            self._scratch.cleanup()

    def _files(self, kind: str, key: str) -> Iterator[Path]:
        yield _file(self.directory, kind, key)
        if self._scratch:
            yield _file(Path(self._scratch.name), kind, key)

    def _scratch_directory(self) -> Path:
        with self._making_scratch:
            self._scratch = self._scratch or scratch_directory()
            return Path(self._scratch.name)


def _file(directory: Path, kind: str, key: str) -> Path:
    return directory / f"{kind}s" / f"{key}.{kind}"


def _read(file: Path) -> bytes | None:
    try:
        with file.open("rb") as stored:
            head, data = stored.read(_HEAD_BYTES), stored.read()
            used_s = os.fstat(stored.fileno()).st_mtime
    except OSError:
        return None
    if head != _head(data):
        return None
    if abs(time.time() - used_s) > _NOTED_S:
        with contextlib.suppress(OSError):
            os.utime(file)
    return data


def _length(file: Path) -> int | None:
    try:
        with file.open("rb") as stored:
            length = int.from_bytes(stored.read(_LENGTH_BYTES), "big")
            size_bytes = os.fstat(stored.fileno()).st_size
    except OSError:
        return None
    return length if size_bytes == _HEAD_BYTES + length else None


def _write(file: Path, data: bytes) -> None:
    """Write a file beside its place and rename it. Raise `OSError`, with nothing left behind."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=_UNFINISHED)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(_head(data))
            part.write(data)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _head(data: bytes) -> bytes:
    return len(data).to_bytes(_LENGTH_BYTES, "big") + hashlib.sha256(data).digest()


def _remove(file: StoredFile) -> bool:
    try:
        Path(file.path).unlink()
    except OSError:
        return False
    return True
