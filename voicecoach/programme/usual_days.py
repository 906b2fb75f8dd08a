"""The usual days: which routine is done on which day, unless a week says otherwise."""

from pathlib import Path

from voicecoach.language.reader import Reader
from voicecoach.programme.days import read_weekdays
from voicecoach.programme.keys import ProgrammeKeys
from voicecoach.programme.model import WEEKDAYS
from voicecoach.programme.routines import Routines


def usual_days(reader: Reader, keys: ProgrammeKeys, routines: Routines) -> dict[int, Path]:
    """Return the routine of each day on which there is training, by the number of the day.

    Problems are noted.
    """
    document = reader.document
    usual = None if keys.routine is None else routines.at(keys.routine)
    days = _routines_by_day(reader, keys, routines)
    missing = [day for day in keys.days if day not in days]
    if usual is not None:
        days |= dict.fromkeys(missing, usual)
    elif missing and keys.routine is None:
        names = ", ".join(f"`{WEEKDAYS[day]}`" for day in missing)
        span = document.locate_key(("days",))
        hint = "name one under `routine` or `routines`"
        reader.fail(span, f"there is no routine for {names}", hint)
    if not days and not reader.problems:
        hint = "write for instance `days: [mon, wed, fri]`"
        reader.fail(document.locate(()), "a programme needs `days`", hint, "missing-key")
    return days


def _routines_by_day(reader: Reader, keys: ProgrammeKeys, routines: Routines) -> dict[int, Path]:
    data, document = keys.routines, reader.document
    if data is None:
        return {}
    if not isinstance(data, dict):
        hint = "write for instance `routines: {mon: legs.yaml}`"
        span = document.locate(("routines",))
        reader.fail(span, "`routines` takes days and their routines", hint)
        return {}
    numbers = read_weekdays(reader, data, ("routines",))
    days: dict[int, Path] = {}
    for name, value in data.items():
        day = numbers.get(name)
        is_text = isinstance(value, str)
        if not is_text:
            span = document.locate_key(("routines", name))
            reader.fail(span, f"`{name}` needs the file of a routine", "write its name")
        if day is None or not is_text:
            continue
        path = routines.at(value)
        if path is not None:
            days[day] = path
        if keys.days and day not in keys.days:
            span = document.locate_key(("routines", name))
            reader.fail(span, f"`{name}` is none of the `days`", "add it to `days`")
    return days
