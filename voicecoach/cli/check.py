"""`voicecoach check`: finds mistakes in a routine and prints its programme."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import asdict

from voicecoach.cli import report
from voicecoach.cli.options import format_option, options_for, routines_argument, speech_options
from voicecoach.cli.plain import is_plain, plain_option, say_facts
from voicecoach.problems import Problem, RoutineError, VoicecoachError
from voicecoach.units import counted, whole_clock

if TYPE_CHECKING:
    from voicecoach.session.options import Options
    from voicecoach.session.plan import Plan
    from voicecoach.session.session import Session
    from voicecoach.timeline import Timeline


# By severity, the worst first.
Problems = dict[str, tuple[Problem, ...]]


@click.command("check", short_help="Check each ROUTINE and print its programme.")
@routines_argument
@format_option(
    ["text", "json", "github"], "Text to read, JSON for programs, or annotations for GitHub."
)
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings.")
@speech_options
@plain_option
def command(
    routines: tuple[Path, ...], output_format: str, strict: bool, plain: bool, **choices: Any
) -> None:
    """Check each ROUTINE and print its programme, without writing a file.

    \b
    Examples:
      voicecoach check legs.yaml
      voicecoach check *.yaml --strict --format github
    """
    from voicecoach.cli.progress import Display, open_session

    options = options_for(choices)
    exit_code = 0
    results = []
    display = Display(not plain)
    with open_session(display) as session:
        for routine in routines:
            about = str(routine) if len(routines) > 1 else ""
            plan, problems, code = _check(session, routine, options, about)
            exit_code = exit_code or code or int(strict and bool(problems["warning"]))
            with display.hidden():
                if plan is not None:
                    report.show_idle_seed(
                        options, plan.routine.title, plan.routine.seed is not None
                    )
                if output_format == "json":
                    results.append(_result(routine, plan, problems))
                else:
                    _print(output_format, plan, problems, is_plain(plain))
    if output_format == "json":
        from voicecoach.outputs.timeline_json import dumps

        click.echo(dumps({"version": 1, "routines": results}))
    click.get_current_context().exit(exit_code)


def _check(
    session: "Session", routine: Path, options: "Options", about: str
) -> tuple["Plan | None", Problems, int]:
    """Return the plan of a routine, if it has one, its problems, and the exit code.

    What is wrong with no line of it is shown, with its name `about` where there are several.
    """
    from voicecoach.session.plan import plan_routine
    from voicecoach.session.session import CancelledError

    problems: Problems = {"error": (), "warning": (), "notice": ()}
    try:
        with session.working_on(routine.name) as on_progress:
            plan = plan_routine(session, routine, options, on_progress, with_reach=True)
        found = {"warning": plan.timeline.warnings, "notice": plan.timeline.notes}
        return plan, problems | found, 0
    except RoutineError as error:
        errors = tuple(map(report.with_remedy, error.problems))
        return None, problems | {"error": errors}, error.exit_code
    except CancelledError:
        raise
    except VoicecoachError as error:
        report.show_error(error, about=about)
        return None, problems, error.exit_code


def _print(output_format: str, plan: "Plan | None", problems: Problems, plain: bool) -> None:
    from voicecoach.cli.speakers import sentence
    from voicecoach.session.built import ChosenVoices

    for severity, of_severity in problems.items():
        if output_format == "github":
            for annotation in report.github_annotations(of_severity, severity):
                click.echo(annotation)
        else:
            report.show_problems(of_severity, severity)
    if plan is not None and output_format == "text":
        (_print_plainly if plain else _print_programme)(plan.timeline)
        if plan.reach_ms is not None:
            shortest, longest = map(whole_clock, plan.reach_ms)
            click.echo(f"With `--length` it can last {shortest} to {longest}.")
        if plan.routine.seed is not None:
            click.echo(report.drawn_by(plan.routine.seed))
        spoken_by = sentence(ChosenVoices.of(plan.speakers), plan.timeline.language)
        if spoken_by:
            click.echo(report.one_line(spoken_by))


def _print_plainly(timeline: "Timeline") -> None:
    from voicecoach.outputs.programme import programme

    summary = programme(timeline)
    report.say(timeline.title)
    section = None
    for row in summary.rows:
        if row.section is not None and row.section != section:
            total = whole_clock(summary.sections_ms[row.section])
            say_facts([("Section", f"{row.section}, total {total}")])
        section = row.section
        times = zip(
            ("work", "rest", "total"), (row.work_ms, row.rest_ms, row.total_ms), strict=True
        )
        # In the line itself, as nothing else tells where a section ends.
        within = "" if section is None else f"section {section}"
        lengths = (f"{name} {whole_clock(time_ms)}" for name, time_ms in times)
        parts = filter(None, (row.name, within, row.dose, *lengths))
        say_facts([("Exercise", ", ".join(parts))])
    say_facts(
        [
            ("Exercises", str(len(summary.rows))),
            ("Work", whole_clock(summary.work_ms)),
            ("Rest", whole_clock(summary.rest_ms)),
            ("Total", whole_clock(summary.total_ms)),
            ("Speech", whole_clock(summary.talk_ms)),
        ]
    )


def _print_programme(timeline: "Timeline") -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from voicecoach.outputs.programme import programme

    summary = programme(timeline)
    title = report.cell(timeline.title)
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, show_footer=True)
    table.add_column("Exercise", counted(len(summary.rows), "exercise"))
    table.add_column("Dose")
    table.add_column("Work", whole_clock(summary.work_ms), justify="right")
    table.add_column("Rest", whole_clock(summary.rest_ms), justify="right")
    table.add_column("Total", whole_clock(summary.total_ms), justify="right")
    section = None
    for row in summary.rows:
        if row.section is not None and row.section != section:
            total = whole_clock(summary.sections_ms[row.section])
            table.add_row(report.cell(row.section), "", "", "", total, style="bold")
        section = row.section
        times = map(whole_clock, (row.work_ms, row.rest_ms, row.total_ms))
        table.add_row(report.cell(row.name), row.dose, *times)
    Console(highlight=False).print(table)
    click.echo(
        f"Something is said for {whole_clock(summary.talk_ms)} of {whole_clock(summary.total_ms)}."
    )


def _result(routine: Path, plan: "Plan | None", problems: Problems) -> dict[str, Any]:
    from voicecoach.outputs.timeline_json import problem_data

    return {
        "file": str(routine),
        "ok": plan is not None,
        "errors": [problem_data(problem) for problem in problems["error"]],
        "warnings": [problem_data(problem) for problem in problems["warning"]],
        "notes": [problem_data(problem) for problem in problems["notice"]],
        "lengths_ms": plan.reach_ms if plan else None,
        "seed": plan.routine.seed if plan else None,
        "programme": _programme_data(plan.timeline) if plan else None,
        "voices": [
            {"engine": voice.engine, "name": voice.name}
            for voice in (plan.speakers.voices if plan else ())
        ],
    }


def _programme_data(timeline: "Timeline") -> dict[str, Any]:
    from voicecoach.outputs.programme import programme

    summary = programme(timeline)
    return {**asdict(summary), "rows": [asdict(row) for row in summary.rows]}
