"""Expansion: the weeks of a programme written out, day by day, with a routine and its variables."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct

from voicecoach.language.reader import Reader
from voicecoach.language.values import Level
from voicecoach.programme.days import Day
from voicecoach.programme.keys import DayKeys, ProgrammeKeys
from voicecoach.programme.model import WEEKDAYS, TrainingSession, Week
from voicecoach.programme.progress import Progress
from voicecoach.programme.routines import Routines
from voicecoach.programme.usual_days import usual_days
from voicecoach.programme.variables import Given
from voicecoach.programme.weeks import WrittenWeek

_DAYS_A_WEEK = 7
_MONDAY = 0
# The codes of notes.
_IDLE_START = "start-without-session"
_IDLE_WEEK = "week-without-session"


class Overrides(Struct, frozen=True):
    """What wins over a programme: the level and the variables over those of all its sessions."""

    start: date
    level: Level | None
    variables: Mapping[str, Any]


class Expansion(Struct, frozen=True):
    """A programme written out, day by day; problems are noted."""

    reader: Reader
    keys: ProgrammeKeys
    routines: Routines
    progress: dict[str, Progress]
    overrides: Overrides

    def weeks(self, written: dict[int, WrittenWeek]) -> tuple[Week, ...]:
        """Return the weeks with their sessions."""
        usual = usual_days(self.reader, self.keys, self.routines)
        if not usual:
            return ()
        weeks = tuple(self._week(number, week, usual) for number, week in written.items())
        used = {session.routine for week in weeks for session in week.sessions}
        for name in self.overrides.variables:
            self.routines.check_override(name, used)
        for name, progress in self.progress.items():
            if used:
                self.routines.check_variable(name, progress.span, used)
        self._note_the_start(weeks)
        return weeks

    def _week(self, number: int, written: WrittenWeek, usual: dict[int, Path]) -> Week:
        first = self.overrides.start + timedelta(days=_DAYS_A_WEEK * (number - 1))
        sessions: list[TrainingSession] = []
        growing = {
            name: Given(progress.at(written.moment), progress.span)
            for name, progress in self.progress.items()
        }
        for offset in range(_DAYS_A_WEEK):
            on = first + timedelta(days=offset)
            day = written.days.get(on.weekday())
            path = self._routine(on.weekday(), day, usual)
            if path is not None:
                given = {**growing, **written.variables, **(day.variables if day else {})}
                number_in_week = len(sessions) + 1
                sessions.append(
                    self._session((number, number_in_week), on, path, written, day, given)
                )
        self._check_variables(number, written, sessions)
        return Week(number, first, written.level, written.deload, tuple(sessions))

    def _session(
        self,
        numbers: tuple[int, int],
        on: date,
        routine: Path,
        written: WrittenWeek,
        day: Day | None,
        given: Mapping[str, Given],
    ) -> TrainingSession:
        """Return the session on a day; `numbers` are that of its week, and its own in the week."""
        keys = day.keys if day else DayKeys()
        overrides = self.overrides
        values = {name: each.value for name, each in given.items()} | dict(overrides.variables)
        return TrainingSession(
            week=numbers[0],
            number=numbers[1],
            date=on,
            at=keys.at or self.keys.at,
            routine=routine,
            level=overrides.level or keys.level or written.level,
            variables=self.routines.fitting(routine, values),
            title="",
            span=day.span if day else written.span,
            variable_spans={
                name: each.span for name, each in given.items() if name not in overrides.variables
            },
        )

    def _routine(self, weekday: int, day: Day | None, usual: dict[int, Path]) -> Path | None:
        """Return the routine of a day, None where it has none."""
        if day is None:
            return usual.get(weekday)
        name = WEEKDAYS[weekday]
        if day.is_rest and weekday not in usual:
            hint = f"delete `{name}: rest`, or name another day"
            self.reader.fail(day.span, f"there is no training on `{name}`", hint)
        if day.is_rest:
            return None
        if day.keys.routine is not None:
            return self.routines.at(day.keys.routine)
        if weekday in usual:
            return usual[weekday]
        if self.keys.routine is not None:
            return self.routines.at(self.keys.routine)
        self.reader.fail(day.span, f"there is no routine for `{name}`", "name one here")
        return None

    def _check_variables(
        self, number: int, written: WrittenWeek, sessions: list[TrainingSession]
    ) -> None:
        """Note variables that no routine of a week has, and a week without training."""
        used = {session.routine for session in sessions}
        if not used and not self.reader.problems:
            message = f"there is no training in week {number}"
            self.reader.note(written.span, _IDLE_WEEK, message)
        for name, given in written.variables.items():
            self.routines.check_variable(name, given.span, used)
        for session in sessions:
            day = written.days.get(session.date.weekday())
            for name, given in (day.variables if day else {}).items():
                self.routines.check_variable(name, given.span, {session.routine})

    def _note_the_start(self, weeks: tuple[Week, ...]) -> None:
        """Note a start on a day of rest, which may be a slip; weeks from a Monday on are usual."""
        start = self.overrides.start
        has_session = any(each.date == start for week in weeks for each in week.sessions)
        if start.weekday() != _MONDAY and not has_session:
            message = f"{start} is a `{WEEKDAYS[start.weekday()]}`, a day without training"
            hint = "each week begins on this day, with a day of rest"
            span = self.reader.document.locate(("start",))
            self.reader.note(span, _IDLE_START, message, hint)
