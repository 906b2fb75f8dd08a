"""Erg: courses for a bike trainer, in watts (ERG) or in percent (MRC).

```erg
[COURSE HEADER]
DESCRIPTION = Over and under
FTP = 250
MINUTES WATTS
[END COURSE HEADER]
[COURSE DATA]
0.00	125
5.00	200
5.00	250
6.50	250
[END COURSE DATA]
[COURSE TEXT]
300	Stay seated.	10
[END COURSE TEXT]
```

There is no specification; this follows GoldenCheetah's `ErgFile.cpp` and the files that come with
it:

- a row of the data is a time in minutes and the power at it. Between two rows the power changes
  evenly; two rows at one time are a step. Before the first row, its power is held;
- a row `5.00 LAP name` is a mark in between;
- a text has its time in seconds from the start, and perhaps how many seconds it is shown;
- with `FTP`, what one can hold for an hour, the watts stand for shares of it;
- lines that begin with `;` are comments.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import PurePath

from voicecoach.importing.cues import TimedText, with_cues
from voicecoach.importing.formats import Match
from voicecoach.importing.intensity import between, in_english
from voicecoach.importing.numbers import decimal, seconds_ms, whole
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Plan, Remark, Step, Time
from voicecoach.units import MINUTE_MS, clock

TITLE = "ERG or MRC course (.erg, .mrc)"

_SECTION = re.compile(r"\s*\[\s*(END\s+)?(.+?)\s*\]\s*", re.IGNORECASE)
_COLUMNS = re.compile(r"[;\s]*(MINUTES|DISTANCE)\s+(\S+)(\s+\S+)?\s*", re.IGNORECASE)
_LAP = re.compile(r"LAP\b\s*(.*)", re.IGNORECASE)
_UNITS = {"watts": "watts", "percent": "percent", "percentage": "percent", "ftp": "percent"}
_SUFFIXES = {".erg": "watts", ".mrc": "percent"}
_BEGINNINGS = ("[course header]", "[course data]")


@dataclass(frozen=True, slots=True)
class _Point:
    """The power at a time, in the unit of the course, and the line that it stands in."""

    at_ms: int
    power: Decimal
    line: int


@dataclass(slots=True)
class _Course:
    """Reads the lines of a file.

    `powers_in` is what it calls their unit, in lower case; `settings` have keys in upper case.
    """

    source: Source
    powers_in: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    points: list[_Point] = field(default_factory=list)
    texts: list[TimedText] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def read(self) -> None:
        """Read all lines. Raises RoutineError where one of the data is no time and power."""
        section = ""
        for line, text in enumerate(self.source.lines, start=1):
            mark = _SECTION.fullmatch(text)
            columns = _COLUMNS.fullmatch(text) if section != "COURSE TEXT" else None
            if mark is not None:
                section = "" if mark[1] else " ".join(mark[2].upper().split())
                if section and section not in _SECTIONS:
                    self._remark(f"`[{section}]` is left out", line)
            elif columns is not None:
                if columns[1].upper() != "MINUTES":
                    message = "this course has distances and slopes, and no times"
                    raise self.source.error(line, message, "export it as an ERG or MRC file")
                self.powers_in = columns[2].lower()
            elif section in _SECTIONS and text.strip() and not text.startswith(";"):
                _SECTIONS[section](self, line, text.strip())

    def _setting(self, line: int, text: str) -> None:  # noqa: ARG002
        key, _, value = text.partition("=")
        self.settings[" ".join(key.upper().split())] = value.strip()

    def _row(self, line: int, text: str) -> None:
        time, *values = text.split(maxsplit=1)
        value = values[0].strip() if values else ""
        minutes = decimal(time)
        if minutes is None or minutes < 0:
            raise self.source.error(line, f"`{time}` is no time in minutes", _ROW_HINT)
        at_ms = whole(minutes * MINUTE_MS)
        lap = _LAP.fullmatch(value)
        if lap is not None:
            if lap[1]:
                self.texts.append(TimedText(at_ms, lap[1], line))
            return
        power = decimal(value.rstrip("%"))
        if power is None or power < 0:
            raise self.source.error(line, f"`{text}` has no power beside its time", _ROW_HINT)
        if self.points and at_ms < self.points[-1].at_ms:
            raise self.source.error(line, f"`{time}` is before the time of the row above it")
        self.points.append(_Point(at_ms, power, line))

    def _text(self, line: int, text: str) -> None:
        """Read a text; with no tab before it, a number at its end may be a part of it."""
        columns = re.split(r"\t+|\s{2,}", text)
        if len(columns) == 1:
            columns = text.split(maxsplit=1)
        elif len(columns) > 2 and decimal(columns[-1]) is not None:
            columns.pop()
        words = " ".join(columns[1:]).strip('" ')
        at_ms = seconds_ms(columns[0])
        if words and at_ms is not None:
            self.texts.append(TimedText(at_ms, words, line))
        else:
            self._remark(f"“{text}”: at which time is not said", line)

    def _remark(self, text: str, line: int) -> None:
        self.remarks.append(Remark(text, line))


_ROW_HINT = "write minutes and a power: `5.50 120`"
_SECTIONS = {
    "COURSE HEADER": _Course._setting,
    "COURSE DATA": _Course._row,
    "COURSE TEXT": _Course._text,
}


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a course."""
    course = any(line.strip().lower() in _BEGINNINGS for line in source.lines)
    return Match.CERTAIN if course else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the course in a file."""
    course = _Course(source)
    course.read()
    if len(course.points) < 2:
        raise source.error(1, "there are fewer than two rows of `[COURSE DATA]` in this file")
    first = course.points[0]
    remarks = [*in_english(source, first.line), *course.remarks]
    points = course.points
    if first.at_ms > 0:
        words = f"nothing is said before {clock(first.at_ms)}: the power of that time is held"
        remarks.append(Remark(words, first.line))
        points = [replace(first, at_ms=0), *points]
    unit, watts = _unit(course)
    if not unit:
        remarks.append(Remark("whether powers are watts or percent is not said", first.line))
    if watts:
        remarks.append(Remark(f"100 percent are {watts} watts", first.line, doubt=False))
    parts = with_cues(list(_stretches(points, unit, watts)), course.texts)
    file_name = PurePath(course.settings.get("FILE NAME", ""))
    title = course.settings.get("DESCRIPTION") or file_name.stem
    return [Plan(title, (*remarks, *parts))]


def _unit(course: _Course) -> tuple[str, Decimal | None]:
    """Return the unit to say powers in, and the watts of 100 percent where there are shares."""
    suffix = PurePath(course.source.name).suffix.lower()
    unit = _UNITS.get(course.powers_in) or _SUFFIXES.get(suffix, "")
    ftp = decimal(course.settings.get("FTP", ""))
    return ("percent", ftp) if unit == "watts" and ftp and ftp > 0 else (unit, None)


def _stretches(points: Sequence[_Point], unit: str, watts: Decimal | None) -> Iterator[Step]:
    """Yield the steps between points; where the power stays the same, it is one step."""
    at = 0
    while at + 1 < len(points):
        start = points[at]
        at += 1
        if points[at].power == start.power:
            while at + 1 < len(points) and points[at + 1].power == start.power:
                at += 1
        end = points[at]
        if end.at_ms > start.at_ms:
            first, last = (
                each.power * 100 / watts if watts else each.power for each in (start, end)
            )
            effort = between(first, last, unit, changing=True).strip()
            yield Step("Ride", Time(end.at_ms - start.at_ms), start.line, effort)
