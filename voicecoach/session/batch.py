"""The batch: routines built side by side, their results in order.

In threads: most of a build is encoding, for which LAME lets other threads run, and in processes
each would have to import everything anew. A thread cannot be stopped from outside, so each looks
whether it is to stop whenever it tells how far it has come.

They speak one after another, in their order, with the same engines. So a line that several have is
spoken once, and all come out as if they had been built one by one: how a line sounds depends a
little on those that the engine has spoken before.
"""

import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

from voicecoach.language import RoutineText
from voicecoach.problems import EngineError, VoicecoachError
from voicecoach.session.build import Built, build
from voicecoach.session.outputs import Output
from voicecoach.session.plan import Options
from voicecoach.session.session import Session

# On Windows, a thread that waits for another without a limit is deaf to Ctrl-C.
_LOOK_S = 0.5


def build_batch(
    session: Session,
    wanted: Sequence[tuple[Path | RoutineText, Sequence[Output]]],
    options: Options,
    jobs: int,
) -> Generator[Built | VoicecoachError, None, None]:
    """Build each routine, at most `jobs` at a time; yield what came of them, in their order.

    An exception in here, such as Ctrl-C, or closing the generator cancels the session and leaves
    the old files of unfinished builds as they were.
    """
    spoken = [threading.Event() for _ in wanted]

    @contextmanager
    def turn(number: int) -> Iterator[None]:
        for before in spoken[:number]:
            before.wait()
        yield
        spoken[number].set()

    def built(number: int) -> Built | VoicecoachError:
        source, outputs = wanted[number]
        try:
            return build(session, source, outputs, options, turn(number))
        except VoicecoachError as error:
            return error
        except OSError as error:
            return EngineError(f"building {source} failed: {error.strerror or error}")
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
    except BaseException:
        session.cancel.set()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _result(future: Future[Built | VoicecoachError]) -> Built | VoicecoachError:
    while not future.done():
        wait([future], _LOOK_S)
    return future.result()
