"""`voicecoach script`: prints what is said, and when, or what is to be recorded."""

from pathlib import Path
from typing import Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import format_option, options_for, routine_argument, speech_options
from voicecoach.cli.parts import part_options
from voicecoach.cli.plain import is_plain, plain_option


@click.command("script", short_help="Print all that is spoken in ROUTINE, with its times.")
@routine_argument
@format_option(
    ["text", "json", "phrases"],
    "Text to read, the timeline for programs, or the phrases to record.",
)
@click.option("--spoken", is_flag=True, help="Show the text as it is read aloud.")
@speech_options
@part_options
@plain_option
def command(routine: Path, output_format: str, spoken: bool, plain: bool, **choices: Any) -> None:
    """Print the spoken script of ROUTINE with its times, or the phrases in it.

    \b
    Examples:
      voicecoach script routines/run-walk-week-1.yaml
      voicecoach script legs.yaml --format json > legs.json
      voicecoach script legs.yaml --format phrases
    """
    from voicecoach.cli.progress import Display, open_session
    from voicecoach.outputs.phrase_sheet import phrase_sheet
    from voicecoach.outputs.script import plain_script, script
    from voicecoach.outputs.timeline_json import timeline_json
    from voicecoach.session.plan import plan_routine
    from voicecoach.session.recordings import sheet_groups

    if spoken and output_format != "text":
        raise click.UsageError(
            f"--spoken shows a text to read, and --format {output_format} is none"
        )
    options = options_for(choices)
    display = Display(not plain)
    with open_session(display) as session, session.working_on(routine.name) as on_progress:
        plan = plan_routine(session, routine, options, on_progress)
    timeline = plan.timeline
    report.show_idle_seed(options, plan.routine)
    if output_format == "json":
        click.echo(timeline_json(timeline))
        return
    # The sheet itself tells what is not recorded.
    told = ("not-recorded",) if output_format == "phrases" else ()
    warnings = [warning for warning in timeline.warnings if warning.code not in told]
    report.show_problems(warnings, "warning")
    if output_format == "phrases":
        text = phrase_sheet(timeline.title, sheet_groups(plan.casting, timeline))
    else:
        text = (plain_script if is_plain(plain) else script)(timeline, spoken)
    report.say(*text.rstrip("\n").split("\n"))
