"""FIT doses: how long a step of a FIT workout is done, until when, and with which weight."""

from decimal import Decimal

from voicecoach.importing.fit_messages import Message
from voicecoach.importing.fit_targets import heart_rate, paces, power
from voicecoach.importing.numbers import whole
from voicecoach.importing.pace import at_pace
from voicecoach.importing.steps import Distance, Dose, Open, Reps, Time

# The kinds of `duration_type`.
_TIMES = (0, 28, 31)
_DISTANCE, _OPEN, _REPS = 1, 5, 29
_ABOVE = {3, 11, 13, 15, 22, 23, 24, 26}
_UNTIL_HEART_RATE = (2, 3, 10, 11)
_UNTIL_POWER = (12, 13, 14, 15, 17, 18, *range(19, 27))
_UNTIL_STRESS = (16, 27)
_UNTIL_CALORIES = (4, 9)
_CENTIMETRES = 100


def dose_of(step: Message) -> tuple[Dose, tuple[str, ...]]:
    """Return how long a step is done, and what is doubtful about it."""
    kind, value = step.number("duration_type"), step.number("duration_value")
    if kind == _OPEN:
        return Open("you press lap"), ()
    if value is None:
        return Open(), ()
    if kind in _TIMES:
        return Time(value), ()
    if kind == _REPS:
        return Reps(value), ()
    if kind != _DISTANCE:
        return Open(until(kind, value)), ()
    speeds = paces(step)
    metres = Decimal(value) / _CENTIMETRES
    return (Distance(whole(metres)), ()) if speeds is None else at_pace(metres, *speeds)


def load_of(step: Message) -> str | None:
    """Return the weight of a step, which is stored in kilograms."""
    weight = step.fields.get("exercise_weight")
    return f"{weight:g} kg" if isinstance(weight, int | float) and weight > 0 else None


def until(kind: int | None, value: int | None) -> str | None:
    """Return what ends a step or a repeat of this kind, which has no length, as words."""
    above = "above" if kind in _ABOVE else "below"
    if kind in _UNTIL_HEART_RATE and value is not None:
        return f"your heart rate is {above} {heart_rate(value, value).removeprefix('at ')}"
    if kind in _UNTIL_POWER and value is not None:
        return f"your power is {above} {power(value, value).removeprefix('at ')}"
    if kind in _UNTIL_CALORIES and value is not None:
        return f"you have burned {value} calories"
    if kind in _UNTIL_STRESS and value is not None:
        return f"your training stress score is {value}"
    return None
