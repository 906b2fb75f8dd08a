"""The model: a programme of weeks as plain data."""

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from msgspec import Struct

from voicecoach.files.numbered_names import fit_for_a_name
from voicecoach.language.values import Level
from voicecoach.problems import Problem, Span

# As they are written in a programme and in the names of files, Monday first, as `date.weekday`.
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class TrainingSession(Struct, frozen=True):
    """One routine on one day.

    `week` counts from 1, and so does `number` within the week. `at` is the time of day, None where
    the programme leaves it open. `level` and `variables` win over the routine's own; a value of a
    variable is data as in a routine's `vars`. `title` is the routine's, `span` where the programme
    says what is done on the day, and `variable_spans` where it gives each variable its value.
    """

    week: int
    number: int
    date: date
    at: time | None
    routine: Path
    level: Level | None
    variables: Mapping[str, Any]
    title: str
    span: Span
    variable_spans: Mapping[str, Span]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TrainingSession) and all(
            getattr(self, name) == getattr(other, name)
            for name in self.__struct_fields__
            if name not in ("span", "variable_spans")
        )

    @property
    def weekday(self) -> str:
        """The day of the week: `wed`."""
        return WEEKDAYS[self.date.weekday()]

    @property
    def name(self) -> str:
        """The name of its file, without a suffix: `w03-2-wed Run and walk`. Names sort by date."""
        return fit_for_a_name(f"w{self.week:02}-{self.number}-{self.weekday} {self.title}")

    @property
    def content(self) -> tuple[Path, Level | None, str]:
        """What is equal for sessions that sound the same: the routine, level and variables."""
        return self.routine, self.level, repr(sorted(self.variables.items()))


class Week(Struct, frozen=True):
    """A week of a programme; `number` counts from 1, and `start` is its first day."""

    number: int
    start: date
    level: Level | None
    deload: bool
    sessions: tuple[TrainingSession, ...]


class Programme(Struct, frozen=True):
    """A programme of weeks; `notes` are about what is right, and may be meant otherwise.

    `file` is the file that it was read from.
    """

    file: Path
    title: str
    weeks: tuple[Week, ...]
    notes: tuple[Problem, ...] = ()

    @property
    def sessions(self) -> tuple[TrainingSession, ...]:
        """All sessions, by date."""
        return tuple(session for week in self.weeks for session in week.sessions)
