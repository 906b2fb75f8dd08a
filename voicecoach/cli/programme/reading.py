"""Reading a programme for a command, with the options that win over it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli.options import PATH, options, read_value, speech_options

if TYPE_CHECKING:
    from voicecoach.programme import Programme


def _start(_ctx: object, _param: object, text: str | None) -> date | None:
    from voicecoach.programme.values import Date

    return None if text is None else read_value(Date(), text)


programme_argument = click.argument("file", type=PATH)
# For `read`.
programme_options = options(
    click.option(
        "--start",
        metavar="DATE",
        callback=_start,
        help="The first day, such as 2026-12-07 (default: the programme's).",
    ),
    speech_options,
)


def read(file: Path, choices: Mapping[str, Any]) -> "Programme":
    """Return the programme in a file, over which a command's choices win.

    Raises RoutineError or WrongUsageError.
    """
    from voicecoach.programme import read_programme

    start, level, variables = (choices[name] for name in ("start", "level", "variables"))
    return read_programme(file, start=start, level=level, variables=variables)
