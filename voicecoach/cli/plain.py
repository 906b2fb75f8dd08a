"""Plain output: one fact a line, as a screen reader reads it and a program searches it.

It is what a pipe or a file gets, and a terminal with `--plain`: no rules, no padding, no colour.
With `--plain`, warnings have no colour either, and no progress is drawn.
"""

import sys
from collections.abc import Iterable

import click

from voicecoach.cli import report


def _without_colour(context: click.Context, _param: object, plain: bool) -> bool:
    if plain:
        context.color = False
    return plain


plain_option = click.option(
    "--plain",
    is_flag=True,
    callback=_without_colour,
    help="One fact a line, without rules; so it is into a pipe, too.",
)


def is_terminal() -> bool:
    """Return whether stdout is a terminal."""
    return sys.stdout.isatty()


def is_plain(wanted: bool) -> bool:
    """Return whether to print plainly: if the user wants it, or where no terminal shows it."""
    return wanted or not is_terminal()


def say_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Print facts, each as `Name: value`, without those that have no value."""
    for name, value in facts:
        if value:
            report.say(f"{name}: {value}")
