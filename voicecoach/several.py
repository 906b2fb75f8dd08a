"""Several: routines built side by side, their results in order.

In threads: most of a build is encoding, for which LAME lets other threads run, and in processes
each would have to import everything anew. A thread cannot be stopped from outside, so each looks
whether it is to stop whenever it tells how far it has come.
"""

import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager
from pathlib import Path

from voicecoach.build import Built, Output, build
from voicecoach.planned import Options, Progress
from voicecoach.problems import VoicecoachError

# On Windows, a thread that waits for another without a limit is deaf to Ctrl-C.
_LOOK_S = 0.5

Bar = Callable[[str], AbstractContextManager[Progress]]


class _StoppedError(Exception):
    """The builds are to stop: nobody waits for them any longer."""


def build_several(
    wanted: Sequence[tuple[Path, Output]], options: Options, jobs: int, bar: Bar
) -> Generator[Built | VoicecoachError, None, None]:
    """Build each routine, at most `jobs` at a time; yield what came of them, in their order.

    `bar` is called with a routine's name when its build begins, and gives what its progress is told
    to until it ends. An exception in here, such as Ctrl-C, or closing the generator stops all
    builds and leaves their old files as they were.
    """
    if min(jobs, len(wanted)) == 1:
        for routine, output in wanted:
            yield _built(routine, output, options, bar)
        return
    stopping = threading.Event()
    pool = ThreadPoolExecutor(min(jobs, len(wanted)))
    try:
        running = [
            pool.submit(_built, routine, output, options, bar, stopping)
            for routine, output in wanted
        ]
        for future in running:
            yield _result(future)
    finally:
        stopping.set()
        pool.shutdown(cancel_futures=True)


def _built(
    routine: Path,
    output: Output,
    options: Options,
    bar: Bar,
    stopping: threading.Event | None = None,
) -> Built | VoicecoachError:
    with bar(routine.name) as shown:

        def progress(stage: str, done: int, total: int | None) -> None:
            if stopping is not None and stopping.is_set():
                raise _StoppedError
            shown(stage, done, total)

        try:
            return build(routine, output, options, progress)
        except VoicecoachError as error:
            return error


def _result(future: Future[Built | VoicecoachError]) -> Built | VoicecoachError:
    while not future.done():
        wait([future], _LOOK_S)
    return future.result()
