"""Weeks: what each week of a programme says about its days, its level and its variables."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from voicecoach.language.reader import Reader
from voicecoach.language.values import Level
from voicecoach.problems import Span
from voicecoach.programme.keys import DAY_OR_ROUTINE, DayKeys, WeekKeys
from voicecoach.programme.progress import Moment
from voicecoach.programme.values import Weekday
from voicecoach.text.document import Text

# More would not sort by names with two digits.
MAX_WEEKS = 99
_REST = "rest"
# What is written for it elsewhere.
_OFF = ("off", "no", "none")


@dataclass(frozen=True, slots=True)
class Given:
    """The value of a variable as data, and where the programme gives it."""

    value: Any
    span: Span


@dataclass(frozen=True, slots=True)
class Day:
    """What one week says about one of its days: `is_rest`, or what wins over the week's."""

    span: Span
    is_rest: bool = False
    keys: DayKeys = field(default_factory=DayKeys)
    variables: Mapping[str, Given] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenWeek:
    """A week as it is written, with all that it takes over from a week that it repeats.

    `days` are those that differ from the programme's, by their number from 0 for Monday.
    """

    span: Span
    moment: Moment
    repeats: bool
    deload: bool
    level: Level | None
    days: Mapping[int, Day]
    variables: Mapping[str, Given]


def read_weeks(reader: Reader, data: Any) -> dict[int, WrittenWeek]:
    """Return the weeks under `weeks` by their numbers from 1.

    Problems are noted, and a week with some is left out.
    """
    place = reader.document.locate_key(("weeks",))
    if not isinstance(data, list) or not data:
        reader.fail(place, "`weeks` takes a list of weeks", "write one `- {}` for each week")
        return {}
    if len(data) > MAX_WEEKS:
        reader.fail(
            place, f"a programme has no more than {MAX_WEEKS} weeks", "write two programmes"
        )
        return {}
    weeks: dict[int, WrittenWeek] = {}
    moved = written = 0
    for number, week in enumerate(data, 1):
        read = _read_week(reader, week, number, weeks, Moment(moved, written))
        if read is not None:
            weeks[number] = read
            written += not read.repeats
            moved += not (read.repeats or read.deload)
    return weeks


def _read_week(
    reader: Reader, data: Any, number: int, weeks: Mapping[int, WrittenWeek], moment: Moment
) -> WrittenWeek | None:
    path = ("weeks", number - 1)
    span = reader.document.locate(path)
    if data is None:
        reader.fail(span, f"week {number} is empty", "write `- {}` for a week like the others")
        return None
    keys = reader.keys(WeekKeys, data, path)
    if keys is None:
        return None
    days = read_days(reader, keys.days, (*path, "days"))
    variables = read_vars(reader, keys.vars, (*path, "vars"))
    level = keys.level or ("easy" if keys.deload else None)
    if keys.same is None:
        if keys.deload:
            # It goes back to what was done before it.
            moment = replace(moment, moved=max(0, moment.moved - 1))
        return WrittenWeek(span, moment, False, keys.deload, level, days, variables)
    if keys.same >= number:
        same = data["same"]
        message = f"week {number} cannot repeat week {keys.same}: only an earlier one"
        earlier = f"write a number from 1 to {number - 1}" if number > 1 else "write `{}`"
        reader.fail(same.span, message, earlier)
        return None
    repeated = weeks.get(keys.same)
    if repeated is None:
        # What is wrong with that week has been noted.
        return None
    return WrittenWeek(
        span,
        repeated.moment,
        True,
        repeated.deload or keys.deload,
        level or repeated.level,
        {**repeated.days, **days},
        {**repeated.variables, **variables},
    )


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
