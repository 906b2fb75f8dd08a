"""Doses: those of a routine as those of the step tree, and how long they take."""

from decimal import Decimal

from voicecoach.importing import steps
from voicecoach.importing.numbers import whole
from voicecoach.routine.exercise import USUAL_RELEASE_MS, USUAL_REP_MS, Dose
from voicecoach.units import SECOND_MS

_METRE = Decimal(1)


def dose_of(dose: Dose) -> steps.Dose:
    """Return the dose of one set of one side; breaths, and laps within a time, are that time."""
    if dose.kind == "reps":
        count = dose.reps or 1
        rep_ms = dose.length_ms // count
        return steps.Reps(count, rep_ms=None if rep_ms == USUAL_REP_MS else rep_ms)
    if dose.kind == "reps+hold":
        release_ms = None if dose.release_ms == USUAL_RELEASE_MS else dose.release_ms
        return steps.Reps(dose.reps or 1, dose.rep_ms, release_ms=release_ms)
    if dose.kind == "distance" and dose.distance is not None:
        metres = (dose.distance.unit.metres or Decimal(0)) * dose.distance.amount
        if metres >= _METRE:
            return steps.Distance(whole(metres), dose.length_ms)
    if dose.kind == "reps+for":
        if dose.reps is None:
            return steps.Time(dose.length_ms, as_many=True)
        return steps.Reps(dose.reps, within_ms=dose.length_ms)
    return steps.Time(dose.length_ms, hold=dose.kind == "hold")


def tempo_of(dose: Dose) -> str | None:
    """Return the tempo of a repetition as it is written, None without one or with named parts."""
    if not dose.tempo or any(part.name is not None for part in dose.tempo):
        return None
    return "-".join(f"{part.length_ms / SECOND_MS:g}" for part in dose.tempo)


def dose_ms(dose: steps.Dose) -> int:
    """Return how long a dose of an exported step takes."""
    if isinstance(dose, steps.Reps):
        if dose.within_ms is not None:
            return dose.within_ms
        if dose.hold_ms is None:
            return dose.count * (USUAL_REP_MS if dose.rep_ms is None else dose.rep_ms)
        release_ms = USUAL_RELEASE_MS if dose.release_ms is None else dose.release_ms
        return dose.count * dose.hold_ms + (dose.count - 1) * release_ms
    assert isinstance(dose, steps.Time | steps.Distance)
    assert dose.length_ms is not None
    return dose.length_ms
