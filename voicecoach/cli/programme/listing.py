"""The listing of a programme's sessions, for people; their lengths are found by their `content`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from voicecoach.cli import report
from voicecoach.cli.plain import say_facts
from voicecoach.units import whole_clock

if TYPE_CHECKING:
    from voicecoach.programme import Programme, TrainingSession
    from voicecoach.programme.model import Week

# Values of variables that are shown: lines that are spoken are longer.
_LONGEST_VALUE = 12


def print_plainly(programme: "Programme", lengths_ms: Mapping[object, int]) -> None:
    """Print the title of a programme, and each session in a line of its own."""
    report.say(programme.title)
    for week in programme.weeks:
        for session in week.sessions:
            at = "" if session.at is None else f" {session.at:%H:%M}"
            length = whole_clock(lengths_ms[session.content])
            facts = (f"{session.date}{at}", length, *_differences(week, session))
            say_facts([(session.name, ", ".join(facts))])


def print_table(programme: "Programme", lengths_ms: Mapping[object, int]) -> None:
    """Print the sessions of a programme in a table."""
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
