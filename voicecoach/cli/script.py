"""`voicecoach script`: prints what is said, and when."""

from pathlib import Path
from typing import Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import format_option, options_for, routine_argument, speech_options


@click.command("script")
@routine_argument
@format_option(["text", "json"], "Text to read, or the timeline for programs.")
@speech_options
def command(routine: Path, output_format: str, **choices: Any) -> None:
    """Print the spoken script of ROUTINE with its times.

    \b
    Examples:
      voicecoach script routines/run-walk-week-1.yaml
      voicecoach script legs.yaml --format json > legs.json
    """
    from voicecoach.cli.progress import open_session
    from voicecoach.outputs.script import script
    from voicecoach.outputs.timeline_json import timeline_json
    from voicecoach.session.plan import plan_routine

    with open_session() as session, session.working_on(routine.name) as on_progress:
        timeline = plan_routine(session, routine, options_for(choices), on_progress).timeline
    if output_format == "json":
        click.echo(timeline_json(timeline))
        return
    for warning in timeline.warnings:
        report.show_problem(warning, "warning")
    report.say(script(timeline).rstrip("\n"))
