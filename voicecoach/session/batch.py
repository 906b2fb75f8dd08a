"""The batch: routines built in parallel, their results in order.

It uses threads: most of a build is encoding, during which LAME lets other threads run, and each
process would have to import everything again. A thread cannot be stopped from outside, so each
checks whether the session is cancelled whenever it reports progress.

Builds speak one after another, in order, with the same engines. So a line that several share is
spoken once, and all come out as if they were built one by one: how a line sounds depends a little
on what the engine has spoken before.
"""

import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

from voicecoach.language import RoutineText
from voicecoach.problems import VoicecoachError
from voicecoach.session.build import BuildResult, build
from voicecoach.session.outputs import Output
from voicecoach.session.plan import Options
from voicecoach.session.session import Session

# On Windows, Ctrl-C does not interrupt a wait without a timeout.
_POLL_S = 0.5


def build_batch(
    session: Session,
    builds: Sequence[tuple[Path | RoutineText, Sequence[Output]]],
    options: Options,
    jobs: int,
) -> Generator[BuildResult | VoicecoachError, None, None]:
    """Build each routine, at most `jobs` at a time; yield the results or errors in order.

    An exception in here, such as Ctrl-C, or closing the generator cancels the session and leaves
    the old files of unfinished builds unchanged.
    """
    spoken = [threading.Event() for _ in builds]

    @contextmanager
    def turn(number: int) -> Iterator[None]:
        for before in spoken[:number]:
            before.wait()
        yield
        spoken[number].set()

    def build_one(number: int) -> BuildResult | VoicecoachError:
        source, outputs = builds[number]
        try:
            return build(session, source, outputs, options, turn(number))
        except VoicecoachError as error:
            return error
        finally:
            spoken[number].set()

    workers = min(jobs, len(builds))
    pool = ThreadPoolExecutor(workers or 1)
    try:
        if workers == 1:
            yield from map(build_one, range(len(builds)))
            return
        for future in [pool.submit(build_one, number) for number in range(len(builds))]:
            while not future.done():
                wait([future], _POLL_S)
            yield future.result()
    except BaseException:
        session.stop()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
