"""`voicecoach programme calendar`: writes the sessions of a programme as a calendar."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, base_url, options_for
from voicecoach.cli.programme.reading import programme_argument, programme_options, read
from voicecoach.problems import WrongUsageError, reason
from voicecoach.units import counted

if TYPE_CHECKING:
    from voicecoach.programme import Programme, TrainingSession

_SUFFIX = ".ics"
_LARGEST_BYTES = 10_000_000


@click.command("calendar")
@programme_argument
@click.option(
    "-o", "--output", type=PATH, help="The file to write (default: the programme's name, here)."
)
@click.option(
    "--base-url",
    metavar="URL",
    callback=base_url,
    help="The address that the folder of the sound files has, or will have, on the web.",
)
@programme_options
def command(file: Path, output: Path | None, base_url: str | None, **choices: Any) -> None:
    """Write the sessions of the programme FILE as a calendar (.ics).

    Each has its length, and the name of its file, or a link to it with --base-url. Written again,
    what has changed is updated in a calendar that reads it again.

    \b
    Examples:
      voicecoach programme calendar my-weeks.yaml
      voicecoach programme calendar my-weeks.yaml --start 2027-01-04 -o weeks.ics
    """
    from voicecoach.cli.progress import open_session
    from voicecoach.files.whole_file import check_target
    from voicecoach.session.programme import SUFFIX, timelines_of

    target = output or Path(f"{file.stem}{_SUFFIX}")
    if target.suffix.lower() != _SUFFIX:
        raise click.UsageError(f"`{target}` is no calendar: its name has to end in {_SUFFIX}")
    check_target(target)
    programme = read(file, choices)
    with open_session() as session:
        timelines = timelines_of(session, programme, options_for(choices))
    lengths_ms = {content: timeline.duration_ms for content, timeline in timelines.items()}

    def place(session: "TrainingSession") -> str:
        name = f"{session.name}{SUFFIX}"
        return name if base_url is None else f"{base_url}{quote(name)}"

    _write(target, programme, lengths_ms, place)
    report.show_problems(programme.notes, "notice")
    report.say(f"{target}  {counted(len(programme.sessions), 'session')}")


def _write(
    target: Path,
    programme: "Programme",
    lengths_ms: dict[object, int],
    place: "Callable[[TrainingSession], str]",
) -> None:
    """Write the calendar over the one that is there, unless that is the same."""
    from voicecoach.files.ordinary import exists, read_ordinary
    from voicecoach.files.whole_file import replacing
    from voicecoach.programme.calendar import ForeignCalendarError, calendar

    try:
        before = read_ordinary(target, _LARGEST_BYTES) if exists(target) else None
    except OSError as error:
        raise WrongUsageError(f"{target} cannot be read: {reason(error)}") from error
    try:
        data = calendar(programme, lengths_ms, place, before)
    except ForeignCalendarError:
        message = f"{target} is no calendar of a programme, and would be lost"
        raise WrongUsageError(message, "name another file with `-o`, or remove it") from None
    if data != before:
        with replacing(target) as file:
            file.write(data)
