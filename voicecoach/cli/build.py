"""`voicecoach build`: turns routines into MP3s."""

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from voicecoach.cli import report
from voicecoach.cli.options import options_for, routines_argument
from voicecoach.cli.outputs import output_options, outputs_for, warn_of_large_page
from voicecoach.cli.parts import part_name, part_options
from voicecoach.cli.sources import STANDARD_INPUT, files_of, read_standard_input
from voicecoach.cli.stick import split_for, stick_options
from voicecoach.cli.targets import make_directory, targets
from voicecoach.problems import VoicecoachError
from voicecoach.units import megabytes, whole_clock

if TYPE_CHECKING:
    from voicecoach.routine.phase import Split
    from voicecoach.session.built import Built


@click.command("build", short_help="Build the MP3 of each ROUTINE.")
@routines_argument
@output_options
@part_options
@stick_options
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="How many are built at a time (default: one a processor core).",
)
@click.option("--force", "forced", is_flag=True, help="Build even what is up to date.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(
    routines: tuple[Path, ...],
    output: Path | None,
    directory: Path | None,
    jobs: int | None,
    forced: bool,
    quiet: bool,
    is_numbered: bool,
    split: "Split | None",
    **choices: Any,
) -> None:
    """Build the MP3 of each ROUTINE, or what the suffix of the output asks for.

    A folder stands for all routines in it, and `-` for one from standard input.

    What is up to date is not built again: neither the routine, nor anything else that the files
    were made of, nor they themselves have changed.

    Prints the path, length and size of each file, the path of what is beside it, who speaks, and
    every warning.

    \b
    Examples:
      voicecoach build routines/runners-lower-back.yaml
      voicecoach build legs.yaml -o ~/Music/legs.mp3 --level hard
      voicecoach build monday.yaml tuesday.yaml -d ~/Music
      voicecoach build week/ -d ~/Music
      voicecoach build monday.yaml tuesday.yaml -d /media/stick --number
      voicecoach build legs.yaml -d /media/stick --split section
      voicecoach build legs.yaml --voice en-gb+f3 --rate 150
      voicecoach build legs.yaml -o legs.m4b --music calm.mp3
    """
    options = replace(options_for(choices), split=split)
    pairs = targets(
        [
            read_standard_input() if file == STANDARD_INPUT else file
            for file in files_of(routines, quiet)
        ],
        output,
        directory,
        options,
        part_name(choices),
        is_numbered=is_numbered,
    )
    make_directory(directory)
    from voicecoach.cli.progress import Display, open_session
    from voicecoach.cli.speakers import sentence
    from voicecoach.session.batch import build_batch

    outputs_of = split_for if split else outputs_for
    builds = [(routine, outputs_of(target, choices), options) for routine, target in pairs]
    jobs = jobs or os.cpu_count() or 1
    exit_code = 0
    told: set[str] = set()
    display = Display(not quiet)
    with (
        open_session(display) as session,
        closing(build_batch(session, builds, jobs, forced)) as results,
    ):
        for (routine, outputs, _), result in zip(builds, results, strict=True):
            with display.hidden():
                if isinstance(result, VoicecoachError):
                    # The other routines are still built; the first failure decides the exit code.
                    source = routine if isinstance(routine, Path) else routine.path
                    report.show_error(result, about=str(source) if len(builds) > 1 else "")
                    exit_code = exit_code or result.exit_code
                elif not quiet:
                    _report(result)
                    for beside in (*result.parts, *(output.target for output in outputs[1:])):
                        report.say(str(beside))
                    warn_of_large_page(outputs, choices)
                    report.show_idle_seed(options, result.title, result.is_drawn)
                    spoken_by = sentence(result.voices, result.language)
                    if spoken_by and spoken_by not in told:
                        click.echo(report.one_line(spoken_by), err=True)
                        told.add(spoken_by)
    if exit_code:
        click.get_current_context().exit(exit_code)


def _report(result: "Built") -> None:
    report.show_problems(result.warnings, "warning")
    length, size = whole_clock(result.duration_ms), megabytes(result.size_bytes)
    report.say(f"{result.target}  {length}  {size}")
