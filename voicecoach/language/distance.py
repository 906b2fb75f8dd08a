"""Distances as people write them: `500 m`, `5 km`, `1 mile`, `25 yards`, `20 cal`, `3 laps`."""

import re
from decimal import Decimal
from typing import Any

from voicecoach.language.refusal import refusal
from voicecoach.language.values import DASH, scalar
from voicecoach.routine.distance import (
    CALORIE,
    FOOT,
    KILOMETRE,
    LAP,
    LENGTH,
    METRE,
    MILE,
    YARD,
    Distance,
    DistanceUnit,
    written,
)

UNITS: dict[str, DistanceUnit] = {
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), METRE),
    **dict.fromkeys(("kilometre", "kilometres", "kilometer", "kilometers"), KILOMETRE),
    **dict.fromkeys(("k", "km", "kms"), KILOMETRE),
    **dict.fromkeys(("mi", "mile", "miles"), MILE),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), YARD),
    **dict.fromkeys(("ft", "foot", "feet"), FOOT),
    **dict.fromkeys(("cal", "cals", "calorie", "calories", "kcal"), CALORIE),
    **dict.fromkeys(("lap", "laps"), LAP),
    **dict.fromkeys(("length", "lengths"), LENGTH),
}
AMOUNT = r"[0-9]{1,6}(?:\.[0-9]{1,4})?"
UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
# No distance is longer than a thousand kilometres, or more than so many of anything else.
MAX_METRES = 1_000_000
MAX_COUNT = 9999

_DISTANCE = re.compile(rf"({AMOUNT})\s*({UNIT})", re.IGNORECASE)
_RANGE = re.compile(rf"[0-9].*?{DASH}([0-9].*)", re.IGNORECASE)
# A point or comma before three digits: thousands, or a part of one?
_GROUPED = re.compile(r"([1-9][0-9]*)[.,]([0-9]{3})(\D*)")
_EXAMPLES = "write for instance `400 m`, `5 km`, `1 mile`, `20 cal` or `3 laps`"


def read_distance(value: Any) -> Distance:
    """Return a distance, more than 0. Raises a refusal."""
    words = scalar(value, "a distance such as `400 m`").strip()
    grouped = _GROUPED.fullmatch(words)
    if grouped is not None:
        whole, digits, unit = grouped.groups()
        one = written(Decimal(f"{whole}.{digits}"))
        hint = f"write `{whole}{digits}{unit}` or `{one}{unit}`"
        raise refusal(f"`{words}` can be read two ways", hint)
    match = _DISTANCE.fullmatch(words)
    if match is None:
        raise _no_distance(words)
    distance = Distance(_plain(Decimal(match[1])), UNITS[match[2].lower()])
    if distance.amount == 0:
        raise refusal(f"`{words}`: must be more than 0")
    metres = distance.unit.metres
    if distance.amount * (metres or 1) > (MAX_METRES if metres else MAX_COUNT):
        raise refusal(f"`{words}` is too far")
    return distance


def _no_distance(words: str) -> Exception:
    ends = _RANGE.fullmatch(words)
    if re.fullmatch(AMOUNT, words):
        return refusal(f"`{words}` has no unit", f"write `{words} m`, or another unit")
    if ends is not None and _DISTANCE.fullmatch(ends[1]):
        hint = f"write `{ends[1]}`, and another one under `easier` or `harder`"
        return refusal(f"`{words}`: a distance is no range", hint)
    if re.fullmatch(r"[0-9]+,[0-9]{1,2}\D*", words):
        return refusal(f"`{words}` has a comma", f"write `{words.replace(',', '.')}`")
    return refusal(f"`{words}` is no distance", _EXAMPLES)


def _plain(amount: Decimal) -> Decimal:
    """Return an amount without zeros behind its point: 1.0 would be spoken as several."""
    return Decimal(f"{amount.normalize():f}")
