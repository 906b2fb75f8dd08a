"""The site: what is offered, under a path that nobody can guess.

Names are looked up in a table, never on the disk: whatever a path holds, it leads to what is
offered or nowhere. Whoever has the token may read all of it, under any name of this computer: so
the `Host` of a request is not checked, and a page of another site that has its name lead here
(DNS rebinding) still lacks the token.
"""

import os
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import BinaryIO
from urllib.parse import unquote_to_bytes

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from voicecoach.problems import VoicecoachError
from voicecoach.sharing.answer import Answer, answer
from voicecoach.sharing.ranges import ByteRange
from voicecoach.sharing.resources import Resource

_BLOCK_BYTES = 64 * 1024
# In bytes: 128 bits. Its 22 letters keep the QR code of any IPv4 address at 29 by 29 modules.
_TOKEN_BYTES = 16
# How a proxy asks, which a server has to take as well (RFC 9112, section 3.2.2).
_ABSOLUTE_FORM = re.compile(rb"^https?://[^/]*", re.IGNORECASE)
# The token is in the address: no page may tell it to another, and no type is guessed.
_SAFE = {
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def new_token() -> str:
    """Return a token that cannot be guessed."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


class FileChangedError(Exception):
    """A file has become shorter, or cannot be read any more, while it is sent."""


class Site:
    """An ASGI application that offers resources by their names; "" is the list of them.

    `origins` are the addresses without a path, such as `http://192.168.1.5:8000`, the likeliest
    first. What is made of the address asked for is made of one of them only.
    """

    def __init__(
        self, token: str, resources: Mapping[str, Resource], origins: Sequence[str]
    ) -> None:
        self._token = token.encode("ascii")
        self._resources = resources
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self._response(Request(scope))
        response.headers.update(_SAFE)
        with suppress(FileChangedError):
            # The length has been stated already. The server closes the connection after an answer
            # that ends early, by which the client can tell.
            await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        segments = _ABSOLUTE_FORM.sub(b"", request.scope["raw_path"]).split(b"/")
        if len(segments) < 2 or not secrets.compare_digest(segments[1], self._token):
            return _not_found()
        if len(segments) == 2:
            # Links on the list lead from the folder that the slash at the end makes of it.
            return RedirectResponse(f"/{self._token.decode()}/", 308)
        # A slash that is encoded stays within its segment, and so leads nowhere.
        resource = self._resources.get(os.fsdecode(unquote_to_bytes(segments[2])))
        if len(segments) > 3 or segments[0] or resource is None:
            return _not_found()
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("Only GET and HEAD", 405, {"allow": "GET, HEAD"})
        try:
            opened = await run_in_threadpool(resource.open, self._base_url(request))
        except (OSError, VoicecoachError):
            return _not_found()
        planned = answer(request.method, _fields(request.headers), opened.representation)
        return _FileResponse(opened.file, planned)

    def _base_url(self, request: Request) -> str:
        asked = f"http://{request.headers.get('host')}"
        origin = asked if asked in self._origins else self._origins[0]
        return f"{origin}/{self._token.decode()}/"


def _fields(headers: Headers) -> Mapping[str, str]:
    """Return fields by their names; several of one name are one list (RFC 9110, section 5.3)."""
    return {name: ", ".join(headers.getlist(name)) for name in headers}


class _FileResponse(StreamingResponse):
    """An answer, with an open file that is read while it is sent, and closed then."""

    def __init__(self, file: BinaryIO, planned: Answer) -> None:
        super().__init__(_gathered(_body(file, planned)), planned.status, planned.headers)
        self._file = file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._file:
            await super().__call__(scope, receive, send)


def _gathered(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield pieces in blocks, as each takes its way through a thread; a part may be one byte."""
    block = bytearray()
    for piece in pieces:
        block += piece
        if len(block) >= _BLOCK_BYTES:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)


def _body(file: BinaryIO, planned: Answer) -> Iterator[bytes]:
    """Yield the body of an answer. Raises FileChangedError if the file has become shorter."""
    for piece in planned.pieces:
        if isinstance(piece, ByteRange):
            yield from _read(file, piece)
        else:
            yield piece


def _read(file: BinaryIO, part: ByteRange) -> Iterator[bytes]:
    left = part.length
    try:
        file.seek(part.first)
        while left:
            block = file.read(min(left, _BLOCK_BYTES))
            if not block:
                raise FileChangedError
            left -= len(block)
            yield block
    except OSError as error:
        raise FileChangedError from error


def _not_found() -> Response:
    return PlainTextResponse("Not found", 404)
