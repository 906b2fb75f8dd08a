"""What is exported and imported again comes to the same, as far as the format can say it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings

from helpers.exports import exported, read_again
from helpers.generated import routines
from helpers.generated_by_the_clock import routines_by_the_clock
from helpers.routines import FILE
from voicecoach.language import RoutineText, load
from voicecoach.routine.exercise import Dose
from voicecoach.routine.phase import Work
from voicecoach.routine.routine import Routine

_DAY_MS = 24 * 3_600_000
# What the format and its importer can say of a phase.
SAID = {
    "csv": ("name", "side", "length_ms", "reps"),
    "fit": ("called", "counted_or_ms"),
    "json": ("name", "side", "length_ms", "kind", "reps"),
    "md": ("called", "amount"),
    "tcx": ("seconds",),
    "zwo": ("called", "length_ms"),
}
IMPORTERS = {"md": "text"}


def phases_of(routine: Routine, said: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return all that has a length, work or rest, with what a format says of it."""
    return [{key: phase.get(key) for key in said} for phase in _exact(routine)]


def _exact(routine: Routine) -> Iterator[dict[str, Any]]:
    for phase in routine.phases:
        if isinstance(phase, Work):
            counted = phase.dose.kind == "reps"
            yield {
                "name": phase.exercise.name,
                "side": phase.side,
                "called": " ".join(filter(None, (phase.exercise.name, phase.side))),
                "length_ms": phase.length_ms,
                "seconds": _seconds(phase.length_ms),
                "amount": _amount(phase.dose),
                "counted_or_ms": phase.dose.reps if counted else phase.length_ms,
                "kind": _kind(phase.dose),
                "reps": phase.dose.reps if "reps" in phase.dose.kind else None,
            }
        elif phase.length_ms is not None:
            # Changes of side, pauses and lines with a length become rests.
            yield {
                "length_ms": phase.length_ms,
                "seconds": _seconds(phase.length_ms),
                "amount": phase.length_ms,
                "counted_or_ms": phase.length_ms,
            }


def _seconds(length_ms: int) -> int:
    return max(1, (length_ms + 500) // 1000)


def _amount(dose: Dose) -> Any:
    """Return how much is done, whatever time a repetition takes."""
    if dose.kind == "reps":
        return f"{dose.reps} reps"
    # One held repetition is a hold.
    held = dose.kind == "reps+hold" and dose.reps != 1
    return (dose.reps, dose.rep_ms) if held else dose.length_ms


def _kind(dose: Dose) -> str:
    """Return the kind of a dose; breaths, laps and calories become a time."""
    is_length = dose.distance is not None and dose.distance.unit.metres is not None
    kept = ("hold", "reps", "reps+hold", "reps+for")
    return dose.kind if dose.kind in kept or is_length else "for"


@pytest.mark.parametrize("name", SAID)
@settings(deadline=None, max_examples=12)
@given(text=routines() | routines_by_the_clock())
def test_the_phases_are_the_same(name: str, text: str) -> None:
    routine = load(RoutineText(text, Path(FILE)), max_duration_ms=_DAY_MS)
    assume(any(isinstance(phase, Work) and phase.length_ms for phase in routine.phases))
    export = exported(routine, name)
    # A name may mean something in words: that is told.
    assume(not any("read again as" in note.message for note in export.notes))
    again = read_again(export.content, IMPORTERS.get(name, name))
    assert phases_of(again, SAID[name]) == phases_of(routine, SAID[name])
