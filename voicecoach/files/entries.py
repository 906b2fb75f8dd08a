"""Entries: the files of a store, each with the result of one key and named by it.

An entry begins with the length of its data in bytes (8 bytes, big endian), a digest of its name,
and one of its name and data (16 bytes each, of SHA-256). So what is cut off, changed, or another's
under this name is no entry. Neither is a link, a pipe or a device: the directory may be anybody's.
"""

import contextlib
import errno
import hashlib
import os
import stat
import struct
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

UNFINISHED = ".part"
# Times of use are updated no more often than this, so that most reads cost no write.
_TOUCH_INTERVAL_S = 600
_DIGEST_BYTES = 16
_HEAD = struct.Struct(f">Q{_DIGEST_BYTES}s{_DIGEST_BYTES}s")
# A pipe in its place is not waited for; not every system has each of these.
_TO_READ = sum(getattr(os, flag, 0) for flag in ("O_RDONLY", "O_NONBLOCK", "O_NOCTTY", "O_BINARY"))
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# An hour of speech has fewer; what claims to have more is not read into memory.
_LARGEST_BYTES = 400_000_000
# The cache tells what its user does.
_FOR_ITS_USER_ALONE = 0o700


class _Head(NamedTuple):
    """The length of an entry's data in bytes, and the digest of its name and data."""

    length: int
    checksum: bytes


def read(file: Path) -> bytes | None:
    """Return the data of an entry, None if there is none; note that it was used."""
    with contextlib.suppress(OSError), _opened(file) as (handle, status):
        head = _head(handle, status, file)
        data = b"" if head is None else _read(handle, head.length)
        if head is None or len(data) != head.length or head.checksum != _digest(file, data):
            return None
        if abs(time.time() - status.st_mtime) > _TOUCH_INTERVAL_S:
            with contextlib.suppress(OSError):
                os.utime(file)
        return data
    return None


def data_length(file: Path) -> int | None:
    """Return the size in bytes of an entry's data, None if there is none or it is cut off."""
    head = _head_of(file)
    return None if head is None else head.length


def checksum(file: Path) -> str | None:
    """Return the digest of an entry's name and data, None if there is none or it is cut off."""
    head = _head_of(file)
    return None if head is None else head.checksum.hex()


def write(file: Path, data: bytes) -> None:
    """Write an entry under a temporary name, then rename it; an `OSError` leaves nothing behind.

    Raise one, too, if its directory is a link: what is there is not the store's.
    """
    file.parent.parent.mkdir(_FOR_ITS_USER_ALONE, parents=True, exist_ok=True)
    file.parent.mkdir(_FOR_ITS_USER_ALONE, exist_ok=True)
    if file.parent.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "it is a link")
    import tempfile

    handle, name = tempfile.mkstemp(dir=file.parent, suffix=UNFINISHED)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(_HEAD.pack(len(data), _digest(file), _digest(file, data)))
            opened.write(data)
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def make_private(directory: Path) -> None:
    """Close the directory of a store to others, if it is there and its user's own, and no link."""
    with contextlib.suppress(OSError):
        status = directory.lstat()
        is_own = sys.platform != "win32" and status.st_uid == os.geteuid()
        if is_own and stat.S_ISDIR(status.st_mode) and stat.S_IMODE(status.st_mode) & 0o077:
            directory.chmod(_FOR_ITS_USER_ALONE)


def _head_of(file: Path) -> _Head | None:
    with contextlib.suppress(OSError), _opened(file) as (handle, status):
        return _head(handle, status, file)
    return None


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[tuple[int, os.stat_result]]:
    """Yield the handle of an ordinary file, and what the system knows of it; else raise OSError."""
    if file.parent.is_symlink() or (not _NO_LINK and file.is_symlink()):
        raise OSError
    handle = os.open(file, _TO_READ | _NO_LINK)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError
        yield handle, status
    finally:
        os.close(handle)


def _head(handle: int, status: os.stat_result, file: Path) -> _Head | None:
    """Read the head; return what is in it if the file has that length and that name."""
    head = os.read(handle, _HEAD.size)
    if len(head) < _HEAD.size:
        return None
    length, name_digest, checksum = _HEAD.unpack(head)
    is_whole = status.st_size == _HEAD.size + length
    is_own = name_digest == _digest(file)
    return _Head(length, checksum) if is_whole and is_own and length <= _LARGEST_BYTES else None


def _read(handle: int, length: int) -> bytes:
    """Return so many bytes, fewer at the end; a system may give them in several parts."""
    data = os.read(handle, length)
    while len(data) < length and (more := os.read(handle, length - len(data))):
        data += more
    return data


def _digest(file: Path, data: bytes = b"") -> bytes:
    sha = hashlib.sha256(f"{file.name}\0".encode())
    sha.update(data)
    return sha.digest()[:_DIGEST_BYTES]
