"""`voicecoach build`: routines to MP3s."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from voicecoach.cli import report
from voicecoach.cli.options import routines_argument, speech_options
from voicecoach.problems import VoicecoachError, WrongUsageError
from voicecoach.units import clock

if TYPE_CHECKING:
    from voicecoach.build import Built


@click.command("build")
@routines_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write.")
@click.option(
    "-d",
    "--directory",
    type=click.Path(path_type=Path),
    help="The directory to write to (default: this one).",
)
@speech_options
@click.option(
    "--loudness",
    "loudness_lufs",
    type=click.FloatRange(-30, -12),
    default=-16.0,
    show_default=True,
    help="How loud speech is, in LUFS.",
)
@click.option(
    "--music",
    metavar="FILE",
    multiple=True,
    help="Music under the programme, or `off`; several files play in turn.",
)
@click.option(
    "--cover", metavar="FILE", help="A PNG or JPEG in place of the drawn cover, or `off`."
)
@click.option(
    "--bitrate",
    "bitrate_kbps",
    type=click.IntRange(min=1),
    help="In kb/s (default: 64, or 128 in stereo).",
)
@click.option("--lrc", "with_lrc", is_flag=True, help="Write the lyrics beside the file, too.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(
    routines: tuple[Path, ...],
    output: Path | None,
    directory: Path | None,
    quiet: bool,
    music: tuple[str, ...],
    cover: str | None,
    bitrate_kbps: int | None,
    with_lrc: bool,
    **choices: Any,
) -> None:
    """Build the MP3 of each ROUTINE, or what the suffix of the output asks for.

    Prints the path, length and size of each file, and every warning.

    \b
    Examples:
      voicecoach build routines/runners-lower-back.yaml
      voicecoach build legs.yaml -o ~/Music/legs.mp3 --level hard
      voicecoach build monday.yaml tuesday.yaml -d ~/Music
      voicecoach build legs.yaml --voice en-gb+f3 --rate 150
      voicecoach build legs.yaml -o legs.m4b --music calm.mp3
    """
    from voicecoach.build import Options, Output, build
    from voicecoach.cli.progress import progress_bar

    options = Options(**choices, music=_music(music))
    failed: VoicecoachError | None = None
    for routine, target in _targets(routines, output, directory):
        try:
            with progress_bar(routine.name, quiet) as progress:
                wanted = Output(target, bitrate_kbps, _cover(cover), with_lrc)
                built = build(routine, wanted, options, progress)
        except VoicecoachError as error:
            # The other routines are still built; the first failure decides the exit code.
            report.error(error)
            failed = failed or error
            continue
        if not quiet:
            _report(built)
    if failed is not None:
        click.get_current_context().exit(failed.exit_code)


def _music(given: tuple[str, ...]) -> tuple[Path, ...] | None:
    """Return the files to play; none with `off`, and None where the routine decides."""
    if not given:
        return None
    return () if given == ("off",) else tuple(Path(name) for name in given)


def _cover(given: str | None) -> Path | Literal["off"] | None:
    return "off" if given == "off" else Path(given) if given else None


def _targets(
    routines: tuple[Path, ...], output: Path | None, directory: Path | None
) -> list[tuple[Path, Path]]:
    """Return each routine with the file to write. Raises UsageError or WrongUsageError."""
    if output is not None and directory is not None:
        raise click.UsageError("-o names a file and -d a directory: give one of them")
    if output is not None and len(routines) > 1:
        raise click.UsageError("-o names one file: give -d with several routines")
    if output is not None:
        return [(routines[0], output)]
    targets: dict[Path, Path] = {}
    for routine in routines:
        target = (directory or Path()) / f"{routine.stem}.mp3"
        if target in targets:
            first = targets[target]
            raise WrongUsageError(f"{first} and {routine} would both become {target}", "rename one")
        targets[target] = routine
    return [(routine, target) for target, routine in targets.items()]


def _report(built: "Built") -> None:
    for warning in built.timeline.warnings:
        report.problem(warning, "warning")
    size_mb = built.size_bytes / 1_000_000
    seconds = round(built.timeline.duration_ms / 1000) * 1000
    report.say(f"{built.target}  {clock(seconds)}  {size_mb:.1f} MB")
