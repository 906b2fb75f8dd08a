"""Routines as a test writes them: YAML text, and what comes of it."""

import re
from pathlib import Path
from textwrap import dedent, indent
from typing import NamedTuple

from voicecoach.language import RoutineText, load
from voicecoach.language.values import Level
from voicecoach.problems import Problem, RoutineError
from voicecoach.routine.phase import Phase, Work
from voicecoach.routine.routine import Routine
from voicecoach.routine.utterance import Measure, Utterance
from voicecoach.timeline import Event, TimedPhase, Timeline, plan
from voicecoach.units import SECOND_MS

FILE = "routine.yaml"


class Shown(NamedTuple):
    """A problem as a test writes it down."""

    line: int
    column: int
    message: str
    hint: str | None


def takes_ms(text: str) -> int:
    """Return how long a text takes by the rule of thumb: 60 ms a character, at least 300 ms."""
    return max(300, 60 * len(text))


def rule_of_thumb(line: Utterance) -> int:
    """Return how long a line takes by the rule of thumb; what cannot be spoken takes no time."""
    return takes_ms(line.spoken) if line.spoken else 0


def with_workout(blocks: str, header: str = "") -> str:
    """Return a routine with the title `T` around the blocks of a workout."""
    return f"title: T\n{dedent(header).strip()}\nworkout:\n{indent(dedent(blocks).strip(), '  ')}\n"


def routine_of(yaml_text: str, level: Level | None = None) -> Routine:
    """Return the routine in a YAML text."""
    return load(RoutineText(yaml_text, Path(FILE)), level)


def phases_of(yaml_text: str, level: Level | None = None) -> tuple[Phase, ...]:
    """Return the phases that a routine unrolls to, without its opening and closing."""
    return routine_of(yaml_text, level).phases


def shape_of(yaml_text: str, level: Level | None = None) -> list[str]:
    """Return the phases in words: `prepare`, `Plank right 40s`, `rest 10s`, `say`."""
    return [in_words(phase) for phase in phases_of(yaml_text, level)]


def plan_of(
    yaml_text: str,
    level: Level | None = None,
    measure: Measure = rule_of_thumb,
) -> Timeline:
    """Return the timeline of a routine."""
    return plan(routine_of(yaml_text, level), measure)


def problems_of(yaml_text: str) -> tuple[Problem, ...]:
    """Return all that is wrong with a routine, found while reading or planning it."""
    try:
        plan_of(yaml_text)
    except RoutineError as error:
        return error.problems
    return ()


def errors_of(yaml_text: str) -> list[Shown]:
    """Return all that is wrong with a routine, as a test writes it down."""
    return [_shown(problem) for problem in problems_of(yaml_text)]


def warnings_of(yaml_text: str) -> list[Shown]:
    """Return what a routine's timeline warns of."""
    return [_shown(problem) for problem in plan_of(yaml_text).warnings]


def notes_of(yaml_text: str) -> list[Shown]:
    """Return what a routine's timeline has to note."""
    return [_shown(problem) for problem in plan_of(yaml_text).notes]


def underlined_in(yaml_text: str) -> list[str]:
    """Return the words that each problem of a routine underlines."""
    lines = yaml_text.splitlines()
    spans = [problem.span for problem in problems_of(yaml_text)]
    return [lines[span.line - 1][span.column - 1 : span.column - 1 + span.length] for span in spans]


def expect_one_fault(marked: str, message: str, hint: str | None) -> None:
    """Check that one thing is wrong with a routine: the words that are marked «so»."""
    before, words, after = re.split("[«»]", marked)
    yaml_text = before + words + after
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert errors_of(yaml_text) == [Shown(line, column, message, hint)]
    assert underlined_in(yaml_text) == [words]


def works(timeline: Timeline) -> list[int]:
    """Return the numbers of the work phases."""
    return [number for number, phase in enumerate(timeline.phases) if phase.kind == "work"]


def phase(timeline: Timeline, kind: str, nth: int = 0) -> int:
    """Return the number of the nth phase of a kind."""
    return [n for n, found in enumerate(timeline.phases) if found.kind == kind][nth]


def heard_in(timeline: Timeline, number: int, *roles: str) -> list[tuple[str, int, str | None]]:
    """Return role, start from the phase's own start, and text of what is heard in a phase."""
    start_ms = timeline.phases[number].start_ms
    return [
        (event.role, event.start_ms - start_ms, event.text)
        for event in timeline.events
        if event.phase == number and (not roles or event.role in roles)
    ]


def said_in(timeline: Timeline, number: int) -> list[str]:
    """Return the texts that are spoken in a phase, countdown and numbers left out."""
    return [event.text or "" for event in speech_in(timeline, number)]


def speech_in(timeline: Timeline, number: int) -> list[Event]:
    """Return what is spoken in a phase, countdown and numbers left out."""
    return [
        event
        for event in timeline.events
        if event.phase == number
        and event.kind == "speech"
        and event.role not in ("countdown", "count")
    ]


def _shown(problem: Problem) -> Shown:
    return Shown(problem.span.line, problem.span.column, problem.message, problem.hint)


def in_words(phase: Phase | TimedPhase) -> str:
    """Return a phase in words: `Plank right 40s` as it was written, `rest 10s` as it was planned."""
    words = [phase.name or phase.kind] if isinstance(phase, TimedPhase) else _written(phase)
    if phase.length_ms is not None:
        words.append(f"{phase.length_ms / SECOND_MS:g}s")
    return " ".join(words)


def _written(phase: Phase) -> list[str]:
    if not isinstance(phase, Work):
        return [phase.kind]
    return [phase.exercise.name, *([phase.side] if phase.side else [])]
