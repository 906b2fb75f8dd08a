"""The batch: routines built in parallel, their results in order.

It uses threads: most of a build is encoding, during which LAME lets other threads run, and each
process would have to import everything again. A thread cannot be stopped from outside, so each
checks whether the session is cancelled whenever it reports progress.

They speak with the same engines, each of which speaks one line at a time.
"""

from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import starmap
from pathlib import Path

from voicecoach.files.ordinary import resolved
from voicecoach.language import RoutineText
from voicecoach.problems import OverwritesSourceError, VoicecoachError, WrongUsageError
from voicecoach.session.build import BuildResult, build
from voicecoach.session.outputs import Output
from voicecoach.session.plan import Options
from voicecoach.session.session import Session

# On Windows, Ctrl-C does not interrupt a wait without a timeout.
_POLL_S = 0.5

# A routine, what is made of it, and the caller's choices for it.
Build = tuple[Path | RoutineText, Sequence[Output], Options]


def build_batch(
    session: Session,
    builds: Sequence[Build],
    jobs: int,
) -> Generator[BuildResult | VoicecoachError, None, None]:
    """Build each routine, at most `jobs` at a time; yield the results or errors in order.

    An exception in here, such as Ctrl-C, or closing the generator cancels the session and leaves
    the old files of unfinished builds unchanged. Raises WrongUsageError before anything is built if
    one of them would overwrite what another writes or is built of.
    """
    _check_apart(builds)

    def build_one(
        source: Path | RoutineText, outputs: Sequence[Output], options: Options
    ) -> BuildResult | VoicecoachError:
        try:
            return build(session, source, outputs, options)
        except VoicecoachError as error:
            return error

    workers = min(jobs, len(builds))
    pool = ThreadPoolExecutor(workers or 1)
    try:
        if workers == 1:
            yield from starmap(build_one, builds)
            return
        for future in [pool.submit(build_one, *each) for each in builds]:
            while not future.done():
                wait([future], _POLL_S)
            yield future.result()
    except BaseException:
        session.stop()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _check_apart(builds: Sequence[Build]) -> None:
    """Raise WrongUsageError if links lead two outputs to one file, or one to a routine."""
    targets: dict[Path, Path] = {}
    for target in (output.target for _, outputs, _ in builds for output in outputs):
        # What is wrong with a path is told by the build that reads or writes it.
        with suppress(OSError):
            other = targets.setdefault(resolved(target), target)
            if other is not target:
                message = f"{other} and {target} would be one file"
                raise WrongUsageError(message, "one of them is a link: remove it")
    for source in (source for source, _, _ in builds if isinstance(source, Path)):
        with suppress(OSError):
            if resolved(source) in targets:
                message = f"cannot write {targets[resolved(source)]}"
                raise OverwritesSourceError(f"{message}: it is the routine {source}")
