"""`voicecoach show`: draws a picture of the programme."""

from pathlib import Path
from typing import Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, options_for, routine_argument, speech_options
from voicecoach.cli.parts import part_name, part_options
from voicecoach.files.ordinary import exists
from voicecoach.problems import OverwritesSourceError

_SUFFIXES = (".svg", ".png")


@click.command("show")
@routine_argument
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="The file to write, .svg or .png (default: the routine's name with .svg, here).",
)
@speech_options
@part_options
def command(routine: Path, output: Path | None, **choices: Any) -> None:
    """Draw the programme of ROUTINE.

    Phases as a band, speech and tones below it, times, sections and a legend. Prints the path.

    \b
    Examples:
      voicecoach show routines/runners-lower-back.yaml
      voicecoach show legs.yaml -o legs.png --level hard
    """
    from voicecoach.cli.progress import open_session
    from voicecoach.files.whole_file import check_target, replacing
    from voicecoach.outputs import picture
    from voicecoach.session.plan import plan_routine

    target = output or Path(f"{routine.stem}{part_name(choices)}.svg")
    suffix = target.suffix.lower()
    if suffix not in _SUFFIXES:
        raise click.UsageError(f"`{target}` is no picture: its name has to end in .svg or .png")
    check_target(target)
    if exists(target) and exists(routine) and target.samefile(routine):
        raise OverwritesSourceError(f"cannot write {target}: the programme is made of it")
    options = options_for(choices)
    with open_session() as session, session.working_on(routine.name) as on_progress:
        plan = plan_routine(session, routine, options, on_progress)
        timeline = plan.timeline
        on_progress("Drawing", 0, None)
        drawn = picture.svg(timeline).encode() if suffix == ".svg" else picture.png(timeline)
    with replacing(target) as file:
        file.write(drawn)
    report.show_problems(timeline.warnings, "warning")
    report.show_idle_seed(options, plan.routine.title, plan.routine.is_drawn)
    if plan.routine.seed is not None:
        click.echo(report.drawn_by(plan.routine.seed), err=True)
    report.say(str(target))
