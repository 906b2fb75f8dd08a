"""Weeks: each week of a programme as it is written, with what it takes over from another."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language.reader import Reader
from voicecoach.language.values import Level
from voicecoach.problems import Span
from voicecoach.programme.days import Day, read_days
from voicecoach.programme.keys import WeekKeys
from voicecoach.programme.progress import Moment
from voicecoach.programme.variables import Given, read_vars

# More would not sort by names with two digits.
MAX_WEEKS = 99


class WrittenWeek(Struct, frozen=True):
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
