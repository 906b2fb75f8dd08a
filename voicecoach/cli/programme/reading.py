"""Reading a programme for a command, with the options that win over it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, options, speech_options

if TYPE_CHECKING:
    from voicecoach.programme import Programme


def _start(_ctx: object, _param: object, text: str | None) -> date | None:
    from pydantic_core import PydanticCustomError

    from voicecoach.language.grammar.lexicon import lexicon
    from voicecoach.programme.values import Date

    try:
        return None if text is None else Date().read(text, lexicon("en"))
    except PydanticCustomError as error:
        hint = (error.context or {})["hint"]
        raise click.BadParameter(
            report.one_line(error.message() + (f": {hint}" if hint else ""))
        ) from None


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
