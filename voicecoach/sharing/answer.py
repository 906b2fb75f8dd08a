"""Answers: what a GET or HEAD of a file gets, as RFC 9110 says.

An answer is only planned here; whoever sends it reads the file meanwhile.
"""

import secrets
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.sharing.conditions import Validators, allows_ranges, judge
from voicecoach.sharing.ranges import ByteRange, UnsatisfiableError, parse

_STATUS_OF_VERDICT = {"unchanged": 304, "failed": 412}


class Representation(Struct, frozen=True):
    """What there is of a file: its size in bytes, its media type, and what its state is told by."""

    size: int
    media_type: str
    validators: Validators


class Answer(Struct, frozen=True):
    """A status, header fields, and a body in pieces: bytes, and ranges of bytes of the file."""

    status: int
    headers: Mapping[str, str]
    pieces: tuple[bytes | ByteRange, ...] = ()

    def without_body(self) -> "Answer":
        """Return the answer to a HEAD: it states the length of a body that does not follow."""
        return replace(self, pieces=())


def answer(method: str, headers: Mapping[str, str], file: Representation) -> Answer:
    """Return the answer to a request; `headers` are those of the request, in lower case."""
    verdict = judge(headers, file.validators)
    if verdict != "send":
        return Answer(_STATUS_OF_VERDICT[verdict], _headers(file))
    # Ranges are defined for GET alone (section 14.2).
    if method == "HEAD":
        return _whole(file).without_body()
    if "range" not in headers or not allows_ranges(headers, file.validators):
        return _whole(file)
    try:
        ranges = parse(headers["range"], file.size)
    except UnsatisfiableError:
        unsatisfied = {"content-range": f"bytes */{file.size}", "content-length": "0"}
        return Answer(416, _headers(file) | unsatisfied)
    if not ranges:
        return _whole(file)
    return _part(file, ranges[0]) if len(ranges) == 1 else _parts(file, ranges)


def _headers(file: Representation) -> dict[str, str]:
    return {
        "accept-ranges": "bytes",
        "etag": file.validators.etag,
        "last-modified": file.validators.last_modified,
    }


def _whole(file: Representation) -> Answer:
    all_bytes = (ByteRange(0, file.size - 1),) if file.size else ()
    return _answer(200, file, file.media_type, all_bytes)


def _part(file: Representation, part: ByteRange) -> Answer:
    content_range = {"content-range": part.content_range(file.size)}
    return _answer(206, file, file.media_type, (part,), content_range)


def _parts(file: Representation, parts: list[ByteRange]) -> Answer:
    """Return several parts as multipart/byteranges (section 14.6)."""
    boundary = secrets.token_hex(16)
    pieces: list[bytes | ByteRange] = []
    for part in parts:
        head = (
            f"\r\n--{boundary}\r\n"
            f"Content-Type: {file.media_type}\r\n"
            f"Content-Range: {part.content_range(file.size)}\r\n\r\n"
        )
        pieces += [head.encode("ascii"), part]
    pieces.append(f"\r\n--{boundary}--\r\n".encode("ascii"))
    return _answer(206, file, f"multipart/byteranges; boundary={boundary}", tuple(pieces))


def _answer(
    status: int,
    file: Representation,
    media_type: str,
    pieces: tuple[bytes | ByteRange, ...],
    more: Mapping[str, str] | None = None,
) -> Answer:
    length = sum(len(each) if isinstance(each, bytes) else each.length for each in pieces)
    stated = {"content-type": media_type, "content-length": str(length)}
    return Answer(status, _headers(file) | stated | dict(more or {}), pieces)
