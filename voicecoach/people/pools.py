"""Pools: who does the jobs of a batch, this process or several."""

import gc
import importlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Protocol, TypeVar

from voicecoach.people.person import Person
from voicecoach.problems import EngineError

_T = TypeVar("_T")
_R = TypeVar("_R")

# Handed out ahead, so that nobody waits for the one that takes longest.
_AHEAD = 8
# Building this many takes about as long as starting a process.
_JOBS_WORTH_A_PROCESS = 4
# About: nobody knows before it is read.
_JOBS_OF_A_PROGRAMME = 20
# Nearly all that a job makes goes without the collector; looking for the rest takes a fifth of it.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
# On Windows, Ctrl-C does not interrupt a wait without a timeout.
_POLL_S = 0.5


def pool_of(most: int | None, people: Sequence[Person]) -> "Pool":
    """Return who does the jobs of people: at most `most` processes, by default one a core."""
    jobs = sum(_JOBS_OF_A_PROGRAMME if person.is_programme else 1 for person in people)
    count = min(most or os.cpu_count() or 1, max(1, jobs // _JOBS_WORTH_A_PROCESS))
    return OneProcess() if count == 1 else Processes(count)


class LostError(EngineError):
    """The process that did a job has ended in the midst of it, and once more when it was alone."""

    def __init__(self) -> None:
        message = "the process that worked on it was ended"
        super().__init__(message, "there may be too little memory")


class Pool(Protocol):
    """Who does jobs."""

    def map(
        self, do: Callable[[_T], _R], jobs: Sequence[_T], lost: Callable[[_T, LostError], _R]
    ) -> Generator[_R, None, None]:
        """Yield what comes of each job, in their order; of one that ends its process, `lost`."""

    def close(self) -> None:
        """End what is at work, and begin nothing more."""


class OneProcess:
    """Does all jobs here, one after another."""

    def map(
        self,
        do: Callable[[_T], _R],
        jobs: Sequence[_T],
        lost: Callable[[_T, LostError], _R],  # noqa: ARG002
    ) -> Generator[_R, None, None]:
        """Yield what comes of each job; see `Pool`."""
        yield from map(do, jobs)

    def close(self) -> None:
        """Close what was opened for the jobs."""
        from voicecoach.people import bench

        bench.close()


class Processes:
    """Does jobs in `count` processes of this machine.

    They are started anew rather than forked, as the threads of engines and codecs do not outlive a
    fork; and at once, so that they import while this one does.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None
        for _ in range(count):
            self._submit(_get_ready, None)

    def map(
        self, do: Callable[[_T], _R], jobs: Sequence[_T], lost: Callable[[_T, LostError], _R]
    ) -> Generator[_R, None, None]:
        """Yield what comes of each job; see `Pool`."""
        waiting: Iterator[_T] = iter(jobs)
        at_work: deque[tuple[_T, Future[_R]]] = deque()
        while True:
            for job in islice(waiting, _AHEAD * self._count - len(at_work)):
                at_work.append((job, self._submit(do, job)))
            if not at_work:
                return
            job, future = at_work.popleft()
            try:
                result = _result(future)
            except BrokenProcessPool:
                # Any of those at work may have ended a process, and with it the others.
                self.close()
                for suspect, begun in [(job, future), *at_work]:
                    yield self._alone(do, suspect, begun, lost)
                at_work.clear()
            else:
                yield result

    def _alone(
        self,
        do: Callable[[_T], _R],
        job: _T,
        future: "Future[_R]",
        lost: Callable[[_T, LostError], _R],
    ) -> _R:
        """Return what has come of a job, or what comes of it while nothing else is done."""
        try:
            return _result(future)
        except (BrokenProcessPool, CancelledError):
            pass
        try:
            return _result(self._submit(do, job))
        except BrokenProcessPool:
            self.close()
            return lost(job, LostError())

    def close(self) -> None:
        """End what is at work, and begin nothing more."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _submit(self, do: Callable[[_T], _R], job: _T) -> "Future[_R]":
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, context, _begin)
        try:
            return self._pool.submit(do, job)
        except BrokenProcessPool as error:
            failed: Future[_R] = Future()
            failed.set_exception(error)
            return failed


def _result(future: "Future[_R]") -> _R:
    while not future.done():
        wait([future], _POLL_S)
    return future.result()


def _get_ready(_: None) -> None:
    """Import what jobs are done with."""
    importlib.import_module("voicecoach.people.bench")


def _begin() -> None:
    """Make a process one that ends with the batch, and only then, and looks for garbage rarely."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # Ctrl-C is heard by all; the one that hands out the jobs ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def end_with_parent() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=end_with_parent, daemon=True).start()
