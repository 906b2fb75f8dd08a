"""Openhiit: timers that OpenHIIT exports, of all its versions.

```openhiit
[{"name": "Core", "activeIntervals": 3, "activities": ["Plank", "Dead bug"], "restarts": 1,
  "timeSettings": {"workTime": 30, "restTime": 10, "breakTime": 60, "warmupTime": 120,
    "cooldownTime": 60, "getReadyTime": 10}}]
```

This follows `timer_type.dart`, `workout_type.dart` and `interval_calculation.dart` of
a-mabe/OpenHIIT: all times are in seconds; a file is a list; `restarts` come on top of the first
round; a rest follows the warm-up, and stands for a break of 0; what has no name is `Work`. The
first version kept all of it in one object, with the names as JSON in a text.
"""

from collections.abc import Sequence
from typing import Any

from voicecoach.importing import json
from voicecoach.importing.formats import Match
from voicecoach.importing.json import Record
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Open, Part, Plan, Repeat, Rest, Step, Time
from voicecoach.importing.tree import rounds

TITLE = "export of OpenHIIT (.json)"

_UNNAMED = "Work"


def matches(source: Source) -> Match:
    """Return how sure it is that a file is an export of it."""
    sure = any(
        json.has_keys(source, *keys)
        for keys in (("timeSettings", "activeIntervals"), ("getReadyTime", "exerciseTime"),
                     ("getReadyTime", "workTime"))
    )  # fmt: skip
    return Match.CERTAIN if sure else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the timers in a file."""
    timers = [Timer(record) for record in json.records(json.parse(source))]
    if not any(timer.has_times for timer in timers):
        raise source.error(1, "there is no timer with a time of work in this file")
    return [timer.plan() for timer in timers]


class Timer:
    """A timer, read from its record in one of the versions."""

    def __init__(self, record: Record) -> None:
        self._record = record
        times = record.unquoted("timeSettings")
        self._times = times if isinstance(times, Record) else record
        self.has_times = any(key in self._times for key in ("workTime", "exerciseTime"))

    def plan(self) -> Plan:
        """Return what the timer comes to."""
        line = self._record.line
        title = self._record.text("name") or self._record.text("title")
        ready = self._rest("getReadyTime")
        warm_up = self._step("Warm-up", "warmupTime")
        rest = self._rest("restTime")
        parts: list[Part | None] = [ready, warm_up, rest if warm_up is not None else None]
        restarts = self._count("restarts", "iterations")
        between = self._rest("breakTime") or rest
        parts += rounds(1 + max(0, restarts), self._round(rest), between, line)
        parts.append(self._step("Cool-down", "cooldownTime"))
        return Plan(title, tuple(part for part in parts if part is not None))

    def _round(self, rest: Rest | None) -> list[Part]:
        """Return the steps of a round, with rests between them."""
        line = self._record.line
        count = self._count("activeIntervals", "numExercises")
        names = self._names()[: max(0, count)]
        resting = () if rest is None else (rest,)
        parts: list[Part] = []
        for name in names or [_UNNAMED][:count]:
            parts += [*(resting if parts else ()), self._work(name)]
        left = count - max(1, len(names))
        if left > 0:
            parts.append(Repeat(left, (*resting, self._work(_UNNAMED)), line))
        return parts

    def _names(self) -> list[str]:
        names: Any = self._record.unquoted("activities") or self._record.unquoted("exercises")
        named = names if isinstance(names, list) else []
        return [name if isinstance(name, str) and name.strip() else _UNNAMED for name in named]

    def _work(self, name: str) -> Step:
        key = "workTime" if "workTime" in self._times else "exerciseTime"
        length_ms = self._times.seconds_ms(key)
        return Step(name, Open() if length_ms is None else Time(length_ms), self._times.line)

    def _step(self, name: str, key: str) -> Step | None:
        length_ms = self._times.seconds_ms(key)
        return Step(name, Time(length_ms), self._times.line) if length_ms else None

    def _rest(self, key: str) -> Rest | None:
        length_ms = self._times.seconds_ms(key)
        return Rest(Time(length_ms), self._times.line) if length_ms else None

    def _count(self, *keys: str) -> int:
        """Return the first of these numbers that the timer or its times have; 0 without any."""
        found = (record.count(key) for key in keys for record in (self._record, self._times))
        return next((count for count in found if count is not None), 0)
