"""The batch: routines built in parallel, their results in order; what is up to date is not built.

It uses threads: most of a build is encoding, during which LAME lets other threads run, and each
process would have to import everything again. A thread cannot be stopped from outside, so each
checks whether the session is cancelled whenever it reports progress.

They speak with the same engines, each of which speaks one line at a time.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.files.ordinary import resolved
from voicecoach.problems import OverwritesSourceError, VoicecoachError, WrongUsageError
from voicecoach.session.built import Built
from voicecoach.session.options import Options
from voicecoach.session.outputs import Output
from voicecoach.session.rebuild import build_anew, up_to_date
from voicecoach.session.session import Session

if TYPE_CHECKING:
    from voicecoach.language import RoutineText

# On Windows, Ctrl-C does not interrupt a wait without a timeout.
_POLL_S = 0.5

# A routine, what is made of it, and the caller's choices for it.
Build = tuple["Path | RoutineText", Sequence[Output], Options]


def build_batch(
    session: Session,
    builds: Sequence[Build],
    jobs: int,
    forced: bool = False,
) -> Generator[Built | VoicecoachError, None, None]:
    """Build each routine, at most `jobs` at a time; yield the results or errors in order.

    What is up to date is built only if that is `forced`. An exception in here, such as Ctrl-C, or
    closing the generator cancels the session and leaves the old files of unfinished builds
    unchanged. Raises WrongUsageError before anything is built if one of them would overwrite what
    another writes or is built of.
    """
    _check_apart(builds)
    kept = [None if forced else up_to_date(session, *each) for each in builds]
    stale = [each for each, built in zip(builds, kept, strict=True) if built is None]

    def build_one(build: Build) -> Built | VoicecoachError:
        try:
            return build_anew(session, *build, is_only=len(stale) == 1)
        except VoicecoachError as error:
            return error

    anew = _results(build_one, stale, min(jobs, len(stale)), session)
    with closing(anew):
        for built in kept:
            yield next(anew) if built is None else built
        # It is at its end, and not one that is closed before.
        yield from anew


def _results(
    build_one: Callable[[Build], Built | VoicecoachError],
    builds: Sequence[Build],
    workers: int,
    session: Session,
) -> Generator[Built | VoicecoachError, None, None]:
    """Yield what `build_one` returns for each, in order; cancel the session where nobody waits."""
    pool = None
    try:
        if workers < 2:
            yield from map(build_one, builds)
            return
        from concurrent.futures import ThreadPoolExecutor, wait

        pool = ThreadPoolExecutor(workers)
        for future in [pool.submit(build_one, build) for build in builds]:
            while not future.done():
                wait([future], _POLL_S)
            yield future.result()
    except BaseException:
        session.stop()
        raise
    finally:
        if pool is not None:
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
