"""Sites that are served on loopback for a test, and clients that ask as nobody should."""

import asyncio
import http.client
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from helpers.shell import PATIENCE_S
from voicecoach.sharing.contents import contents
from voicecoach.sharing.offers import find_offers
from voicecoach.sharing.server import new_server
from voicecoach.sharing.site import Site, new_token

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Reply:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """A site that is served, and how it is asked."""

    port: int
    token: str
    server: uvicorn.Server

    @property
    def base_url(self) -> str:
        """Where the list is."""
        return f"http://{LOOPBACK}:{self.port}/{self.token}/"

    def get(
        self, name: str, headers: Mapping[str, str] | None = None, method: str = "GET"
    ) -> Reply:
        """Ask for what is below the token, on a connection of its own."""
        return self.ask(f"/{self.token}/{name}", headers, method)

    def ask(
        self, target: str, headers: Mapping[str, str] | None = None, method: str = "GET"
    ) -> Reply:
        """Send a request with a target as it is."""
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=PATIENCE_S)
        try:
            connection.putrequest(method, target, skip_host="Host" in (headers or {}))
            for header, value in (headers or {}).items():
                connection.putheader(header, value)
            connection.endheaders()
            response = connection.getresponse()
            fields = {key.lower(): value for key, value in response.getheaders()}
            return Reply(response.status, fields, response.read())
        finally:
            connection.close()

    def connect(self) -> socket.socket:
        """Return a connection on which nothing has been sent."""
        return socket.create_connection((LOOPBACK, self.port), timeout=PATIENCE_S)


@contextmanager
def serving(*paths: Path, feed: bool = False) -> Iterator[Served]:
    """Serve what is offered of paths on a free port of loopback until the block ends."""
    listening = socket.create_server((LOOPBACK, 0), backlog=256)
    port, token = listening.getsockname()[1], new_token()
    origins = [f"http://{LOOPBACK}:{port}", f"http://[::1]:{port}"]
    server = new_server(Site(token, contents(find_offers(paths), feed), origins))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listening])))
    thread.start()
    try:
        yield Served(port, token, server)
    finally:
        server.should_exit = True
        thread.join()
