"""Encoding side by side: in several threads, and what comes of it in order."""

import collections
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

_Result = TypeVar("_Result")
_Coming = TypeVar("_Coming", covariant=True)
# For each piece that may be at work, so many done ones may be held in memory.
_MOST_DONE = 16


class Coming(Protocol[_Coming]):
    """What is at work, such as a future, or done already."""

    def done(self) -> bool:
        """Return whether there is a result."""

    def result(self) -> _Coming:
        """Return the result once it is there."""


class Already(Struct, Generic[_Result], frozen=True):
    """What is done already; a future would take more time than most of what is kept."""

    known: _Result

    def done(self) -> bool:
        """Return that there is a result."""
        return True

    def result(self) -> _Result:
        """Return the result."""
        return self.known


def side_by_side(
    begin: Callable[[ThreadPoolExecutor], Iterator[Coming[_Result]]],
    threads: int | None,
    ahead: int = 4,
) -> Iterator[_Result]:
    """Yield the results of what `begin` submits to a pool, in order.

    It has so many threads, one a core by default, and `ahead` times as many pieces are at work
    before the first is waited for. What is done, such as silence, keeps no thread at work.
    """
    workers = threads or os.cpu_count() or 1
    most = ahead * workers
    pool = ThreadPoolExecutor(workers)
    pending: collections.deque[Coming[_Result]] = collections.deque()
    at_work: list[Coming[_Result]] = []
    try:
        for coming in begin(pool):
            pending.append(coming)
            at_work = [each for each in (*at_work, coming) if not each.done()]
            while len(at_work) > most or len(pending) > most * _MOST_DONE:
                yield pending.popleft().result()
                at_work = [each for each in at_work if not each.done()]
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
