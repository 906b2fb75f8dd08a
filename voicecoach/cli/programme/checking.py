"""`voicecoach programme check`: finds mistakes in a programme of weeks and prints its sessions."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import options_for
from voicecoach.cli.plain import is_plain, plain_option, say_facts
from voicecoach.cli.programme.reading import programme_argument, programme_options, read
from voicecoach.units import counted, whole_clock

if TYPE_CHECKING:
    from voicecoach.programme import Programme, TrainingSession
    from voicecoach.programme.model import Week

# Values of variables that are shown: lines that are spoken are longer.
_LONGEST_VALUE = 12


@click.command("check")
@programme_argument
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings.")
@programme_options
@plain_option
def command(file: Path, strict: bool, plain: bool, **choices: Any) -> None:
    """Check the programme FILE and all its sessions, and print its weeks.

    \b
    Examples:
      voicecoach programme check my-weeks.yaml
      voicecoach programme check my-weeks.yaml --start 2027-01-04 --strict
    """
    from voicecoach.cli.progress import Display, open_session
    from voicecoach.programme.by_week import problems_by_week
    from voicecoach.session.programme import timelines_of

    programme = read(file, choices)
    with open_session(Display(not plain)) as session:
        timelines = timelines_of(session, programme, options_for(choices))
    warnings = problems_by_week(
        programme, {content: timeline.warnings for content, timeline in timelines.items()}
    )
    report.show_problems(warnings, "warning")
    report.show_problems(programme.notes, "notice")
    lengths_ms = {content: timeline.duration_ms for content, timeline in timelines.items()}
    (_print_plainly if is_plain(plain) else _print_table)(programme, lengths_ms)
    total_ms = sum(lengths_ms[session.content] for session in programme.sessions)
    report.say(
        f"{counted(len(programme.sessions), 'session')} in {counted(len(programme.weeks), 'week')},"
        f" {whole_clock(total_ms)} in all; {len(lengths_ms)} different."
    )
    click.get_current_context().exit(int(strict and bool(warnings)))


def _print_plainly(programme: "Programme", lengths_ms: Mapping[object, int]) -> None:
    report.say(programme.title)
    for week in programme.weeks:
        for session in week.sessions:
            at = "" if session.at is None else f" {session.at:%H:%M}"
            length = whole_clock(lengths_ms[session.content])
            facts = (f"{session.date}{at}", length, *_differences(week, session))
            say_facts([(session.name, ", ".join(facts))])


def _print_table(programme: "Programme", lengths_ms: Mapping[object, int]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    title = report.cell(programme.title)
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for heading in ("Week", "Day", "Date", "Session", "Length", "With"):
        table.add_column(heading, justify="right" if heading == "Length" else "left")
    for week in programme.weeks:
        for session in week.sessions:
            table.add_row(
                str(week.number) if session.number == 1 else "",
                session.weekday,
                str(session.date),
                report.cell(session.title),
                whole_clock(lengths_ms[session.content]),
                report.cell(", ".join(_differences(week, session))),
            )
    Console(highlight=False).print(table)


def _differences(week: "Week", session: "TrainingSession") -> list[str]:
    """Return what makes a session differ from its routine, in a few words each."""
    values: list[str] = [
        f"{name} {value}"
        for name, value in session.variables.items()
        if isinstance(value, str) and len(value) <= _LONGEST_VALUE
    ]
    level: list[str] = [] if session.level is None else [session.level]
    return ["deload"] * week.deload + level + values
