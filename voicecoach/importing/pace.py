"""Pace: the time that a distance takes, as words of an `effort` and as the length of a step.

A pace is in milliseconds a metre.
"""

from decimal import Decimal

from voicecoach.importing.numbers import whole
from voicecoach.importing.steps import Distance
from voicecoach.units import clock, whole_clock

KILOMETRE = Decimal(1000)
MILE = Decimal("1609.344")
YARD = Decimal("0.9144")

# By the metres that a pace is told for.
_UNITS = {KILOMETRE: "/km", MILE: "/mi", 100 * YARD: " per 100 yards"}


def pace(first: Decimal, last: Decimal, metres: Decimal, *, changing: bool = False) -> str:
    """Return two paces as words, as the time for so many metres: `at 4:30 to 5:00/km`.

    With `changing`, the first is held at the start, and the second at the end; otherwise any
    between them will do.
    """
    unit = _UNITS.get(metres, f" per {metres} m")
    if not changing:
        first, last = sorted((first, last))
    times = [whole_clock(whole(each * metres)) for each in (first, last)]
    if times[0] == times[1]:
        return f"at {times[0]}{unit}"
    return f"{'from' if changing else 'at'} {times[0]} to {times[1]}{unit}"


def at_pace(metres: Decimal, first: Decimal, last: Decimal) -> tuple[Distance, tuple[str, ...]]:
    """Return a distance with the time that it takes, and what is doubtful about it.

    Between two paces the middle one is taken.
    """
    low_ms, high_ms = sorted(whole(metres * each) for each in (first, last))
    middle_ms = whole(metres * (first + last) / 2)
    dose = Distance(whole(metres), middle_ms)
    if low_ms == high_ms:
        return dose, ()
    took = f"{dose.metres} m take {clock(low_ms)} to {clock(high_ms)}"
    return dose, (f"{took}: {clock(middle_ms)}, the middle, is taken",)
