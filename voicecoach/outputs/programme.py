"""The programme as a table: what is done in which order, with its dose, work, rest and total."""

from collections import defaultdict
from dataclasses import dataclass

from voicecoach.timeline import TimedPhase, Timeline
from voicecoach.units import MINUTE_MS, SECOND_MS, clock


@dataclass(slots=True)
class ExerciseRow:
    """An exercise of the programme; times in ms. The total includes the phases leading in to it."""

    section: str | None
    name: str
    dose: str
    line: int
    work_ms: int = 0
    rest_ms: int = 0
    total_ms: int = 0


@dataclass(frozen=True, slots=True)
class Programme:
    """The rows, their totals, and the total length of speech.

    `sections_ms` are the lengths of the sections by title, in order.
    """

    rows: tuple[ExerciseRow, ...]
    work_ms: int
    rest_ms: int
    talk_ms: int
    total_ms: int
    sections_ms: dict[str, int]


# Section, line and name.
_Exercise = tuple[str | None, int, str | None]


def programme(timeline: Timeline) -> Programme:
    """Return the programme of a timeline; an exercise of several rounds is one row."""
    works: dict[_Exercise, list[TimedPhase]] = defaultdict(list)
    exercise: _Exercise = (None, 0, None)
    for phase in timeline.phases:
        if phase.kind == "work":
            exercise = (phase.section, phase.line, phase.name)
            works[exercise].append(phase)
    by_exercise = {
        (section, line, name): ExerciseRow(section, name or "", _dose(phases), line)
        for (section, line, name), phases in works.items()
    }
    # A phase belongs to the work that it is or leads in to, after the last work to that.
    for phase in reversed(timeline.phases if works else ()):
        if phase.kind == "work":
            exercise = (phase.section, phase.line, phase.name)
        row = by_exercise[exercise]
        row.total_ms += phase.length_ms
        if phase.kind == "work":
            row.work_ms += phase.length_ms
        elif phase.kind in ("rest", "switch", "pause"):
            row.rest_ms += phase.length_ms
    rows = tuple(by_exercise.values())
    sections_ms: dict[str, int] = {}
    for row in rows:
        if row.section is not None:
            sections_ms[row.section] = sections_ms.get(row.section, 0) + row.total_ms
    return Programme(
        rows,
        sum(row.work_ms for row in rows),
        sum(row.rest_ms for row in rows),
        sum(event.length_ms for event in timeline.events if event.kind == "speech"),
        timeline.duration_ms,
        sections_ms,
    )


def _dose(works: list[TimedPhase]) -> str:
    """Return the dose of an exercise as it is written on paper: `3 × 10, each side`."""
    first = works[0]
    one_side = [work for work in works if work.side == first.side]
    one_round = [work for work in one_side if work.round == first.round]
    sets = one_round if len(one_round) > 1 else one_side
    dose = _sets(sets)
    alike = len({(work.distance, work.length_ms) for work in sets}) == 1
    if first.sets and first.sets > 1 and alike:
        # On paper, `2 × 20 s hold` is two held repetitions as well.
        dose = f"{first.sets} sets of {dose}" if first.dose == "hold" else f"{first.sets} × {dose}"
    if len({work.side for work in works}) > 1:
        dose += ", each side"
    rounds = _rounds(works)
    return f"{rounds} rounds: {dose}" if rounds > 1 else dose


def _rounds(works: list[TimedPhase]) -> int:
    """Return in how many rounds an exercise is done, at most, on one side.

    An entry of a list that is taken in turn is not done in all rounds of its block.
    """
    rounds: dict[str | None, set[int | None]] = defaultdict(set)
    for work in works:
        rounds[work.side].add(work.round)
    return max(map(len, rounds.values()))


def _sets(works: list[TimedPhase]) -> str:
    """Return the doses of all sets; different ones as `6-4-2 holds of 10 s`.

    Distances have a time each: `400 m in 2:00, 200 m in 0:50`.
    """
    as_clock = any(work.length_ms >= MINUTE_MS for work in works)
    doses = [_one(work, as_clock) for work in works]
    if len(set(doses)) == 1:
        doses = doses[:1]
    separator = "-" if works[0].distance is None else ", "
    return separator.join(number for number, _ in doses) + doses[0][1]


def _one(work: TimedPhase, as_clock: bool) -> tuple[str, str]:
    """Return the number in one set's dose, and its unit."""
    number, unit = _length(work.length_ms, as_clock)
    if work.dose == "hold":
        return number, f"{unit} hold"
    if work.dose == "reps":
        return str(work.reps), ""
    if work.dose == "reps+hold":
        hold = "".join(_length(work.rep_ms or 0, (work.rep_ms or 0) >= MINUTE_MS))
        return str(work.reps), f" {'hold' if work.reps == 1 else 'holds'} of {hold}"
    if work.dose == "reps+for":
        return str(work.reps or "max"), f" in {number}{unit}"
    if work.distance is not None:
        return f"{work.distance} in {number}{unit}", ""
    return number, unit


def _length(length_ms: int, as_clock: bool) -> tuple[str, str]:
    """Return a length as a number and its unit, or as a clock time without one."""
    return (clock(length_ms), "") if as_clock else (f"{length_ms / SECOND_MS:g}", " s")
