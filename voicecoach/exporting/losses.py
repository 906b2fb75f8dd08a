"""Losses: what of a routine a format has no place for, each kind told once, where it is first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from voicecoach.exporting.parts import Parts, PlacedPart
from voicecoach.exporting.targets import Unit, target_of
from voicecoach.importing.steps import Distance, Reps, Rest, Say, Section, Step, Time
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.short_form import is_rest_word
from voicecoach.problems import Problem, Span
from voicecoach.routine.exercise import USUAL_SWITCH_MS
from voicecoach.routine.routine import Routine
from voicecoach.units import SECOND_MS

Feature = Literal[
    "changes of side",
    "changes of side by themselves",
    "changes of side of another length than usual",
    "distances",
    "cadences",
    "cadences beside targets",
    "efforts in words",
    "fractions of a second",
    "held repetitions",
    "holds",
    "lengths of repetitions",
    "lines by themselves",
    "loads",
    "numbers of repetitions in a time",
    "repetitions",
    "repetitions without a number",
    "rests",
    "sections",
    "setups",
    "sides",
    "single sides",
    "targets in percent",
    "targets in watts",
    "targets of heart rate",
    "targets that change",
    "tempos",
    "texts in rests",
    "times of releases",
    "times of tips",
    "tips",
    "work with the name of a rest",
]
# What becomes of what a format has no place for.
Losses = Mapping[Feature, str]

LEFT_OUT = "they are left out"
READ_AS_REST = "it is read as a rest"

_OF_UNITS: dict[Unit, Feature] = {
    "percent": "targets in percent",
    "watts": "targets in watts",
    "power zone": "targets in watts",
    "bpm": "targets of heart rate",
    "heart rate zone": "targets of heart rate",
}
_ENGLISH = lexicon("en")


def notes_on(routine: Routine, parts: Parts, losses: Losses, suffix: str) -> list[Problem]:
    """Return what is told of a routine that is exported to a file with this suffix."""
    found: dict[str, list[Span]] = {}
    for span, what in parts.lost:
        found.setdefault(f"{what}: no export holds it", []).append(span)
    for placed in parts.placed:
        for feature in _features_of(placed):
            if feature in losses:
                message = f"{suffix} files have no {feature}: {losses[feature]}"
                found.setdefault(message, []).append(placed.span)
    notes = [_note(routine, message, spans) for message, spans in found.items()]
    return sorted(notes, key=lambda note: note.span)


def _note(routine: Routine, message: str, spans: Sequence[Span]) -> Problem:
    places = len(dict.fromkeys(spans))
    often = f" (here and at {places - 1} more)" if places > 1 else ""
    return Problem(
        spans[0], message + often, code="export", source_line=routine.source_line(spans[0])
    )


def _features_of(placed: PlacedPart) -> Iterator[Feature]:
    """Yield what a part needs a place for in a file."""
    part = placed.part
    if placed.switches:
        yield "changes of side by themselves"
    if isinstance(part, Say):
        yield "lines by themselves"
    elif isinstance(part, Section):
        yield "sections"
    elif isinstance(part, Rest):
        yield "rests"
        if part.text is not None:
            yield "texts in rests"
        if isinstance(part.dose, Time):
            yield from _of_time(part.dose.length_ms)
    elif isinstance(part, Step):
        yield from _of_step(part)


def _of_step(step: Step) -> Iterator[Feature]:
    if is_rest_word(step.name, _ENGLISH):
        yield "work with the name of a rest"
    dose = step.dose
    if isinstance(dose, Reps):
        yield from _of_reps(dose)
    elif isinstance(dose, Time | Distance):
        yield from _of_time(dose.length_ms or 0)
    if isinstance(dose, Time) and dose.hold:
        yield "holds"
    if isinstance(dose, Time) and dose.as_many:
        yield "repetitions without a number"
    if step.tempo is not None:
        yield "tempos"
    if isinstance(dose, Distance):
        yield "distances"
    if step.side is not None or step.each_side:
        yield "sides"
    if step.side is not None:
        yield "single sides"
    if step.each_side and step.switch_ms:
        yield "changes of side"
    if step.each_side and step.switch_ms not in (None, USUAL_SWITCH_MS):
        yield "changes of side of another length than usual"
    yield from _of_effort(step.effort)
    texts: dict[Feature, object] = {
        "loads": step.load,
        "setups": step.setup,
        "tips": step.tips or step.cues,
        "times of tips": step.cues,
    }
    yield from (feature for feature, text in texts.items() if text)


def _of_effort(effort: str | None) -> Iterator[Feature]:
    target = target_of(effort)
    if target is not None:
        if target.unit is not None:
            yield _OF_UNITS[target.unit]
        if target.changing:
            yield "targets that change"
        if target.cadence is not None:
            yield "cadences" if target.unit is None else "cadences beside targets"
    elif effort:
        yield "efforts in words"


def _of_reps(dose: Reps) -> Iterator[Feature]:
    if dose.within_ms is not None:
        yield "numbers of repetitions in a time"
        yield from _of_time(dose.within_ms)
        return
    if dose.hold_ms is not None:
        yield "held repetitions"
        yield from _of_time(dose.hold_ms)
        if dose.release_ms is not None:
            yield "times of releases"
        return
    yield "repetitions"
    if dose.rep_ms is not None:
        yield "lengths of repetitions"


def _of_time(length_ms: int) -> Iterator[Feature]:
    if length_ms % SECOND_MS:
        yield "fractions of a second"
