"""Requests to servers that are not trusted: where they may redirect to, and how they fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from voicecoach import __version__
from voicecoach.problems import EngineError

_MOST_REDIRECTS = 5
_LAST_REDIRECT = 399
_NOT_FOUND = 404
_RANGE_REFUSED = 416
_FIRST_SERVER_ERROR = 500


class CutOffError(Exception):
    """The server could not be reached or stopped too soon; the next try may go better."""


class NotFoundError(EngineError):
    """The server has no such file."""


class RangeRefusedError(Exception):
    """The server does not send a file from that place on."""


def open_url(url: str, timeout_s: float, start_bytes: int = 0) -> HTTPResponse:
    """Ask for a file from `start_bytes` on, and return the response, which must be closed.

    `timeout_s` is the longest silence of the server. Raise `CutOffError` if it may go better later,
    `RangeRefusedError` if it may from the start, `NotFoundError` or `EngineError` if not.
    """
    try:
        request = Request(url, headers={"User-Agent": f"voicecoach/{__version__}"})
        if start_bytes:
            request.add_header("Range", f"bytes={start_bytes}-")
        response: HTTPResponse = _opener().open(request, timeout=timeout_s)
    except HTTPError as error:
        error.close()
        raise _refusal(url, error.code) from None
    except ValueError as error:
        raise EngineError(f"{url} is no web address") from error
    except (OSError, HTTPException) as error:
        raise CutOffError(f"the server cannot be reached: {_words(error)}") from error
    return response


@contextmanager
def reading() -> Iterator[None]:
    """Raise what goes wrong while a response is read as a `CutOffError`."""
    try:
        yield
    except (OSError, HTTPException, ValueError) as error:
        raise CutOffError(_words(error)) from error


def _words(error: Exception) -> str:
    """Return what went wrong, worded to end a sentence."""
    if isinstance(error, URLError) and isinstance(error.reason, Exception):
        error = error.reason
    if isinstance(error, TimeoutError):
        return "it does not answer in time"
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__


def _refusal(url: str, status: int) -> Exception:
    if status == _RANGE_REFUSED:
        return RangeRefusedError()
    if status == _NOT_FOUND:
        return NotFoundError(f"{url}: there is no such file on the server")
    if status >= _FIRST_SERVER_ERROR:
        return CutOffError(f"the server answers {status}")
    if status <= _LAST_REDIRECT:
        return EngineError(f"{url}: it redirects too often, or to what is no web address")
    return EngineError(f"{url}: the server answers {status}")


class _SafeRedirects(HTTPRedirectHandler):
    """Redirects that lead to https, or from http to the same host and port."""

    max_redirections = _MOST_REDIRECTS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the request to the new place."""
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        same_place = (new.scheme, new.netloc) == (old.scheme, old.netloc)
        if new.scheme != "https" and not same_place:
            raise EngineError(f"{req.full_url} redirects to {newurl}, which is not https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    # No handlers of `file:` and `ftp:`, which `build_opener` would add.
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        _SafeRedirects(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener
