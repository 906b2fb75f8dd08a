"""Proof: the phases that a plan's steps say, compared with those of the routine written of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from voicecoach.importing.steps import (
    Distance,
    Dose,
    Part,
    Remark,
    Reps,
    Rest,
    Say,
    Section,
    Step,
    Time,
)
from voicecoach.importing.tree import flat, steps
from voicecoach.language import RoutineText, load
from voicecoach.language.values import Level
from voicecoach.problems import RoutineError, VoicecoachError
from voicecoach.routine.exercise import USUAL_RELEASE_MS, USUAL_SWITCH_MS
from voicecoach.routine.phase import Phase, RestPhase, SwitchPhase, Work
from voicecoach.units import HOUR_MS

# Kind, name and length in ms; repetitions have their number in place of a length.
Interval = tuple[str, str | None, int]

# A file says what it says: whoever builds the routine is told that it is long.
_MAX_DURATION_MS = 10_000 * HOUR_MS


def prove(text: str, parts: Sequence[Part], file: str) -> int:
    """Check that a routine comes to what its parts say, and return how long that is at most, in ms.

    Raises VoicecoachError where it does not.
    """
    longest_ms = 0
    levels: tuple[Level, ...] = ("easy", "hard")
    for level in levels if any(map(_is_range, steps(parts))) else levels[:1]:
        try:
            routine = load(RoutineText(text, Path("routine.yaml")), level, _MAX_DURATION_MS)
        except RoutineError as error:
            problem = error.problems[0]
            message = f"{file} cannot be written as a routine: {problem.message}"
            raise VoicecoachError(message, problem.hint) from error
        intervals = [found for phase in routine.phases for found in _of_phase(phase)]
        if intervals != list(_of_parts(parts, hard=level == "hard")):
            message = f"{file} cannot be written as a routine that comes to the same"
            raise VoicecoachError(message, "nothing is written; please report it")
        longest_ms = max(longest_ms, routine.exact_ms)
    return longest_ms


def _is_range(step: Step) -> bool:
    """Return whether more is done of a step at a harder level."""
    dose = step.dose
    return (isinstance(dose, Time) and dose.most_ms is not None) or (
        isinstance(dose, Reps) and dose.most is not None
    )


def _of_phase(phase: Phase) -> Iterator[Interval]:
    """Yield what a phase comes to, if its length was said."""
    if isinstance(phase, Work):
        counted = phase.dose.kind == "reps"
        yield "work", phase.exercise.name, (phase.dose.reps if counted else phase.length_ms) or 0
    elif isinstance(phase, RestPhase | SwitchPhase):
        yield phase.kind, None, phase.length_ms


def _of_parts(parts: Sequence[Part], hard: bool) -> Iterator[Interval]:
    """Yield what parts come to, with the high ends of ranges or the low ones."""
    for part in flat(parts):
        if isinstance(part, Rest):
            assert isinstance(part.dose, Time)
            yield "rest", None, part.dose.length_ms
        elif isinstance(part, Step):
            yield from _of_step(part, hard)
        else:
            assert isinstance(part, Say | Section | Remark)


def _of_step(step: Step, hard: bool) -> Iterator[Interval]:
    work = ("work", step.name, _amount(step.dose, hard))
    switch_ms = USUAL_SWITCH_MS if step.switch_ms is None else step.switch_ms
    switch: list[Interval] = [("switch", None, switch_ms)] if switch_ms else []
    for number in range(step.sets):
        if number and step.set_rest_ms:
            yield "rest", None, step.set_rest_ms
        elif number and step.each_side:
            yield from switch
        yield work
        if step.each_side:
            yield from switch
            yield work


def _amount(dose: Dose, hard: bool) -> int:
    """Return the length of a dose in ms, or the number of its repetitions."""
    if isinstance(dose, Reps):
        if dose.within_ms is not None:
            return dose.within_ms
        count = dose.most if hard and dose.most is not None else dose.count
        if dose.hold_ms is None:
            return count
        release_ms = USUAL_RELEASE_MS if dose.release_ms is None else dose.release_ms
        return count * dose.hold_ms + (count - 1) * release_ms
    if isinstance(dose, Time) and hard and dose.most_ms is not None:
        return dose.most_ms
    assert isinstance(dose, Time | Distance)
    assert dose.length_ms is not None
    return dose.length_ms
