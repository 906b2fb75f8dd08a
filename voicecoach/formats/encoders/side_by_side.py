"""Encoding side by side: in several threads, and what comes of it in order."""

import collections
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_Result = TypeVar("_Result")
# For each future that may be at work, so many done ones may be held in memory.
_MOST_DONE = 16


def side_by_side(
    begin: Callable[[ThreadPoolExecutor], Iterator["Future[_Result]"]],
    threads: int | None,
    ahead: int = 4,
) -> Iterator[_Result]:
    """Yield the results of the futures that `begin` submits to a pool, in order.

    It has so many threads, one a core by default, and `ahead` times as many futures are at work
    before the first is waited for. What is done, such as silence, keeps no thread at work.
    """
    workers = threads or os.cpu_count() or 1
    most = ahead * workers
    pool = ThreadPoolExecutor(workers)
    pending: collections.deque[Future[_Result]] = collections.deque()
    at_work: list[Future[_Result]] = []
    try:
        for future in begin(pool):
            pending.append(future)
            at_work = [each for each in (*at_work, future) if not each.done()]
            while len(at_work) > most or len(pending) > most * _MOST_DONE:
                yield pending.popleft().result()
                at_work = [each for each in at_work if not each.done()]
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def already(result: _Result) -> "Future[_Result]":
    """Return a future that has its result."""
    future: Future[_Result] = Future()
    future.set_result(result)
    return future
