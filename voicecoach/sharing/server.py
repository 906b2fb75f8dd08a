"""The server: answers HTTP for a site until its time is over, or it is stopped."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import Sequence

import uvicorn

from voicecoach.problems import PortError, WrongUsageError, reason
from voicecoach.sharing.connections import PunctualProtocol
from voicecoach.sharing.site import Site
from voicecoach.units import SECOND_MS

_BACKLOG = 128
# What is under way at the end: a whole file would take a phone too long.
_FAREWELL_S = 1


def listen(port: int | None) -> list[socket.socket]:
    """Return sockets that listen at every address of this computer, at `port` or a free one.

    The first is for IPv4; another, at the same port, is for IPv6 where the system has it. Raises
    PortError if the port cannot be had, WrongUsageError if none can.
    """
    try:
        sockets = [socket.create_server(("", port or 0), backlog=_BACKLOG)]
    except OSError as error:
        raise _refusal(port, error) from error
    with contextlib.suppress(OSError):
        address = ("::", port_of(sockets))
        sockets.append(socket.create_server(address, family=socket.AF_INET6, backlog=_BACKLOG))
    return sockets


def port_of(sockets: Sequence[socket.socket]) -> int:
    """Return the port at which sockets listen."""
    port: int = sockets[0].getsockname()[1]
    return port


def serve(site: Site, sockets: Sequence[socket.socket], length_ms: int) -> None:
    """Answer on the sockets for `length_ms`, and close them.

    A signal that comes meanwhile does what it would do otherwise, once the connections are closed.
    """
    asyncio.run(_serve(new_server(site), sockets, length_ms))


def new_server(site: Site) -> uvicorn.Server:
    """Return a server for a site, which ends when its `should_exit` is set."""
    config = uvicorn.Config(
        site,
        http=PunctualProtocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        # What it would log is told by the status, and an answer that ends early is no fault of it.
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_FAREWELL_S,
    )
    return uvicorn.Server(config)


async def _serve(server: uvicorn.Server, sockets: Sequence[socket.socket], length_ms: int) -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(length_ms / SECOND_MS, setattr, server, "should_exit", True)
    await server.serve(list(sockets))


def _refusal(port: int | None, error: OSError) -> WrongUsageError:
    if port is None:
        return WrongUsageError(f"nothing can be served: {reason(error)}")
    if error.errno == errno.EADDRINUSE:
        return PortError(f"port {port} is in use by another program")
    if error.errno == errno.EACCES:
        return PortError(f"port {port} is for the system's programs alone")
    return PortError(f"port {port} cannot be used: {reason(error)}")
