"""`voicecoach script`: prints what is said, and when, or what is to be recorded."""

from pathlib import Path
from typing import Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import format_option, options_for, routine_argument, speech_options
from voicecoach.cli.parts import part_options
from voicecoach.cli.plain import is_plain, plain_option

# Formats that are printed as they belong into a file, each with its module in `voicecoach.outputs`.
_MODULES = {
    "vtt": "vtt",
    "srt": "srt",
    "lrc": "lrc",
    "csv": "csv",
    "markdown": "markdown",
    "html": "transcript",
    "sheet": "sheet",
}
# Those that show other things than what is spoken.
_WITHOUT_LINES = ("json", "phrases", "sheet")


@click.command("script", short_help="Print all that is spoken in ROUTINE, with its times.")
@routine_argument
@format_option(
    ["text", "json", "phrases", *_MODULES],
    "Text to read, the timeline for programs, the phrases to record, captions (vtt, srt), lyrics "
    "(lrc), a table (csv), the programme and its words (markdown, html), or a sheet to print.",
)
@click.option("--spoken", is_flag=True, help="Show the text as it is read aloud.")
@speech_options
@part_options
@plain_option
def command(routine: Path, output_format: str, spoken: bool, plain: bool, **choices: Any) -> None:
    """Print the spoken script of ROUTINE with its times, or the phrases in it.

    \b
    Examples:
      voicecoach script routines/run-walk.yaml
      voicecoach script legs.yaml --format json > legs.json
      voicecoach script legs.yaml --format vtt > legs.vtt
      voicecoach script legs.yaml --format sheet > legs.html
      voicecoach script legs.yaml --format phrases
    """
    from voicecoach.cli.progress import Display, open_session
    from voicecoach.outputs import text_module
    from voicecoach.outputs.phrase_sheet import phrase_sheet
    from voicecoach.outputs.read_aloud import read_aloud
    from voicecoach.outputs.script import plain_script, script
    from voicecoach.outputs.timeline_json import timeline_json
    from voicecoach.session.plan import plan_routine
    from voicecoach.session.recordings import sheet_groups

    if spoken and output_format in _WITHOUT_LINES:
        raise click.UsageError(
            f"--spoken shows lines as they are read aloud, and --format {output_format} has none"
        )
    options = options_for(choices)
    display = Display(not plain)
    with open_session(display) as session, session.working_on(routine.name) as on_progress:
        plan = plan_routine(session, routine, options, on_progress)
    timeline = read_aloud(plan.timeline) if spoken else plan.timeline
    report.show_idle_seed(options, plan.routine.title, plan.routine.is_drawn)
    if output_format == "json":
        click.echo(timeline_json(timeline))
        return
    # The sheet itself tells what is not recorded.
    told = ("not-recorded",) if output_format == "phrases" else ()
    warnings = [warning for warning in timeline.warnings if warning.code not in told]
    report.show_problems(warnings, "warning")
    if output_format in _MODULES:
        # As bytes, since a terminal's encoding and line ends are not those of a file.
        text = text_module(_MODULES[output_format]).text(timeline)
        click.echo(text.encode(), nl=False)
    elif output_format == "phrases":
        sheet = phrase_sheet(timeline.title, sheet_groups(plan.casting, timeline))
        report.say(*sheet.rstrip("\n").split("\n"))
    else:
        text = (plain_script if is_plain(plain) else script)(timeline)
        report.say(*text.rstrip("\n").split("\n"))
