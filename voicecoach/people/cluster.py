"""Clusters: several machines that do jobs, as workers of Dask (https://distributed.dask.org).

Whoever hands out the jobs speaks all lines; workers have no voice, and take them from the store. So
a file has the same bytes wherever it is built, provided that what builds it is of the same version.
That, and whether a worker sees all that it needs, is found out before work begins.
"""

import hashlib
import secrets
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from voicecoach.files.ordinary import read_ordinary
from voicecoach.files.write_errors import write_errors
from voicecoach.people.addresses import is_address
from voicecoach.people.job import Setting
from voicecoach.people.pools import LostError
from voicecoach.people.versions import versions
from voicecoach.problems import EngineError, UnseenError, VoicecoachError, words_of

_T = TypeVar("_T")
_R = TypeVar("_R")

# Handed out ahead for each thread of a worker, so that none waits for the next job.
_AHEAD = 8
_RETRIES = 2
_PATIENCE_S = 20
_MOST_BYTES = 1_000_000


class ClusterError(EngineError):
    """There is no such cluster, or it has gone."""


class UnlikeWorkerError(EngineError):
    """A worker would make other files than this machine."""


class Needs(Struct, frozen=True):
    """What a worker needs: versions, and files by their paths with digests of what they hold."""

    versions: Mapping[str, str]
    files: Mapping[str, str]


class Cluster:
    """Does jobs on the workers of a cluster; see `Pool`."""

    def __init__(self, address: str) -> None:
        """Raises ClusterError where no cluster answers, EngineError where Dask is not there."""
        try:
            from distributed import Client
        except ImportError:
            hint = "install voicecoach with the extra `cluster`"
            raise EngineError("a cluster needs the package distributed", hint) from None
        try:
            self._client = Client(address, timeout=_PATIENCE_S)
        except Exception as error:
            # It raises whatever its transport raises.
            message = f"no cluster answers at {address}: {words_of(error)}"
            raise ClusterError(
                message, "start one with `dask scheduler` and `dask worker`"
            ) from error
        self._address = address

    def check(self, setting: Setting, sources: Iterable[Path]) -> None:
        """See whether every worker can do as this machine would what is built of `sources`.

        Raises ClusterError where there is no worker, UnlikeWorkerError or UnseenError where one
        cannot.
        """
        folders = [each for each in (setting.store, setting.destination) if not is_address(each)]
        with _tokens(folders) as tokens, self._answering():
            paths = (*sorted(set(map(str, sources))), *tokens)
            needs = Needs(versions(), {path: _digest(path) for path in paths})
            found = self._client.run(lacking, needs)
        if not found:
            raise ClusterError(f"the cluster at {self._address} has no workers")
        for worker, error in found.items():
            if error is not None:
                kind, message = error
                raise kind(f"the worker {worker} {message}")

    def map(
        self, do: Callable[[_T], _R], jobs: Sequence[_T], lost: Callable[[_T, LostError], _R]
    ) -> Generator[_R, None, None]:
        """Yield what comes of each job; see `Pool`."""
        from distributed import KilledWorker

        guarded = partial(_guarded, versions(), do)
        waiting: Iterator[_T] = iter(jobs)
        at_work: deque[tuple[_T, Any]] = deque()
        with self._answering():
            most = _AHEAD * max(1, sum(self._client.nthreads().values()))
            while True:
                if len(at_work) <= most // 2:
                    more = list(islice(waiting, most - len(at_work)))
                    # The same row may well give another result: it is not remembered by its input.
                    futures = self._client.map(guarded, more, pure=False, retries=_RETRIES)
                    at_work.extend(zip(more, futures, strict=True))
                if not at_work:
                    return
                job, future = at_work.popleft()
                try:
                    result: _R = future.result()
                except KilledWorker:
                    result = lost(job, LostError())
                yield result

    def close(self) -> None:
        """Give back what is at work, and leave the cluster."""
        self._client.close()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Raise as ClusterError what goes wrong with the cluster itself."""
        try:
            yield
        except (VoicecoachError, GeneratorExit):
            raise
        except Exception as error:
            message = f"the cluster at {self._address} has failed: {words_of(error)}"
            raise ClusterError(message, "start the batch again: it goes on where it was") from error


def cluster_at(address: str, setting: Setting, sources: Iterable[Path]) -> Cluster:
    """Return the cluster at an address, once its workers have shown that they can work.

    Raises as `Cluster` and its `check` do.
    """
    cluster = Cluster(address)
    try:
        cluster.check(setting, sources)
    except BaseException:
        cluster.close()
        raise
    return cluster


def lacking(needs: Needs) -> tuple[type[EngineError], str] | None:
    """Return what a worker lacks, worded to be read behind its name; None if it can work."""
    for package, version in needs.versions.items():
        own = versions().get(package)
        if own != version:
            return UnlikeWorkerError, f"has {package} {own}, and this machine {version}"
    for path, digest in needs.files.items():
        if _digest(path) != digest:
            return UnseenError, f"does not see {_without_token(path)} as this machine does"
    return None


def _guarded(expected: Mapping[str, str], do: Callable[[_T], _R], job: _T) -> _R:
    """Do a job, unless this is a worker that came later and is unlike the others."""
    error = lacking(Needs(expected, {}))
    if error is not None:
        kind, message = error
        raise kind(f"a worker {message}")
    return do(job)


_TOKEN = ".voicecoach-seen-"


@contextmanager
def _tokens(folders: Iterable[str]) -> Iterator[list[str]]:
    """Yield the paths of new files in folders, which are gone afterwards."""
    paths = [Path(folder, f"{_TOKEN}{secrets.token_hex(4)}") for folder in folders]
    try:
        for path in paths:
            with write_errors(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(secrets.token_hex(), "ascii")
        yield list(map(str, paths))
    finally:
        for path in paths:
            path.unlink(missing_ok=True)


def _without_token(path: str) -> str:
    name = Path(path)
    return f"the folder {name.parent}" if name.name.startswith(_TOKEN) else path


def _digest(path: str) -> str:
    try:
        return hashlib.sha256(read_ordinary(Path(path), _MOST_BYTES)).hexdigest()
    except OSError:
        return "none"
