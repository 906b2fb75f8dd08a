"""The kinds of value that only programmes have: dates, times of day and days of the week."""

import re
from datetime import date, time
from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError, validate_each
from voicecoach.language.values.bare import bare
from voicecoach.language.values.choice import spoken_list
from voicecoach.language.values.fragments import Fragment, string, whole
from voicecoach.language.values.kind import Kind
from voicecoach.problems import nearest_hint
from voicecoach.programme.model import WEEKDAYS

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{1,2}:[0-9]{2}"
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A programme lasts no more than some years, and a calendar ends with the year 9999.
_YEARS = range(1970, 9900)


class Date(Kind[date], frozen=True):
    """A day of the calendar (ISO 8601): `2026-12-07`."""

    def read(self, value: Any, _lexicon: Lexicon) -> date:
        """Return the day."""
        text = bare(value, "a date such as `2026-12-07`")
        if not re.fullmatch(_DATE, text):
            raise RefusalError(f"`{text}` is no date", "write year, month and day: `2026-12-07`")
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise RefusalError(f"there is no day {text}", "check its month and day") from None
        if day.year not in _YEARS:
            raise RefusalError(f"the year of `{text}` is not from {_YEARS[0]} to {_YEARS[-1]}")
        return day

    def describe(self) -> Fragment:
        """Return the schema of a date."""
        return string(whole(_DATE), "a date such as `2026-12-07`")


class TimeOfDay(Kind[time], frozen=True):
    """A time of day on the clock of wherever one is: `07:00`, `18:30`."""

    def read(self, value: Any, _lexicon: Lexicon) -> time:
        """Return the time."""
        text = bare(value, "a time of day such as `07:00`")
        hint = "write hours and minutes from `0:00` to `23:59`, such as `18:30`"
        if not re.fullmatch(_TIME, text):
            raise RefusalError(f"`{text}` is no time of day", hint)
        hours, _, minutes = text.partition(":")
        try:
            return time(int(hours), int(minutes))
        except ValueError:
            raise RefusalError(f"there is no time `{text}`", hint) from None

    def describe(self) -> Fragment:
        """Return the schema of a time of day."""
        return string(whole(_TIME), "a time of day such as `07:00`")


class Weekday(Kind[int], frozen=True):
    """A day of the week, `mon` or `Monday`, as a number from 0 for Monday."""

    def read(self, value: Any, _lexicon: Lexicon) -> int:
        """Return the number of the day."""
        text = bare(value, "a day of the week such as `mon`").lower()
        for names in (WEEKDAYS, _NAMES):
            if text in names:
                return names.index(text)
        hint = nearest_hint(text, (*_NAMES, *WEEKDAYS)) or f"write {spoken_list(WEEKDAYS)}"
        raise RefusalError(f"`{text}` is no day of the week", hint)

    def describe(self) -> Fragment:
        """Return the schema of a day."""
        return {"enum": list(WEEKDAYS)}


class Weekdays(Kind[tuple[int, ...]], frozen=True):
    """Days of the week, each once: `[mon, wed, fri]`."""

    @property
    def inner(self) -> Weekday:
        """The kind of one day."""
        return Weekday()

    def read(self, value: Any, lexicon: Lexicon) -> tuple[int, ...]:
        """Return the numbers of the days in the order of the week."""
        if not isinstance(value, list):
            written = value if isinstance(value, str) else "mon, wed, fri"
            raise RefusalError("expected a list of days", f"write `[{written}]`")
        if not value:
            raise RefusalError(
                "there is no day in this list", "write for instance `[mon, wed, fri]`"
            )
        days = list(validate_each(value, lambda day: self.inner.read(day, lexicon)))
        twice = next(
            (text for text, day in zip(value, days, strict=True) if days.count(day) > 1), None
        )
        if twice is not None:
            raise RefusalError(f"`{twice}` is named twice", "name each day once", twice.span)
        return tuple(sorted(days))

    def describe(self) -> Fragment:
        """Return the schema of the days."""
        return {"type": "array", "items": self.inner.describe(), "minItems": 1}
