"""`voicecoach export`: turns a routine into a file of another program."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, options_for, routine_argument, speech_options
from voicecoach.cli.parts import part_name, part_options
from voicecoach.cli.sources import STANDARD_INPUT
from voicecoach.files.ordinary import exists
from voicecoach.problems import OverwritesSourceError, nearest_hint

_STANDARD_OUTPUT = STANDARD_INPUT
_TIMES = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S")


@click.command("export", short_help="Turn ROUTINE into a file for another program.")
@routine_argument
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="The file to write, whose suffix is its format, or `-` for standard output.",
)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="The format: csv, fit, ics, json, md, tcx or zwo (default: the suffix of the output).",
)
@click.option(
    "--start",
    metavar="TIME",
    type=click.DateTime(_TIMES),
    help="When an .ics begins, such as 2026-12-07T07:00 (default: the next full hour).",
)
@speech_options
@part_options
def command(
    routine: Path,
    output: Path | None,
    format_name: str | None,
    start: datetime | None,
    **choices: Any,
) -> None:
    """Turn ROUTINE into a file for another program: a watch, a trainer, a calendar, a sheet.

    What the format has no place for is noted, and what becomes of it. Prints the path.

    \b
    Examples:
      voicecoach export legs.yaml -o legs.fit
      voicecoach export ride.yaml -o ~/Documents/Zwift/ride.zwo --level hard
      voicecoach export legs.yaml -o monday.ics --start 2026-12-07T07:00
    """
    from voicecoach.cli.progress import open_session
    from voicecoach.exporting.conversion import export
    from voicecoach.files.whole_file import check_target, replacing
    from voicecoach.session.plan import plan_routine

    name = _format(output, format_name)
    if start is not None and name != "ics":
        raise click.UsageError(f"`--start` is for a calendar, and .{name} files have no dates")
    target = output or Path(f"{routine.stem}{part_name(choices)}.{name}")
    if target != _STANDARD_OUTPUT:
        check_target(target)
        if exists(target) and exists(routine) and target.samefile(routine):
            raise OverwritesSourceError(f"cannot write {target}: the export is made of it")
    options = options_for(choices)
    with open_session() as session, session.working_on(routine.name) as on_progress:
        plan = plan_routine(session, routine, options, on_progress)
    now = datetime.now().astimezone()
    begins = start or _next_hour(now)
    exported = export(plan.routine, name, plan.timeline.duration_ms, begins, now)
    report.show_problems(exported.notes, "notice")
    report.show_idle_seed(options, plan.routine.title, plan.routine.is_drawn)
    if plan.routine.seed is not None:
        click.echo(report.drawn_by(plan.routine.seed), err=True)
    if target == _STANDARD_OUTPUT:
        click.echo(exported.content, nl=False)
        return
    with replacing(target) as file:
        file.write(exported.content)
    report.say(str(target))


def _format(output: Path | None, format_name: str | None) -> str:
    """Return the format to write. Raises click's UsageError where it is not said, or unknown."""
    from voicecoach.exporting.formats import format_names

    names = format_names()
    suffix = "" if output is None else output.suffix.lower().removeprefix(".")
    name = format_name or suffix
    if name in names:
        return name
    choices = f"the formats are: {', '.join(names)}"
    if not name:
        raise click.UsageError(
            f"in which format is not said: `-o legs.json`, or `--format`; {choices}"
        )
    hint = nearest_hint(name, names) or choices
    raise click.UsageError(f"there is no format `{report.one_line(name)}` to export to; {hint}")


def _next_hour(now: datetime) -> datetime:
    """Return the next full hour of the local time, without a time zone."""
    hour = now.replace(minute=0, second=0, microsecond=0, tzinfo=None)
    return hour + timedelta(hours=1)
