"""`voicecoach programme check`: finds mistakes in a programme of weeks and prints its sessions."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import format_option, options_for
from voicecoach.cli.plain import is_plain, plain_option
from voicecoach.cli.programme.listing import print_plainly, print_table
from voicecoach.cli.programme.reading import programme_argument, programme_options, read
from voicecoach.problems import Problem, RoutineError
from voicecoach.units import counted, whole_clock

if TYPE_CHECKING:
    from voicecoach.programme import Programme


@click.command("check")
@programme_argument
@format_option(["text", "json"], "Text to read, or JSON for programs.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings.")
@programme_options
@plain_option
def command(file: Path, output_format: str, strict: bool, plain: bool, **choices: Any) -> None:
    """Check the programme FILE and all its sessions, and print its weeks.

    \b
    Examples:
      voicecoach programme check my-weeks.yaml
      voicecoach programme check my-weeks.yaml --start 2027-01-04 --strict
    """
    is_json = output_format == "json"
    try:
        programme, lengths_ms, warnings = _check(file, plain or is_json, choices)
    except RoutineError as error:
        if not is_json:
            raise
        errors = tuple(map(report.with_remedy, error.problems))
        _print_json(file, None, {}, {"errors": errors})
        click.get_current_context().exit(error.exit_code)
    if is_json:
        _print_json(file, programme, lengths_ms, {"warnings": warnings, "notes": programme.notes})
    else:
        report.show_problems(warnings, "warning")
        report.show_problems(programme.notes, "notice")
        (print_plainly if is_plain(plain) else print_table)(programme, lengths_ms)
        total_ms = sum(lengths_ms[session.content] for session in programme.sessions)
        sessions, weeks = len(programme.sessions), len(programme.weeks)
        report.say(
            f"{counted(sessions, 'session')} in {counted(weeks, 'week')}, "
            f"{whole_clock(total_ms)} in all; {len(lengths_ms)} different."
        )
    click.get_current_context().exit(int(strict and bool(warnings)))


def _check(
    file: Path, plain: bool, choices: Mapping[str, Any]
) -> tuple["Programme", dict[object, int], tuple[Problem, ...]]:
    """Return a programme, the lengths of its sessions by their `content`, and the warnings.

    Raises RoutineError, WrongUsageError, EngineError or CancelledError.
    """
    from voicecoach.cli.progress import Display, open_session
    from voicecoach.programme.by_week import problems_by_week
    from voicecoach.session.programme import timelines_of

    programme = read(file, choices)
    with open_session(Display(not plain)) as session:
        timelines = timelines_of(session, programme, options_for(choices))
    warnings = {content: timeline.warnings for content, timeline in timelines.items()}
    lengths_ms = {content: timeline.duration_ms for content, timeline in timelines.items()}
    return programme, lengths_ms, problems_by_week(programme, warnings)


def _print_json(
    file: Path,
    programme: "Programme | None",
    lengths_ms: Mapping[object, int],
    problems: Mapping[str, tuple[Problem, ...]],
) -> None:
    """Print a programme as JSON, None where it is wrong; `problems` are by their severity."""
    from voicecoach.outputs.timeline_json import dumps, problem_data

    severities = ("errors", "warnings", "notes")
    data = {
        "version": 1,
        "file": str(file),
        "ok": programme is not None,
        **{each: [problem_data(one) for one in problems.get(each, ())] for each in severities},
        "title": programme.title if programme else None,
        "weeks": _weeks(programme, lengths_ms) if programme else [],
    }
    click.echo(dumps(data))


def _weeks(programme: "Programme", lengths_ms: Mapping[object, int]) -> list[dict[str, Any]]:
    return [
        {
            "number": week.number,
            "start": str(week.start),
            "deload": week.deload,
            "sessions": [
                {
                    "name": session.name,
                    "title": session.title,
                    "date": str(session.date),
                    "at": None if session.at is None else f"{session.at:%H:%M}",
                    "routine": str(session.routine),
                    "level": session.level,
                    "vars": dict(session.variables),
                    "duration_ms": lengths_ms[session.content],
                }
                for session in week.sessions
            ],
        }
        for week in programme.weeks
    ]
