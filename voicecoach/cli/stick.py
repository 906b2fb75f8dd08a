"""Options for a stick or a watch: names that sort, and a file for each section."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli.options import options
from voicecoach.cli.outputs import outputs_for

if TYPE_CHECKING:
    from voicecoach.session.outputs import Output

stick_options = options(
    click.option(
        "--number",
        "is_numbered",
        is_flag=True,
        help="Name each file by its number and title, so that they sort: `01 Warm-up.mp3`.",
    ),
    click.option(
        "--split",
        type=click.Choice(["section", "exercise"]),
        help="Write a file for each, into a folder with a playlist.",
    ),
)


def split_for(target: Path, choices: Mapping[str, Any]) -> "list[Output]":
    """Return what a build writes in place of `target`: a file a chapter. Raises UsageError."""
    from voicecoach.session.outputs import SoundOutput
    from voicecoach.session.split import SplitOutput

    for name in ("lrc", "page"):
        if choices[name]:
            raise click.UsageError(f"--{name} is about one file: give it without --split")
    (sound,) = outputs_for(target, choices)
    assert isinstance(sound, SoundOutput)
    return [SplitOutput(sound)]
