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
import sys
import time
from pathlib import Path
from typing import BinaryIO

from voicecoach.files.ordinary import open_kept

UNFINISHED = ".part"
# Times of use are updated no more often than this, so that most reads cost no write.
_TOUCH_INTERVAL_S = 600
_LENGTH_BYTES = 8
_DIGEST_BYTES = 16
_HEAD_BYTES = _LENGTH_BYTES + 2 * _DIGEST_BYTES
# An hour of speech has fewer; what claims to have more is not read into memory.
_LARGEST_BYTES = 400_000_000
# The cache tells what its user does.
_FOR_ITS_USER_ALONE = 0o700


def read(file: Path) -> bytes | None:
    """Return the data of an entry, None if there is none; note that it was used."""
    with contextlib.suppress(OSError), _opened(file) as opened:
        length = _length(opened, file)
        if length is None:
            return None
        checksum, data = opened.read(_DIGEST_BYTES), opened.read(length)
        if len(data) != length or checksum != _digest(file, data):
            return None
        if abs(time.time() - os.fstat(opened.fileno()).st_mtime) > _TOUCH_INTERVAL_S:
            with contextlib.suppress(OSError):
                os.utime(file)
        return data
    return None


def data_length(file: Path) -> int | None:
    """Return the size in bytes of an entry's data, None if there is none or it is cut off."""
    with contextlib.suppress(OSError), _opened(file) as opened:
        return _length(opened, file)
    return None


def checksum(file: Path) -> str | None:
    """Return the digest of an entry's name and data, None if there is none or it is cut off."""
    with contextlib.suppress(OSError), _opened(file) as opened:
        if _length(opened, file) is not None:
            return opened.read(_DIGEST_BYTES).hex()
    return None


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
            opened.write(len(data).to_bytes(_LENGTH_BYTES, "big"))
            opened.write(_digest(file) + _digest(file, data))
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


def _opened(file: Path) -> BinaryIO:
    if file.is_symlink() or file.parent.is_symlink():
        raise OSError
    return open_kept(file)


def _length(opened: BinaryIO, file: Path) -> int | None:
    """Read the head up to the checksum; return the length in it if the file has it and its name."""
    length = int.from_bytes(opened.read(_LENGTH_BYTES), "big")
    is_whole = os.fstat(opened.fileno()).st_size == _HEAD_BYTES + length
    is_own = opened.read(_DIGEST_BYTES) == _digest(file)
    return length if is_whole and is_own and length <= _LARGEST_BYTES else None


def _digest(file: Path, data: bytes = b"") -> bytes:
    sha = hashlib.sha256(f"{file.name}\0".encode())
    sha.update(data)
    return sha.digest()[:_DIGEST_BYTES]
