"""Several: routines built side by side, their results in order.

In threads: most of a build is encoding, for which LAME lets other threads run, and in processes
each would have to import everything anew. A thread cannot be stopped from outside, so each looks
whether it is to stop whenever it tells how far it has come.

They speak one after another, in their order. So a line that several have is spoken once, and all
come out as if they had been built one by one: how a line sounds depends a little on those that the
engine has spoken before.
"""

import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from voicecoach.problems import EngineError, VoicecoachError
from voicecoach.session.build import Built, Output, build
from voicecoach.session.planning import Options, Progress

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
    stopping = threading.Event()
    spoken = [threading.Event() for _ in wanted]

    @contextmanager
    def turn(number: int) -> Iterator[None]:
        for before in spoken[:number]:
            before.wait()
        yield
        spoken[number].set()

    def built(number: int) -> Built | VoicecoachError:
        routine, output = wanted[number]
        try:
            with bar(routine.name) as shown:

                def progress(stage: str, done: int, total: int | None) -> None:
                    if stopping.is_set():
                        raise _StoppedError
                    shown(stage, done, total)

                return build(routine, output, options, progress, turn(number))
        except VoicecoachError as error:
            return error
        except OSError as error:
            return EngineError(f"building {routine} failed: {error.strerror or error}")
        finally:
            spoken[number].set()

    most = min(jobs, len(wanted))
    if most == 1:
        yield from map(built, range(len(wanted)))
        return
    pool = ThreadPoolExecutor(most)
    try:
        for future in [pool.submit(built, number) for number in range(len(wanted))]:
            yield _result(future)
    finally:
        stopping.set()
        pool.shutdown(cancel_futures=True)


def _result(future: Future[Built | VoicecoachError]) -> Built | VoicecoachError:
    while not future.done():
        wait([future], _LOOK_S)
    return future.result()
