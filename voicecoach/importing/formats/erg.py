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

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import PurePath, PureWindowsPath

from msgspec.structs import replace

from voicecoach.importing.course import Course, Point
from voicecoach.importing.cues import with_cues
from voicecoach.importing.formats import Match
from voicecoach.importing.intensity import between, in_english
from voicecoach.importing.numbers import decimal
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Placed, Plan, Remark, Step, Time
from voicecoach.units import clock

TITLE = "ERG or MRC course (.erg, .mrc)"

_UNITS = {"watts": "watts", "percent": "percent", "percentage": "percent", "ftp": "percent"}
_SUFFIXES = {".erg": "watts", ".mrc": "percent"}
_BEGINNINGS = ("[course header]", "[course data]")


class _Stretch(Placed, frozen=True):
    """So long from one power to another; two that differ only in their lines are equal."""

    first: Decimal
    last: Decimal
    length_ms: int
    line: int

    @property
    def is_steady(self) -> bool:
        """Whether the power stays the same."""
        return self.first == self.last


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
    steps = [_step(each, unit, watts) for each in _with_whole_runs(_stretches(points))]
    parts = with_cues(steps, course.texts)
    file_name = PureWindowsPath(course.settings.get("FILE NAME", ""))
    title = course.settings.get("DESCRIPTION") or file_name.stem
    return [Plan(title, (*remarks, *parts))]


def _unit(course: Course) -> tuple[str, Decimal | None]:
    """Return the unit to say powers in, and the watts of 100 percent where there are shares."""
    suffix = PurePath(course.source.name).suffix.lower()
    unit = _UNITS.get(course.powers_in) or _SUFFIXES.get(suffix, "")
    ftp = decimal(course.settings.get("FTP", ""))
    return ("percent", ftp) if unit == "watts" and ftp and ftp > 0 else (unit, None)


def _stretches(points: Sequence[Point]) -> Iterator[_Stretch]:
    """Yield the stretches between points; where the power stays the same, it is one."""
    at = 0
    while at + 1 < len(points):
        start = points[at]
        at += 1
        if points[at].power == start.power:
            while at + 1 < len(points) and points[at + 1].power == start.power:
                at += 1
        end = points[at]
        if end.at_ms > start.at_ms:
            yield _Stretch(start.power, end.power, end.at_ms - start.at_ms, start.line)


def _with_whole_runs(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Return stretches in which the last recovery of intervals is as long as those before it.

    A course has no bounds between equal powers: the last recovery of `a b a b a` is the beginning
    of a longer `b`, which goes on as a stretch of its own.
    """
    found: list[_Stretch] = []
    for stretch in stretches:
        if len(found) >= 5 and _alternates(found[-5:]):
            recovery = found[-2]
            rest_ms = stretch.length_ms - recovery.length_ms
            rest = replace(stretch, length_ms=rest_ms)
            if stretch.is_steady and rest_ms > 0 and rest == replace(recovery, length_ms=rest_ms):
                found.append(replace(recovery, line=stretch.line))
                stretch = rest
        found.append(stretch)
    return found


def _alternates(stretches: Sequence[_Stretch]) -> bool:
    """Return whether five stretches are `a b a b a`."""
    return len(set(stretches[::2])) == len(set(stretches[1::2])) == 1


def _step(stretch: _Stretch, unit: str, watts: Decimal | None) -> Step:
    first, last = (
        power * 100 / watts if watts else power for power in (stretch.first, stretch.last)
    )
    effort = between(first, last, unit, changing=True).strip()
    return Step("Ride", Time(stretch.length_ms), stretch.line, effort)
