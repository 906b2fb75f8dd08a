"""FIT targets: speed, heart rate, cadence and power of a step in a FIT workout, as words.

Heart rates up to 100 are percent of its maximum, above that beats a minute plus 100. Powers up to
1000 are percent of what one can hold for an hour (FTP), above that watts plus 1000. Speeds are in
millimetres a second. So says the profile of the FIT SDK (`workout_hr`, `workout_power`).
"""

from decimal import Decimal

from voicecoach.importing.fit_messages import Message
from voicecoach.importing.intensity import between, span
from voicecoach.importing.speed import speed
from voicecoach.units import SECOND_MS

_SPEED, _HEART_RATE, _CADENCE, _POWER, _RESISTANCE = 0, 1, 3, 4, 6
_SPEEDS = (_SPEED, 12)
_HEART_RATES = (_HEART_RATE, 13)
_POWERS = (_POWER, 7, 8, 9, 10)
_NO_TARGET = (2,)
_STROKES = 11
_STROKE_NAMES = ("freestyle", "backstroke", "breaststroke", "butterfly", "drill", "mixed", "medley")
_MM_A_METRE = 1000
_MS_A_METRE = Decimal(SECOND_MS * _MM_A_METRE)
_HEART_RATE_OFFSET = 100
_POWER_OFFSET = 1000


def target(step: Message, *, running: bool) -> str | None:
    """Return the target of a step as words of an `effort`, None where there is none.

    A speed is a pace for runners. What cannot be read is "" in place of words.
    """
    kind, value = step.number("target_type"), step.number("target_value")
    if kind is None or kind in _NO_TARGET:
        return None
    if kind == _STROKES:
        known = value is not None and value < len(_STROKE_NAMES)
        return _STROKE_NAMES[value or 0] if known else ""
    low, high = _bounds(step)
    if not value and (low is None or high is None):
        return None
    if value or low is None or high is None:
        zones = {_SPEEDS: "speed", _HEART_RATES: "heart rate", _POWERS: "power"}
        named = (name for kinds, name in zones.items() if kind in kinds)
        return f"in {next(named, 'cadence')} zone {value}" if kind != _RESISTANCE else ""
    if kind in _SPEEDS:
        return speed(Decimal(low) / _MM_A_METRE, Decimal(high) / _MM_A_METRE, as_pace=running)
    if kind in _HEART_RATES:
        return heart_rate(low, high)
    if kind in _POWERS:
        return power(low, high)
    return f"cadence {span(Decimal(low), Decimal(high))}" if kind == _CADENCE else ""


def paces(step: Message) -> tuple[Decimal, Decimal] | None:
    """Return the two speeds of a target in milliseconds a metre, None where it has none."""
    low, high = _bounds(step)
    if step.number("target_type") not in _SPEEDS or step.number("target_value"):
        return None
    return (_MS_A_METRE / low, _MS_A_METRE / high) if low and high else None


def heart_rate(low: int, high: int) -> str:
    """Return two heart rates as words: `at 140 to 150 bpm`."""
    if max(low, high) <= _HEART_RATE_OFFSET:
        return between(Decimal(low), Decimal(high), "percent of maximum heart rate")
    return _above(low, high, _HEART_RATE_OFFSET, "bpm")


def power(low: int, high: int) -> str:
    """Return two powers as words: `at 300 to 310 watts`."""
    if max(low, high) <= _POWER_OFFSET:
        return between(Decimal(low), Decimal(high), "percent")
    return _above(low, high, _POWER_OFFSET, "watts")


def _bounds(step: Message) -> tuple[int | None, int | None]:
    """Return the low and the high end of a target; one that stands alone is both."""
    low, high = (step.number(f"custom_target_value_{end}") for end in ("low", "high"))
    return (high if low is None else low), (low if high is None else high)


def _above(low: int, high: int, offset: int, unit: str) -> str:
    first, last = (Decimal(max(0, each - offset)) for each in (low, high))
    return between(first, last, unit)
