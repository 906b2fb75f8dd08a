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

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePath

from voicecoach.importing.course import Course, Point
from voicecoach.importing.cues import with_cues
from voicecoach.importing.formats import Match
from voicecoach.importing.intensity import between, in_english
from voicecoach.importing.numbers import decimal
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Plan, Remark, Step, Time
from voicecoach.units import clock

TITLE = "ERG or MRC course (.erg, .mrc)"

_UNITS = {"watts": "watts", "percent": "percent", "percentage": "percent", "ftp": "percent"}
_SUFFIXES = {".erg": "watts", ".mrc": "percent"}
_BEGINNINGS = ("[course header]", "[course data]")


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a course."""
    course = any(line.strip().lower() in _BEGINNINGS for line in source.lines)
    return Match.CERTAIN if course else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the course in a file."""
    course = Course(source)
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


def _unit(course: Course) -> tuple[str, Decimal | None]:
    """Return the unit to say powers in, and the watts of 100 percent where there are shares."""
    suffix = PurePath(course.source.name).suffix.lower()
    unit = _UNITS.get(course.powers_in) or _SUFFIXES.get(suffix, "")
    ftp = decimal(course.settings.get("FTP", ""))
    return ("percent", ftp) if unit == "watts" and ftp and ftp > 0 else (unit, None)


def _stretches(points: Sequence[Point], unit: str, watts: Decimal | None) -> Iterator[Step]:
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
