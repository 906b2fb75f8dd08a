"""Options shared by several commands."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from voicecoach.cli import report
from voicecoach.files.home import expanded
from voicecoach.problems import WrongUsageError
from voicecoach.session.answers import recalled

if TYPE_CHECKING:
    from voicecoach.language.values.kind import Kind
    from voicecoach.session.options import Options

_Value = TypeVar("_Value")
Command = Callable[..., Any]


class PathType(click.Path):
    """A path, in which `~` is filled in, as no shell does in `--output=~/legs.mp3`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path. Raises click's BadParameter."""
        if value == "":
            # It would be the directory one is in: a variable of a script is not set.
            self.fail("it is empty", param, ctx)
        path = expanded(value)
        super().convert(path, param, ctx)
        return path


# What may not be read is told where it is read: an output need not be readable.
PATH = PathType(path_type=Path, readable=False)


def duration_of(text: str, *, positive: bool = True, with_unit: bool = False) -> int:
    """Return a duration in ms, which is written as in a routine. Raises click's BadParameter."""

    def read() -> int:
        from voicecoach.language.values.duration import Duration

        return read_value(Duration(positive=positive, with_unit=with_unit), text)

    return recalled(int, ["duration", text, positive, with_unit], read)


def read_value(kind: "Kind[_Value]", text: str) -> _Value:
    """Return what a value of the language says. Raises click's BadParameter."""
    from voicecoach.language.grammar.lexicon import lexicon
    from voicecoach.language.refusal import RefusalError

    try:
        return kind.read(text, lexicon("en"))
    except RefusalError as error:
        message = error.message + (f": {error.hint}" if error.hint else "")
        raise click.BadParameter(report.one_line(message)) from None


def _duration(_ctx: object, _param: object, text: str | None) -> int | None:
    return None if text is None else duration_of(text)


def _length(_ctx: object, _param: object, text: str | None) -> int | None:
    return None if text is None else duration_of(text, with_unit=True)


def _voice(_ctx: object, _param: object, name: str | None) -> str | None:
    if name is not None and not name.strip():
        raise click.BadParameter("it is empty")
    return name


def _variables(_ctx: object, _param: object, assignments: tuple[str, ...]) -> dict[str, str]:
    variables = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals or not name.strip():
            message = f"`{assignment}` is no assignment: write for instance `run=60s`"
            raise click.BadParameter(message)
        variables[name.strip()] = value
    return variables


def _seed(_ctx: object, _param: object, text: str | None) -> str | None:
    return None if text is None else _seed_of(text)


def _seed_of(text: str) -> str:
    def read() -> str:
        from voicecoach.language.values.seed import Seed

        return read_value(Seed(), text)

    return recalled(str, ["seed", text], read)


def base_url(_ctx: object, _param: object, text: str | None) -> str | None:
    """Return the address of a folder on the web, with a slash at its end."""
    from voicecoach.sharing.base_url import read_base_url

    try:
        return None if text is None else read_base_url(text)
    except WrongUsageError as error:
        raise click.BadParameter(report.one_line(f"{error.message}: {error.hint}")) from None


def options(*parts: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Return a decorator that adds options in this order; one of its own may be among them."""

    def add(command: Command) -> Command:
        for part in reversed(parts):
            command = part(command)
        return command

    return add


def format_option(formats: Sequence[str], explanation: str) -> Callable[[Command], Command]:
    """Return the option that chooses how a command prints, the first of the formats by default."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=explanation,
    )


routine_argument = click.argument("routine", type=PATH)
routines_argument = click.argument(
    "routines", metavar="ROUTINE...", nargs=-1, required=True, type=PATH
)
# How a routine is spoken, for `options_for`.
speech_options = options(
    click.option(
        "--level",
        type=click.Choice(["easy", "medium", "hard"]),
        help="Where in its ranges (such as 15-20s) the routine is done.",
    ),
    click.option(
        "--length",
        "length_ms",
        metavar="DURATION",
        callback=_length,
        help="How long the routine should last (such as 20min), as far as its ranges allow.",
    ),
    click.option(
        "--voice",
        metavar="NAME",
        callback=_voice,
        help="Who speaks everything: a voice of `voicecoach voices`, an engine, or `auto`.",
    ),
    click.option(
        "--rate", "rate_wpm", type=click.IntRange(80, 400), help="Words a minute (default: 150)."
    ),
    click.option(
        "--set",
        "variables",
        metavar="NAME=VALUE",
        multiple=True,
        callback=_variables,
        help="A value for one of the routine's `vars`; may be given several times.",
    ),
    click.option(
        "--seed",
        metavar="SEED",
        callback=_seed,
        help="What `choose` and `shuffle` draw by: a number, `date` or `week`.",
    ),
    click.option(
        "--max-duration",
        "max_duration_ms",
        metavar="DURATION",
        callback=_duration,
        show_default="6h",
        help="The longest routine that is no mistake.",
    ),
)


def options_for(choices: Mapping[str, Any]) -> "Options":
    """Return those of a command's choices that win over the routine."""
    from voicecoach.session.options import Options

    given = {name: value for name, value in choices.items() if value is not None}
    return Options(
        **{name: value for name, value in given.items() if name in Options.__struct_fields__}
    )
