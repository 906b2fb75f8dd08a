"""Downloading: a server may send no other size than the catalogue says, and no other MD5.

What was cut off is resumed: the bytes that have arrived are kept beside the target.
"""

import hashlib
import os
import re
import time
from collections.abc import Callable
from http.client import HTTPResponse
from pathlib import Path
from typing import IO

from voicecoach.files.write_errors import write_errors
from voicecoach.problems import CatalogueError, EngineError
from voicecoach.speech.piper_voices.catalogue import CatalogueFile
from voicecoach.speech.piper_voices.web import (
    CutOffError,
    NotFoundError,
    RangeRefusedError,
    open_url,
    reading,
)
from voicecoach.units import megabytes

# Called with how many bytes have arrived, and how many there are.
OnProgress = Callable[[int, int], None]

TIMEOUT_S = 30.0
PART = ".part"
# What is small comes at once, or from a server that only seems to send it.
_SMALL_LIMIT_S = 120.0
_TRIES = 3
_CHUNK_BYTES = 1 << 18
_PARTIAL_CONTENT = 206
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)", re.ASCII)


def download(
    url: str, file: CatalogueFile, target: Path, on_progress: OnProgress, timeout_s: float
) -> None:
    """Download a file of the catalogue, going on with what has arrived of it before.

    `timeout_s` is the longest silence of the server. Raise `CatalogueError` if the file is another
    one than the catalogue says, `EngineError` if it does not come.
    """
    part = target.with_name(target.name + PART)
    why = ""
    for _ in range(_TRIES):
        before_bytes = _size_bytes(part)
        try:
            if before_bytes != file.size_bytes:
                _receive(url, file, part, on_progress, timeout_s)
        except CutOffError as error:
            why = str(error)
            continue
        if is_same(part, file):
            with write_errors(target, writing=True):
                part.replace(target)
            return
        part.unlink()
        why = "what arrived was not what the catalogue says (its MD5 differs), and was removed"
        if not before_bytes:
            raise CatalogueError(f"{url}: {why}")
    kept = "what has arrived is kept, and the next try goes on from there"
    raise EngineError(f"{url}: {why}", kept if _size_bytes(part) else "try again later")


def download_small(url: str, limit_bytes: int, timeout_s: float) -> bytes | None:
    """Return a file that no catalogue knows, None if there is none.

    Raise `EngineError` if it does not come or is larger than `limit_bytes`.
    """
    try:
        with open_url(url, timeout_s) as response, reading():
            data = _read_small(response, limit_bytes)
    except NotFoundError:
        return None
    except CutOffError as error:
        raise EngineError(f"{url}: {error}", "try again later") from error
    if len(data) > limit_bytes:
        raise EngineError(f"{url}: it is larger than {megabytes(limit_bytes)}")
    return data


def _read_small(response: HTTPResponse, limit_bytes: int) -> bytes:
    """Return the whole of an answer, or somewhat more than the limit."""
    data = b""
    end_s = time.monotonic() + _SMALL_LIMIT_S
    while len(data) <= limit_bytes and (chunk := response.read1(_CHUNK_BYTES)):
        data += chunk
        if time.monotonic() > end_s:
            raise CutOffError(f"the server takes longer than {_SMALL_LIMIT_S:.0f} s")
    return data


def is_same(path: Path, file: CatalogueFile) -> bool:
    """Return whether a file is there and is, by size and MD5, the one of the catalogue."""
    try:
        if path.stat().st_size != file.size_bytes:
            return False
        with path.open("rb") as opened:
            return md5(opened) == file.md5
    except OSError:
        return False


def md5(file: IO[bytes]) -> str:
    """Return the MD5 of the rest of a file, in hexadecimal digits."""
    # It is what the catalogue has; against forgery there is https.
    total = hashlib.md5(usedforsecurity=False)
    while chunk := file.read(_CHUNK_BYTES):
        total.update(chunk)
    return total.hexdigest()


def _receive(
    url: str, file: CatalogueFile, part: Path, on_progress: OnProgress, timeout_s: float
) -> None:
    """Append to `part` what is missing. Raise `CutOffError` if not all of it comes."""
    done_bytes = _size_bytes(part)
    if done_bytes > file.size_bytes:
        done_bytes = 0
    try:
        with open_url(url, timeout_s, done_bytes) as response:
            if response.status != _PARTIAL_CONTENT:
                # Servers that know no ranges send the whole file.
                done_bytes = 0
            elif not _continues(response, done_bytes, file.size_bytes):
                raise RangeRefusedError
            _check_length(url, response, file.size_bytes - done_bytes)
            _append(response, part, done_bytes, file.size_bytes, on_progress)
    except RangeRefusedError:
        part.unlink(missing_ok=True)
        raise CutOffError("the server does not send what is missing of it") from None


def _append(
    response: HTTPResponse, part: Path, done_bytes: int, size_bytes: int, on_progress: OnProgress
) -> None:
    with write_errors(part, writing=True), part.open("r+b" if done_bytes else "wb") as opened:
        opened.seek(done_bytes)
        while done_bytes < size_bytes:
            with reading():
                # What has come so far, so that nothing of it is lost if no more comes.
                chunk = response.read1(min(_CHUNK_BYTES, size_bytes - done_bytes))
            if not chunk:
                break
            opened.write(chunk)
            done_bytes += len(chunk)
            on_progress(done_bytes, size_bytes)
        opened.flush()
        os.fsync(opened.fileno())
    if done_bytes < size_bytes:
        raise CutOffError(f"the server stopped after {done_bytes:,} of {size_bytes:,} bytes")


def _continues(response: HTTPResponse, done_bytes: int, size_bytes: int) -> bool:
    """Return whether what is sent of the file is all that is missing."""
    match = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    return (
        match is not None
        and (int(match[1]), int(match[2])) == (done_bytes, size_bytes - 1)
        and match[3] in ("*", str(size_bytes))
    )


def _check_length(url: str, response: HTTPResponse, expected_bytes: int) -> None:
    length = response.headers.get("Content-Length")
    if length is not None and length.strip() != str(expected_bytes):
        sizes = f"the server sends {length[:20]} bytes, by the catalogue it is {expected_bytes}"
        raise CatalogueError(f"{url}: {sizes}")


def _size_bytes(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
