"""A server of files on this machine, which can be told to lie, to stop and to hang."""

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

import pytest

# Answers a request for a file, whose content is given.
Answer = Callable[["_Handler", bytes], None]


class VoiceServer:
    """Serves files; of each path, the answers that are planned come first, one for each request."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.files: dict[str, bytes] = {}
        # Each path that was asked for, with the `Range` that was asked for, or an empty text.
        self.requests: list[tuple[str, str]] = []
        self.released = threading.Event()
        self._planned: dict[str, list[Answer]] = {}

    def plan(self, path: str, *answers: Answer) -> None:
        """Give these answers to the next requests for a path."""
        self._planned.setdefault(path, []).extend(answers)

    def serve(self, files: Mapping[str, bytes]) -> None:
        """Serve these files as well."""
        self.files |= files

    def asked(self, path: str) -> list[str]:
        """Return the ranges that were asked for of a path, one for each request."""
        return [asked for name, asked in self.requests if name == path]

    def answer(self, handler: "_Handler") -> None:
        """Answer one request."""
        path = unquote(handler.path).removeprefix("/")
        self.requests.append((path, handler.headers.get("Range", "")))
        planned = self._planned.get(path)
        if planned:
            planned.pop(0)(handler, self.files.get(path, b""))
        elif path in self.files:
            honest(handler, self.files[path])
        else:
            status(404)(handler, b"")


@contextmanager
def serving(monkeypatch: pytest.MonkeyPatch) -> Iterator[VoiceServer]:
    """Serve on a free port of this machine, and stop at the end."""
    monkeypatch.setenv("no_proxy", "*")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.voices = VoiceServer(f"http://127.0.0.1:{server.server_port}/")  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.voices  # type: ignore[attr-defined]
    finally:
        server.voices.released.set()  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()
        server.server_close()


def honest(handler: "_Handler", content: bytes) -> None:
    """Send the file, or what was asked for of it."""
    start = handler.start()
    if start >= len(content) > 0:
        status(416)(handler, content)
    elif start:
        send(content[start:], 206, Content_Range=_range(start, content))(handler, content)
    else:
        send(content)(handler, content)


def send(body: bytes, code: int = 200, length: object = None, **headers: str) -> Answer:
    """Send this, whatever was asked for; `length` is what the head says, `""` if nothing."""

    def answer(handler: "_Handler", _content: bytes) -> None:
        handler.send_response(code)
        if length != "":
            handler.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def status(code: int) -> Answer:
    """Send an error."""
    return send(b"no", code)


def redirect(url: str) -> Answer:
    """Send the client to another address."""
    return send(b"", 302, Location=quote(url, safe=":/?#%"))


def cut_off(size_bytes: int) -> Answer:
    """Send so many bytes of what was asked for, and close the connection."""

    def answer(handler: "_Handler", content: bytes) -> None:
        _begin(handler, content, size_bytes)

    return answer


def hang(size_bytes: int, server: VoiceServer) -> Answer:
    """Send so many bytes, and then nothing until the server is released."""

    def answer(handler: "_Handler", content: bytes) -> None:
        _begin(handler, content, size_bytes)
        server.released.wait()

    return answer


def whole(handler: "_Handler", content: bytes) -> None:
    """Send the whole file, whatever was asked for of it."""
    send(content)(handler, content)


def _begin(handler: "_Handler", content: bytes, size_bytes: int) -> None:
    start = handler.start()
    rest = content[start:]
    headers = {"Content_Range": _range(start, content)} if start else {}
    answer = send(rest[:size_bytes], 206 if start else 200, len(rest), **headers)
    answer(handler, content)


def _range(start: int, content: bytes) -> str:
    return f"bytes {start}-{len(content) - 1}/{len(content)}"


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    def do_GET(self) -> None:
        self.close_connection = True
        try:
            self.server.voices.answer(self)  # type: ignore[attr-defined]
        except ConnectionError:
            # The client has read as much as it wanted.
            return

    def start(self) -> int:
        """Return where the range begins that is asked for."""
        match = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        return int(match[1]) if match else 0

    def log_message(self, *_: object) -> None:
        """Log nothing."""
