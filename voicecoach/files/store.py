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
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

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
# What is kept: spoken lines, and stretches of sound already encoded.
KINDS = ("clip", "span", "song")


@dataclass(frozen=True, slots=True)
class Entry:
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


def default_directory() -> Path:
    """Return the user's directory for stores, under `XDG_CACHE_HOME` where that is set."""
    home = os.environ.get("XDG_CACHE_HOME")
    return Path(home, "voicecoach") if home else platformdirs.user_cache_path("voicecoach", False)


def digest(parts: Mapping[str, Any], data: bytes = b"") -> str:
    """Return the key of a result: a digest of all that it depends on, JSON data and bytes."""
    known = hashlib.sha256(json.dumps(parts, sort_keys=True).encode())
    known.update(data)
    return known.hexdigest()


class Store:
    """The entries of one kind in a directory, which is made when the first one is put in.

    A directory that cannot be read or written is no error: it holds nothing and keeps nothing.
    """

    def __init__(self, directory: Path, kind: str) -> None:
        """`kind` is a word, such as `clip`."""
        self._directory = directory / f"{kind}s"
        self._kind = kind

    def get(self, key: str) -> bytes | None:
        """Return what was put in under `key`, or None."""
        file = self._file(key)
        try:
            with file.open("rb") as entry:
                head, data = entry.read(_HEAD_BYTES), entry.read()
                used_s = os.fstat(entry.fileno()).st_mtime
        except OSError:
            return None
        if head != _head(data):
            return None
        if abs(time.time() - used_s) > _NOTED_S:
            with contextlib.suppress(OSError):
                os.utime(file)
        return data

    def length(self, key: str) -> int | None:
        """Return how many bytes were put in under `key`, or None where not as many are there."""
        try:
            with self._file(key).open("rb") as entry:
                length = int.from_bytes(entry.read(_LENGTH_BYTES), "big")
                size_bytes = os.fstat(entry.fileno()).st_size
        except OSError:
            return None
        return length if size_bytes == _HEAD_BYTES + length else None

    def put(self, key: str, data: bytes) -> bool:
        """Keep `data` under `key`, and return whether that was possible."""
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._directory, suffix=_UNFINISHED)
            beside = Path(name)
            try:
                with os.fdopen(handle, "wb") as part:
                    part.write(_head(data))
                    part.write(data)
                beside.replace(self._file(key))
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
        except OSError:
            return False
        return True

    def _file(self, key: str) -> Path:
        return self._directory / f"{key}.{self._kind}"


def _head(data: bytes) -> bytes:
    return len(data).to_bytes(_LENGTH_BYTES, "big") + hashlib.sha256(data).digest()


def entries(directory: Path) -> Iterator[Entry]:
    """Yield what the stores in a directory hold; of something else in it, nothing."""
    for kind in KINDS:
        ends = (f".{kind}", _UNFINISHED)
        with contextlib.suppress(OSError), os.scandir(directory / f"{kind}s") as files:
            for file in files:
                if file.name.endswith(ends):
                    try:
                        stat = file.stat()
                    except OSError:
                        # It is gone by now.
                        continue
                    yield Entry(file.path, kind, stat.st_size, stat.st_mtime)


def sweep(directory: Path, limit_bytes: int = LIMIT_BYTES) -> None:
    """Remove what has not been used for long, and the longest unused where there is too much.

    What was used within the last hour stays; so do files that cannot be removed.
    """
    now_s = time.time()
    found = sorted(entries(directory), key=lambda entry: entry.used_s)
    excess_bytes = sum(entry.size_bytes for entry in found) - limit_bytes
    for entry in found:
        unused_s = now_s - entry.used_s
        unfinished = entry.path.endswith(_UNFINISHED)
        if unused_s > _AT_WORK_S and (excess_bytes > 0 or unfinished or unused_s > OLDEST_S):
            excess_bytes -= entry.size_bytes if _remove(entry) else 0


def clear(directory: Path) -> list[Entry]:
    """Remove all that the stores in a directory hold, and return what was removed.

    What cannot be removed stays. Builds at work make anew what they miss.
    """
    return [entry for entry in entries(directory) if _remove(entry)]


def _remove(entry: Entry) -> bool:
    try:
        Path(entry.path).unlink()
    except OSError:
        return False
    return True
