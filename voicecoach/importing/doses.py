"""Doses: what is said about one that is open, or too little to be done."""

from voicecoach.importing.steps import Distance, Dose, Open, Reps
from voicecoach.routine.exercise import SHORTEST_PART_MS
from voicecoach.units import clock


def unsaid(name: str, dose: Dose) -> str:
    """Return what is unsaid of an open dose, or of a distance without a time."""
    if isinstance(dose, Distance):
        return f"{name}, {dose.metres} m: how long that takes is not said"
    until = dose.until if isinstance(dose, Open) else None
    return f"{name}: how long is not said" + (f", but until {until}" if until else "")


def too_little(dose: Dose, *, resting: bool) -> str | None:
    """Return how much a dose is that is too little to be done, None where it is enough.

    Work is as long as a routine asks for; a rest may take any time at all.
    """
    assert not isinstance(dose, Open)
    length_ms: int | None
    if isinstance(dose, Reps):
        if dose.count < 1:
            return f"{dose.count} " + ("repetitions" if dose.hold_ms is None else "holds")
        if dose.within_ms is not None:
            most = max(dose.count, dose.most or 0)
            is_enough = dose.within_ms >= most * SHORTEST_PART_MS
            return None if is_enough else f"{clock(dose.within_ms)} for {most} repetitions"
        if dose.hold_ms is None and dose.rep_ms is None:
            return None
        length_ms = dose.rep_ms if dose.hold_ms is None else dose.hold_ms
    elif isinstance(dose, Distance) and dose.metres < 1:
        return f"{dose.metres} m"
    else:
        length_ms = dose.length_ms
    length_ms = length_ms or 0
    least_ms = 1 if resting else SHORTEST_PART_MS
    return clock(max(0, length_ms)) if length_ms < least_ms else None
