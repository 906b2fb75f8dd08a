"""Options of the commands that build: what to write, and how it sounds."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, options, speech_options
from voicecoach.cli.sources import numbered_stem_of, stem_of
from voicecoach.files.home import expanded
from voicecoach.files.ordinary import exists, no_directory, resolved
from voicecoach.problems import WrongUsageError, reason
from voicecoach.units import megabytes

if TYPE_CHECKING:
    from voicecoach.language import RoutineText
    from voicecoach.session.options import Options
    from voicecoach.session.outputs import Output


def _music(_ctx: object, _param: object, names: tuple[str, ...]) -> tuple[Path, ...] | None:
    """Return the files to play; none for `off`, and None if the routine decides."""
    if not names:
        return None
    if "" in names:
        raise click.BadParameter("give a file, a folder, a pattern, or `off`.")
    if "off" in names and len(names) > 1:
        raise click.UsageError("`--music off` is for no music: give no files beside it")
    return () if names == ("off",) else tuple(map(expanded, names))


def _loudness(_ctx: object, _param: object, loudness_lufs: float) -> float:
    if math.isnan(loudness_lufs):
        raise click.BadParameter("nan is no loudness.")
    return loudness_lufs


def _cover(_ctx: object, _param: object, name: str | None) -> Path | Literal["off"] | None:
    if name == "":
        raise click.BadParameter("give a file, or `off`.")
    return "off" if name == "off" else expanded(name) if name else None


# Outputs that can be written beside the sound, by the name of their module in `voicecoach.outputs`.
_BESIDE = {
    "lrc": "Write the lyrics beside the file, too.",
    "page": "Write a page that plays the file beside it, too.",
}
# The page with its sound in it.
_WHOLE = "single_file_page"
# Above this size, Firefox on Android shows a page from the phone's files, but plays no sound in it.
_MOST_IN_A_PAGE_BYTES = 3_000_000

# How a programme sounds, and what a player shows of it.
sound_options = options(
    click.option(
        "--loudness",
        "loudness_lufs",
        type=click.FloatRange(-30, -12),
        default=-16.0,
        callback=_loudness,
        show_default=True,
        help="How loud speech is, in LUFS.",
    ),
    click.option(
        "--music",
        metavar="FILE",
        multiple=True,
        callback=_music,
        help="Music under the programme: a file, a folder or a pattern in quotes ('calm*.mp3'); "
        "several files play in turn. `off` is none.",
    ),
    click.option(
        "--cover",
        metavar="FILE",
        callback=_cover,
        help="A PNG or JPEG in place of the drawn cover, or `off`.",
    ),
    click.option(
        "--bitrate",
        "bitrate_kbps",
        type=click.IntRange(min=1),
        help="In kb/s (default: 64, or 128 in stereo).",
    ),
    click.option(
        "--comment", metavar="TEXT", help="The comment in the tags (default: the program's name)."
    ),
)
# For `targets`, `options_for` and `outputs_for`.
output_options = options(
    click.option("-o", "--output", type=PATH, help="The file to write."),
    click.option(
        "-d",
        "--directory",
        type=PATH,
        help="The directory to write to, made if needed (default: this one).",
    ),
    speech_options,
    sound_options,
    *(click.option(f"--{name}", is_flag=True, help=text) for name, text in _BESIDE.items()),
    click.option(
        "--single-file", is_flag=True, help="Put the sound into the page, so that it plays alone."
    ),
)


def outputs_for(target: Path, choices: Mapping[str, Any]) -> "list[Output]":
    """Return what a build writes: the sound, and the chosen outputs beside it.

    Raises click's UsageError.
    """
    from voicecoach.session.outputs import SoundOutput, TimelineOutput

    if choices["single_file"] and not choices["page"]:
        raise click.UsageError("`--single-file` is about the page: give `--page` with it")
    sound = {name: choices[name] for name in ("bitrate_kbps", "cover", "comment")}
    outputs: list[Output] = [SoundOutput(target, **sound)]
    for name in (name for name in _BESIDE if choices[name]):
        from voicecoach.outputs import output_module

        is_whole = name == "page" and choices["single_file"]
        module = output_module(_WHOLE if is_whole else name)
        target_beside = target.with_suffix(module.SUFFIX)
        outputs.append(TimelineOutput(target_beside, module, choices["cover"]))
    return outputs


def warn_of_large_page(outputs: "Sequence[Output]", choices: Mapping[str, Any]) -> None:
    """Print to stderr that a page with its sound in it is too large for some phones, if it is."""
    if not choices["single_file"]:
        return
    # The last one beside the sound.
    page = outputs[-1].target
    size_bytes = page.stat().st_size
    if size_bytes > _MOST_IN_A_PAGE_BYTES:
        report.show_warning(
            f"{page} has {megabytes(size_bytes)}: above 3 MB, Firefox on Android plays no page "
            "from the phone's files (Chrome does; without `--single-file`, the sound stays in a "
            "file of its own)"
        )


def targets(
    sources: "Sequence[Path | RoutineText]",
    output: Path | None,
    directory: Path | None,
    options: "Options",
    part: str = "",
    *,
    is_numbered: bool = False,
) -> "list[tuple[Path | RoutineText, Path]]":
    """Return each routine with the file to write; `part` ends the names that it chooses itself.

    If they are numbered, these names are made of number and title. Raises click's UsageError or
    WrongUsageError.
    """
    if output is not None and directory is not None:
        raise click.UsageError("-o names a file and -d a directory: give one of them")
    if output is not None and len(sources) > 1:
        raise click.UsageError("-o names one file: give -d with several routines")
    if output is not None and is_numbered:
        raise click.UsageError("-o names the file itself: give -d with --number")
    if output is not None:
        return [(sources[0], output)]
    by_target: dict[Path, Path | RoutineText] = {}
    for number, source in enumerate(sources, 1):
        stem = (
            numbered_stem_of(source, options, number, len(sources))
            if is_numbered
            else stem_of(source, options)
        )
        target = (directory or Path()) / f"{stem}{part}.mp3"
        if by_target.get(target) == source:
            raise WrongUsageError(f"{source} is given twice", "give it once")
        if target in by_target:
            names = (
                each if isinstance(each, Path) else each.path
                for each in (by_target[target], source)
            )
            message = f"{' and '.join(map(str, names))} would both become {target}"
            raise WrongUsageError(message, "rename one")
        by_target[target] = source
    return [(source, target) for target, source in by_target.items()]


def make_directory(directory: Path | None) -> None:
    """Make the directory to write to, if one is named and is not there. Raises WrongUsageError."""
    if directory is None or exists(directory):
        # What is there and no directory is told with the file that it cannot hold.
        return
    try:
        resolved(directory).mkdir(parents=True)
    except OSError as error:
        in_the_way = no_directory(directory)
        why = f"{in_the_way} is none" if in_the_way else reason(error)
        message = f"cannot make the directory {directory}: {why}"
        raise WrongUsageError(message, "choose another one with `-d`") from error
