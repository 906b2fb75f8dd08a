"""Connections with clients that may hang: each is closed if nothing moves, so that none piles up.

One device has no more of them than leave room for others: who lacks the token locks nobody out.

uvicorn waits for a request, and for a client that stops reading, as long as it takes. A phone that
has paused reconnects where it goes on, and asks for the rest.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

# Of a family's phones, each with the few that a browser opens.
MOST_CONNECTIONS = 100
MOST_OF_ONE_ADDRESS = 24
# Until a request has come whole, and until a client reads on.
REQUEST_PATIENCE_S = 10.0
PATIENCE_S = 60.0


class PunctualProtocol(H11Protocol):
    """HTTP/1.1 on one connection, which is cut where the client lets its time pass."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._has_moved = False
        self._last_cycle: object = None
        self._look: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look after a connection, or refuse one too many."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS or self._number_here() > MOST_OF_ONE_ADDRESS:
            transport.abort()
        else:
            self._look_later()

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def eof_received(self) -> bool:  # type: ignore[override]
        """Keep the connection until a client that asks no more has its answer."""
        if self._is_served():
            self.cycle.keep_alive = False
        return self._is_served()

    def resume_writing(self) -> None:
        """Note that the client has read on."""
        self._has_moved = True
        super().resume_writing()

    def _number_here(self) -> int:
        """Return how many connections there are from the address of this one."""
        here = self._address()
        return sum(
            isinstance(each, PunctualProtocol) and each._address() == here
            for each in self.connections
        )

    def _address(self) -> str | None:
        return None if self.client is None else self.client[0]

    def _is_served(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _look_later(self) -> None:
        patience_s = PATIENCE_S if self._is_served() else REQUEST_PATIENCE_S
        self._look = self.loop.call_later(patience_s, self._look_after)

    def _look_after(self) -> None:
        """Cut the connection if it has waited for the client since the last look."""
        has_moved = self._has_moved or self.cycle is not self._last_cycle
        self._has_moved, self._last_cycle = False, self.cycle
        if has_moved or (self._is_served() and not self.flow.write_paused):
            self._look_later()
        else:
            self.transport.abort()
