"""Variables: the values that a week or a day gives to the variables of its routines."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from voicecoach.language.reader import Reader
from voicecoach.problems import Span


class Given(Struct, frozen=True):
    """The value of a variable as data, and where the programme gives it."""

    value: Any
    span: Span


def read_vars(reader: Reader, data: Any, path: tuple[str | int, ...]) -> dict[str, Given]:
    """Return the variables of a week or day with their values; problems are noted."""
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        hint = "write for instance `vars: {run: 60s}`"
        reader.fail(reader.document.locate(path), "`vars` takes names and values", hint)
        return {}
    variables = {}
    for name, value in data.items():
        span = reader.document.locate_key((*path, name))
        if value is None:
            reader.fail(span, f"`{name}` has no value", "write a value, or delete it")
        else:
            variables[name] = Given(value, span)
    return variables
