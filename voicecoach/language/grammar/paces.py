"""Paces in a line, by tokens: `6:00/km`, `2:00/500m`, `5:30-6:00 per mile`."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import floor

from msgspec import Struct

from voicecoach.language.grammar.distances import find_distances, units_at
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.numbers import Fault
from voicecoach.language.grammar.ranges import Level, Range
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.routine.distance import CALORIE, KILOMETRE, LAP, LENGTH, Distance, DistanceUnit
from voicecoach.units import SECOND_MS, clock

# What a hint shows where a pace is missing: a usual one for each unit that is no length.
_USUAL_MS = {CALORIE: 3_000, LAP: 90_000, LENGTH: 45_000}
_USUAL_PER_KM_MS = 360_000
_LEAST_MS = 30_000


class Pace(Struct, frozen=True):
    """A time in ms for the distance `per`; of a range, who does it hard takes the short end."""

    time_ms: Range
    per: Distance

    def __str__(self) -> str:
        """Return the pace as it is written: `5:30-6:00/km`."""
        low, high = self.time_ms
        time = clock(low) if low == high else f"{clock(low)}-{clock(high)}"
        per = self.per.unit.one if self.per.amount == 1 else str(self.per).replace(" ", "")
        return f"{time}/{per}"

    def fits(self, distance: Distance) -> bool:
        """Return whether this is a pace for such a distance: cal have none per km."""
        return distance.over(self.per) is not None

    def length_ms(self, distance: Distance, level: Level) -> int:
        """Return how long a distance that it fits takes, rounded half up to a whole ms."""
        times = distance.over(self.per)
        assert times is not None
        at_level_ms = self.time_ms.at(level, SECOND_MS, resting=True)
        return floor(at_level_ms * times + Fraction(1, 2))


class FoundPace(Struct, frozen=True):
    """A pace in a line: where it ends, and what is wrong with it."""

    end: int
    pace: Pace
    fault: Fault | None = None


def find_paces(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundPace]:
    """Yield the paces that begin at `at`."""
    for time in find_durations(line, at, lexicon):
        slash = line.folded(time.end) == "/"
        per_at = time.end + 1 if slash else lexicon.ends("per", line, time.end)
        if per_at is None:
            continue
        fault = time.fault
        if fault is None and time.low_ms == 0:
            text = line.part(at, time.end)
            fault = Fault(f"`{text}`: must be longer than 0", text)
        length_ms = Range(time.low_ms, time.high_ms)
        for _, unit, end in units_at(line, per_at, lexicon):
            yield FoundPace(end, Pace(length_ms, Distance(Decimal(1), unit)), fault)
        for per in find_distances(line, per_at, lexicon):
            yield FoundPace(per.end, Pace(length_ms, per.distance), fault or per.fault)


def usual_time(distance: Distance) -> str:
    """Return the time that a usual pace gives, in whole seconds and 30 of them at least."""
    length_ms = usual_pace(distance.unit).length_ms(distance, "medium")
    return clock(max(_LEAST_MS, length_ms // SECOND_MS * SECOND_MS))


def usual_pace(unit: DistanceUnit) -> Pace:
    """Return a pace that fits a unit, to be shown in a hint."""
    if unit in _USUAL_MS:
        time_ms = _USUAL_MS[unit]
        return Pace(Range(time_ms, time_ms), Distance(Decimal(1), unit))
    return Pace(Range(_USUAL_PER_KM_MS, _USUAL_PER_KM_MS), Distance(Decimal(1), KILOMETRE))
