"""Options of the commands that build: what to write, and how it sounds."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, options, speech_options
from voicecoach.files.home import expanded
from voicecoach.session.answers import recalled
from voicecoach.units import megabytes

if TYPE_CHECKING:
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
        is_whole = name == "page" and choices["single_file"]
        module_name = _WHOLE if is_whole else name
        target_beside = target.with_suffix(_suffix_of(module_name))
        outputs.append(TimelineOutput(target_beside, module_name, choices["cover"]))
    return outputs


def _suffix_of(name: str) -> str:
    """Return the suffix of what a module of `voicecoach.outputs` makes."""

    def look() -> str:
        from voicecoach.outputs import output_module

        return output_module(name).SUFFIX

    return recalled(str, ["suffix", name], look)


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
