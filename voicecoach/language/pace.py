"""Paces as people write them, a time for a distance: `6:00/km`, `2:00/500m`, `5:30-6:00/km`."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

from voicecoach.language.distance import AMOUNT, UNIT, read_distance
from voicecoach.language.refusal import refusal
from voicecoach.language.values import Level, Range, positive_duration_range, scalar
from voicecoach.routine.distance import CALORIE, KILOMETRE, LAP, LENGTH, Distance, DistanceUnit
from voicecoach.units import MINUTE_MS, SECOND_MS, clock

# What a hint shows where a pace is missing: a usual one for each unit that is no length.
_USUAL = {CALORIE: "0:03/cal", LAP: "1:30/lap", LENGTH: "0:45/length"}

_PACE = re.compile(
    rf"(?P<time>[^/]+?)\s*(?:/|\bper\b)\s*(?P<per>(?:{AMOUNT}\s*)?(?:{UNIT}))", re.IGNORECASE
)
_SPEED = re.compile(rf"(?P<speed>{AMOUNT})\s*(?:km\s*/\s*h|kmh|kph)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pace:
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


def read_pace(value: Any) -> Pace:
    """Return a pace: `6:00/km`, `2:00 per 500 m`. Raises a refusal."""
    words = scalar(value, "a pace such as `6:00/km`").strip()
    match = _PACE.fullmatch(words)
    if match is None:
        raise _no_pace(words)
    time, per = match["time"], match["per"]
    if re.fullmatch(rf"{AMOUNT}(?:\s*(?:-|–|—|to)\s*{AMOUNT})?", time):
        hint = f"write `{time} min/{per}` or `{time}s/{per}`"
        raise refusal(f"`{words}`: minutes or seconds?", hint)
    return Pace(
        positive_duration_range(time), read_distance(per if per[0].isdigit() else f"1{per}")
    )


def usual_pace(unit: DistanceUnit) -> Pace:
    """Return a pace that fits a unit, to be shown in a hint."""
    return read_pace(_USUAL.get(unit, "6:00/km"))


def _no_pace(words: str) -> Exception:
    speed = _SPEED.fullmatch(words)
    if speed is not None and Fraction(speed["speed"]):
        per_km_ms = floor(60 * MINUTE_MS / Fraction(speed["speed"]) / SECOND_MS) * SECOND_MS
        hint = f"write how long a kilometre takes: `{clock(per_km_ms)}/{KILOMETRE.one}`"
        return refusal(f"`{words}` is a speed", hint)
    hint = "write a time for a distance, such as `6:00/km`, `2:00/500m` or `1:30/lap`"
    return refusal(f"`{words}` is no pace", hint)
