"""Days: what a week says about those of its days that are other than usual."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from voicecoach.language.reader import Reader
from voicecoach.problems import Span
from voicecoach.programme.keys import DAY_OR_ROUTINE, DayKeys
from voicecoach.programme.values import Weekday
from voicecoach.programme.variables import Given, read_vars
from voicecoach.text.document import Text

_REST = "rest"
# What is written for it elsewhere.
_OFF = ("off", "no", "none")


class Day(Struct, frozen=True):
    """What one week says about one of its days: `is_rest`, or what wins over the week's."""

    span: Span
    is_rest: bool = False
    keys: DayKeys = field(default_factory=DayKeys)
    variables: Mapping[str, Given] = field(default_factory=dict)


def read_days(reader: Reader, data: Any, path: tuple[str | int, ...]) -> dict[int, Day]:
    """Return what a week says about its days; problems are noted."""
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        hint = "write for instance `{fri: rest}` or `{sat: long-run.yaml}`"
        reader.fail(reader.document.locate(path), "`days` of a week takes days", hint)
        return {}
    numbers = read_weekdays(reader, data, path)
    days = {}
    for name, value in data.items():
        day = _read_day(reader, value, (*path, name))
        if name in numbers and day is not None:
            days[numbers[name]] = day
    return days


def _read_day(reader: Reader, data: Any, path: tuple[str | int, ...]) -> Day | None:
    span = reader.document.locate_key(path)
    text = data.strip().lower() if isinstance(data, Text) else ""
    if text == _REST:
        return Day(span, is_rest=True)
    if text in _OFF:
        reader.fail(span, f"`{data}` is no routine", f"write `{path[-1]}: {_REST}`")
        return None
    keys = reader.keys(DayKeys, DAY_OR_ROUTINE.expand(data), path)
    if keys is None:
        return None
    return Day(span, keys=keys, variables=read_vars(reader, keys.vars, (*path, "vars")))


def read_weekdays(
    reader: Reader, data: Mapping[str, Any], path: tuple[str | int, ...]
) -> dict[str, int]:
    """Return the numbers of the days that keys name.

    A key that names none, or a day that another one names, is noted and left out.
    """
    numbers: dict[str, int] = {}
    for name in data:
        span = reader.document.locate_key((*path, name))
        number = reader.value(Weekday(), Text(name, span))
        if number in numbers.values():
            reader.fail(span, f"`{name}` is named twice", "name each day once")
        elif number is not None:
            numbers[name] = number
    return numbers
