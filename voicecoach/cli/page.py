"""`voicecoach page`: builds a routine with the page that plays it."""

from typing import Any

import click

from voicecoach.cli import build


def _build_with_page(**choices: Any) -> None:
    """Build the MP3 of each ROUTINE, and beside it a page that plays it.

    The page shows in large letters what to do now, a countdown, what comes next and what is said.
    It takes the options of `voicecoach build`, and works from a phone's files, without a network.

    \b
    Examples:
      voicecoach page legs.yaml
      voicecoach page legs.yaml -d ~/Phone --level hard
      voicecoach page legs.yaml --single-file
    """
    click.get_current_context().invoke(build.command, page=True, **choices)


# Whatever a build can do, it can do with a page, but for the split: a page plays one file.
command = click.Command(
    "page",
    callback=_build_with_page,
    params=[option for option in build.command.params if option.name not in ("page", "split")],
    help=_build_with_page.__doc__,
    short_help="Build the MP3 of each ROUTINE, and a page that plays it.",
)
