"""`voicecoach programme build`: makes the sound files of all sessions of a programme."""

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, options_for
from voicecoach.cli.outputs import sound_options
from voicecoach.cli.programme.files import folder_of
from voicecoach.cli.programme.reading import programme_argument, programme_options, read
from voicecoach.cli.targets import make_directory
from voicecoach.problems import VoicecoachError
from voicecoach.units import megabytes, whole_clock

if TYPE_CHECKING:
    from voicecoach.session.built import Built
    from voicecoach.session.outputs import Output


@click.command("build")
@programme_argument
@click.option(
    "-d",
    "--directory",
    type=PATH,
    help="The directory to write to, made if needed (default: the programme's name, here).",
)
@programme_options
@sound_options
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="How many are built at a time (default: one a processor core).",
)
@click.option("--force", "forced", is_flag=True, help="Build even what is up to date.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(
    file: Path,
    directory: Path | None,
    jobs: int | None,
    forced: bool,
    quiet: bool,
    **choices: Any,
) -> None:
    """Build the MP3 of each session of the programme FILE.

    Names sort by date: `w03-2-wed Run and walk.mp3` is the second session of week 3. Sessions that
    are equal are made once, and each gets its file. What is up to date is not built again.

    \b
    Examples:
      voicecoach programme build my-weeks.yaml
      voicecoach programme build my-weeks.yaml -d ~/Music --start 2027-01-04
    """
    programme = read(file, choices)
    directory = directory or folder_of(file)
    make_directory(directory)
    from voicecoach.cli.progress import Display, open_session
    from voicecoach.cli.speakers import sentence
    from voicecoach.session.batch import build_batch
    from voicecoach.session.outputs import SoundOutput
    from voicecoach.session.programme import builds_of

    sound = {name: choices[name] for name in ("bitrate_kbps", "cover", "comment")}
    builds = builds_of(
        programme, directory, options_for(choices), lambda target: SoundOutput(target, **sound)
    )
    exit_code = 0
    told: set[str] = set()
    display = Display(not quiet)
    with (
        open_session(display) as session,
        closing(build_batch(session, builds, jobs or os.cpu_count() or 1, forced)) as results,
    ):
        for (_, outputs, _), result in zip(builds, results, strict=True):
            with display.hidden():
                if isinstance(result, VoicecoachError):
                    # The others are still built; the first failure decides the exit code.
                    report.show_error(result, about=str(outputs[0].target))
                    exit_code = exit_code or result.exit_code
                elif not quiet:
                    _report(result, outputs)
                    spoken_by = sentence(result.voices, result.language)
                    if spoken_by and spoken_by not in told:
                        click.echo(report.one_line(spoken_by), err=True)
                        told.add(spoken_by)
    if exit_code:
        click.get_current_context().exit(exit_code)


def _report(result: "Built", outputs: "Sequence[Output]") -> None:
    report.show_problems(result.warnings, "warning")
    length = whole_clock(result.duration_ms)
    for output in outputs:
        size = megabytes(output.target.stat().st_size)
        report.say(f"{output.target}  {length}  {size}")
