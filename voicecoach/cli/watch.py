"""`voicecoach watch`: builds a routine again whenever it changes."""

import itertools
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import options_for, routine_argument
from voicecoach.cli.outputs import output_options, outputs_for, warn_of_large_page
from voicecoach.cli.targets import make_directory, targets
from voicecoach.problems import RoutineError, VoicecoachError, WrongUsageError
from voicecoach.units import counted, megabytes, whole_clock

if TYPE_CHECKING:
    from voicecoach.session.built import Built
    from voicecoach.session.options import Options
    from voicecoach.session.outputs import Output
    from voicecoach.session.session import Session


@click.command("watch", short_help="Build the MP3 of ROUTINE, and again whenever it changes.")
@routine_argument
@output_options
def command(
    routine: Path,
    output: Path | None,
    directory: Path | None,
    **choices: Any,
) -> None:
    """Build the MP3 of ROUTINE, and build it anew whenever it changes.

    So do changes of the files that it includes or plays, of its recordings and of its cover. Prints
    the time, what has changed, and the path, length and size of the file. Ctrl-C ends it.

    \b
    Examples:
      voicecoach watch legs.yaml
      voicecoach watch legs.yaml -o ~/Music/legs.mp3 --level hard
    """
    options = options_for(choices)
    ((_, target),) = targets([routine], output, directory, options)
    make_directory(directory)
    from voicecoach.cli.progress import open_session

    try:
        with open_session() as session:
            _watch(session, routine, outputs_for(target, choices), options, choices)
    except KeyboardInterrupt:
        # The normal way to end. The terminal has shown `^C`.
        click.echo(err=True)


def _watch(
    session: "Session",
    routine: Path,
    outputs: "Sequence[Output]",
    options: "Options",
    choices: dict[str, Any],
) -> None:
    """Build forever. Raises WrongUsageError if the first build does."""
    from voicecoach.files.watching import Watch

    chosen = {routine, *(options.music or ())}
    for output in outputs:
        chosen.update(output.sources)
    used = chosen
    last: Built | None = None
    with closing(Watch()) as watch:
        watch.follow(used)
        for attempt in itertools.count():
            started_ns = time.time_ns()
            try:
                last = _build(session, routine, outputs, options, last)
                warn_of_large_page(outputs, choices)
            except VoicecoachError as error:
                if attempt == 0 and isinstance(error, WrongUsageError):
                    raise
                report.show_error(error)
                target = outputs[0].target
                _say(f"{target} {'stays as it was' if target.is_file() else 'is not built'}")
                used = used | set(_files_of(error))
            else:
                used = chosen | last.used
            watch.follow(used, started_ns)
            _say(f"{', '.join(map(str, watch.wait()))} changed")


def _build(
    session: "Session",
    routine: Path,
    outputs: "Sequence[Output]",
    options: "Options",
    last: "Built | None",
) -> "Built":
    """Build and report. Raises VoicecoachError."""
    from voicecoach.session.rebuild import rebuild

    started_s = time.monotonic()
    built = rebuild(session, routine, outputs, options)
    took_s = time.monotonic() - started_s
    report.show_problems(built.warnings, "warning")
    report.show_idle_seed(options, built.title, built.is_drawn)
    lengths = [whole_clock(result.duration_ms) for result in (last, built) if result]
    lines = _lines(last, built) if last else ()
    parts = [", ".join([" → ".join(lengths), *lines]), megabytes(built.size_bytes)]
    _say("  ".join([str(built.target), *parts, f"in {took_s:.1f} s"]))
    return built


def _lines(before: "Built", now: "Built") -> Iterator[str]:
    """Yield how many spoken lines are new or gone: `2 lines new`."""
    old, new = Counter(before.lines), Counter(now.lines)
    for count, what in ((new - old).total(), "new"), ((old - new).total(), "gone"):
        if count:
            yield f"{counted(count, 'line')} {what}"


def _files_of(error: VoicecoachError) -> Iterator[Path]:
    """Yield the files that have problems, and the missing ones that they need."""
    for problem in error.problems if isinstance(error, RoutineError) else ():
        yield Path(problem.span.file)
        if problem.needs is not None:
            yield Path(problem.needs)


def _say(text: str) -> None:
    report.say(f"{datetime.now():%H:%M:%S}  {text}")
