"""`voicecoach script`: what is said, and when."""

from pathlib import Path
from typing import Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import routine_argument, speech_options


@click.command("script")
@routine_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text to read, or the timeline for programs.",
)
@speech_options
def command(routine: Path, form: str, **choices: Any) -> None:
    """Print the spoken script of ROUTINE with its times.

    \b
    Examples:
      voicecoach script routines/run-walk-week-1.yaml
      voicecoach script legs.yaml --format json > legs.json
    """
    from voicecoach.cli.progress import progress_bar
    from voicecoach.outputs.script import script
    from voicecoach.outputs.timeline_json import timeline_json
    from voicecoach.session.planning import Options, planned

    with (
        progress_bar(routine.name) as progress,
        planned(routine, Options(**choices), progress) as found,
    ):
        timeline = found.timeline
        text = timeline_json(timeline) if form == "json" else script(timeline)
    if form == "text":
        for warning in timeline.warnings:
            report.problem(warning, "warning")
    if form == "json":
        click.echo(text)
    else:
        report.say(text.rstrip("\n"))
