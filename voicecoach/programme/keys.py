"""The keys of a programme file, of its weeks and days, and of what grows week by week."""

from datetime import date, time
from typing import Annotated, Any, ClassVar

from msgspec import field

from voicecoach.language import fields, values
from voicecoach.language.values.text import PlainText
from voicecoach.programme.values import Date, TimeOfDay, Weekdays


class ProgrammeKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of a programme file."""

    what: ClassVar[str] = "a programme"
    programme: values.TextField
    start: Annotated[date, Date()]
    days: Annotated[tuple[int, ...], Weekdays()] = ()
    at: Annotated[time | None, TimeOfDay()] = None
    routine: values.TextField | None = None
    routines: Any = None
    progress: Any = None
    weeks: Any


class WeekKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of a week."""

    what: ClassVar[str] = "a week"
    same: values.Count | None = None
    deload: values.Flag = False
    level: values.LevelField | None = None
    days: Any = None
    vars: Any = None


class DayKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of a day of one week; a mere text is its routine."""

    what: ClassVar[str] = "a day"
    routine: values.TextField | None = None
    at: Annotated[time | None, TimeOfDay()] = None
    level: values.LevelField | None = None
    vars: Any = None


DAY_OR_ROUTINE = fields.text_means("routine", PlainText())


class ProgressKeys(fields.Keys, frozen=True, kw_only=True):
    """How a variable changes week by week."""

    what: ClassVar[str] = "the progress of a variable"
    from_: values.TextField = field(name="from")
    add: values.TextField
    to: values.TextField | None = None
    every: values.Count = 1
