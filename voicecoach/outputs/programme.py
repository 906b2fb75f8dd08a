"""The programme as a table: what is done in which order, with its dose, work, rest and total."""

from collections import defaultdict

from msgspec import Struct

from voicecoach.outputs.paper_dose import paper_dose
from voicecoach.phrases import Phrases, english
from voicecoach.timeline import TimedPhase, Timeline


class ExerciseRow(Struct):
    """An exercise of the programme; times in ms. The total includes the phases leading in to it."""

    section: str | None
    name: str
    dose: str
    line: int
    work_ms: int = 0
    rest_ms: int = 0
    total_ms: int = 0


class Programme(Struct, frozen=True):
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


def programme(timeline: Timeline, words: Phrases | None = None) -> Programme:
    """Return the programme of a timeline; an exercise of several rounds is one row.

    Doses are in `words`, in English where there are none.
    """
    words = words or english()
    works: dict[_Exercise, list[TimedPhase]] = defaultdict(list)
    exercise: _Exercise = (None, 0, None)
    for phase in timeline.phases:
        if phase.kind == "work":
            exercise = (phase.section, phase.line, phase.name)
            works[exercise].append(phase)
    by_exercise = {
        (section, line, name): ExerciseRow(section, name or "", paper_dose(done, words), line)
        for (section, line, name), done in works.items()
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
