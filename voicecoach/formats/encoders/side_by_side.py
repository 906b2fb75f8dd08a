"""Encoding side by side: in several threads, and what comes of it in order."""

import collections
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_Result = TypeVar("_Result")


def side_by_side(
    begin: Callable[[ThreadPoolExecutor], Iterator["Future[_Result]"]],
    threads: int | None,
    ahead: int = 4,
) -> Iterator[_Result]:
    """Yield the results of the futures that `begin` submits to a pool, in order.

    It has so many threads, one a core by default, and `ahead` times as many futures are begun
    before the first of them is waited for.
    """
    workers = threads or os.cpu_count() or 1
    pool = ThreadPoolExecutor(workers)
    pending: collections.deque[Future[_Result]] = collections.deque()
    try:
        for future in begin(pool):
            pending.append(future)
            while len(pending) > ahead * workers:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def already(result: _Result) -> "Future[_Result]":
    """Return a future that has its result."""
    future: Future[_Result] = Future()
    future.set_result(result)
    return future
