"""Options for a part of a programme, and the name of a file that holds no more than that."""

import re
from collections.abc import Mapping
from typing import Any

import click

from voicecoach.cli.options import duration_of, options
from voicecoach.units import clock

_LONGEST_NAME = 80
# What some system refuses in the name of a file.
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def _time(_ctx: object, _param: object, text: str | None) -> int | None:
    return None if text is None else duration_of(text, positive=False)


# For `options_for` and `part_name`.
part_options = options(
    click.option(
        "--only",
        metavar="NAME",
        multiple=True,
        help="An exercise, section, circuit or id that alone is done; may be given several times.",
    ),
    click.option(
        "--skip",
        metavar="NAME",
        multiple=True,
        help="An exercise, section, circuit or id to leave out; may be given several times.",
    ),
    click.option(
        "--from",
        "from_ms",
        metavar="TIME",
        callback=_time,
        help="Begin with what is done at this time of the programme, such as 6:00.",
    ),
    click.option(
        "--to",
        "to_ms",
        metavar="TIME",
        callback=_time,
        help="End with what is done right before this time.",
    ),
)


def part_name(choices: Mapping[str, Any]) -> str:
    """Return what a file is called behind its stem: ` (only Bridge)`, or nothing for the whole."""
    parts = []
    for what, names in (("only", choices["only"]), ("without", choices["skip"])):
        if names:
            parts.append(f"{what} {', '.join(names)}")
    for what, time_ms in (("from", choices["from_ms"]), ("to", choices["to_ms"])):
        if time_ms is not None:
            parts.append(f"{what} {clock(time_ms).replace(':', '.')}")
    name = _UNFIT.sub("-", " ".join(parts))[:_LONGEST_NAME]
    return f" ({name})" if name else ""
