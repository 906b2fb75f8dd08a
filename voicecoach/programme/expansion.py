"""Expansion: the weeks of a programme written out, day by day, with a routine and its variables."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from voicecoach.language.reader import Reader
from voicecoach.programme.keys import DayKeys, ProgrammeKeys
from voicecoach.programme.model import WEEKDAYS, TrainingSession, Week
from voicecoach.programme.progress import Progress
from voicecoach.programme.routines import Routines
from voicecoach.programme.weeks import Day, Given, WrittenWeek, read_weekday

_DAYS_A_WEEK = 7
# The codes of notes.
_IDLE_START = "start-without-session"
_IDLE_WEEK = "week-without-session"


@dataclass(frozen=True, slots=True)
class Expansion:
    """A programme written out, day by day, from `start` on; problems are noted."""

    reader: Reader
    keys: ProgrammeKeys
    routines: Routines
    progress: dict[str, Progress]
    start: date

    def weeks(self, written: dict[int, WrittenWeek]) -> tuple[Week, ...]:
        """Return the weeks with their sessions."""
        usual = self._usual_days()
        if not usual:
            return ()
        weeks = tuple(self._week(number, week, usual) for number, week in written.items())
        used = {session.routine for week in weeks for session in week.sessions}
        for name, progress in self.progress.items():
            if used:
                self.routines.check_variable(name, progress.span, used)
        self._note_the_start(usual)
        return weeks

    def _usual_days(self) -> dict[int, Path]:
        """Return the routine of each day on which there is training, by the day's number."""
        document = self.reader.document
        usual = None if self.keys.routine is None else self.routines.at(self.keys.routine)
        days = self._routines_by_day()
        missing = [day for day in self.keys.days if day not in days]
        if usual is not None:
            days |= dict.fromkeys(missing, usual)
        elif missing and self.keys.routine is None:
            names = ", ".join(f"`{WEEKDAYS[day]}`" for day in missing)
            span = document.locate_key(("days",))
            hint = "name one under `routine` or `routines`"
            self.reader.fail(span, f"there is no routine for {names}", hint)
        if not days and not self.reader.problems:
            hint = "write for instance `days: [mon, wed, fri]`"
            self.reader.fail(document.locate(()), "a programme needs `days`", hint, "missing-key")
        return days

    def _routines_by_day(self) -> dict[int, Path]:
        data, document = self.keys.routines, self.reader.document
        if data is None:
            return {}
        if not isinstance(data, dict):
            hint = "write for instance `routines: {mon: legs.yaml}`"
            span = document.locate(("routines",))
            self.reader.fail(span, "`routines` takes days and their routines", hint)
            return {}
        days: dict[int, Path] = {}
        for name, value in data.items():
            day = read_weekday(self.reader, name, ("routines", name))
            is_text = isinstance(value, str)
            if not is_text:
                span = document.locate_key(("routines", name))
                self.reader.fail(span, f"`{name}` needs the file of a routine", "write its name")
            if day is None or not is_text:
                continue
            path = self.routines.at(value)
            if path is not None:
                days[day] = path
            if self.keys.days and day not in self.keys.days:
                span = document.locate_key(("routines", name))
                self.reader.fail(span, f"`{name}` is none of the `days`", "add it to `days`")
        return days

    def _week(self, number: int, written: WrittenWeek, usual: dict[int, Path]) -> Week:
        first = self.start + timedelta(days=_DAYS_A_WEEK * (number - 1))
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
                place = day.span if day else written.span
                keys = day.keys if day else DayKeys()
                sessions.append(
                    TrainingSession(
                        week=number,
                        number=len(sessions) + 1,
                        date=on,
                        at=keys.at or self.keys.at,
                        routine=path,
                        level=keys.level or written.level,
                        variables=self.routines.fitting(
                            path, {name: each.value for name, each in given.items()}
                        ),
                        title="",
                        span=place,
                        variable_spans={name: each.span for name, each in given.items()},
                    )
                )
        self._check_variables(number, written, sessions)
        return Week(number, first, written.level, written.deload, tuple(sessions))

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

    def _note_the_start(self, usual: dict[int, Path]) -> None:
        if self.start.weekday() not in usual:
            message = (
                f"{self.start} is a `{WEEKDAYS[self.start.weekday()]}`, a day without training"
            )
            hint = "each week begins on this day, with a day of rest"
            span = self.reader.document.locate(("start",))
            self.reader.note(span, _IDLE_START, message, hint)
