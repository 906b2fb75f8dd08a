"""The routines in `routines/`, planned without an engine: words take as long as a rule says."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import get_args

from helpers.routines import rule_of_thumb
from voicecoach.files import shipped
from voicecoach.language import RoutineText, load
from voicecoach.language.values import Level
from voicecoach.routine.phase import Phase, Work
from voicecoach.routine.routine import Routine
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline import TimedPhase, Timeline, plan

ROOT = Path(__file__).parents[2]
NAMES = tuple(shipped.routines())
LEVELS: tuple[Level, ...] = get_args(Level)


def path_of(name: str) -> Path:
    """Return the file of a routine."""
    return ROOT / "routines" / f"{name}.yaml"


def text_of(name: str) -> str:
    """Return what is in the file of a routine."""
    return path_of(name).read_text("utf-8")


@contextmanager
def _at_root() -> Iterator[None]:
    """Stand where `routines/` is, so that what a routine includes is found."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        yield
    finally:
        os.chdir(before)


@cache
def routine_at(name: str, level: Level) -> Routine:
    """Return a routine at a level; its file is called the same on every machine."""
    with _at_root():
        return load(RoutineText(text_of(name), Path(f"routines/{name}.yaml")), level)


@cache
def timeline_at(name: str, level: Level) -> Timeline:
    """Return the timeline of a routine at a level."""
    return plan(routine_at(name, level), rule_of_thumb)


def phases_at(name: str, level: Level) -> Iterator[tuple[Phase, TimedPhase, int]]:
    """Yield each phase of the workout as it was written and as it was planned, with its number."""
    yield from matched(routine_at(name, level), timeline_at(name, level))


def matched(routine: Routine, timeline: Timeline) -> Iterator[tuple[Phase, TimedPhase, int]]:
    """Yield each phase of a workout as it was written and as it was planned, with its number."""
    opening = len(timeline.phases) - len(routine.phases) - 1
    for number, phase in enumerate(routine.phases, opening):
        yield phase, timeline.phases[number], number


def work_of(name: str, level: Level = "medium") -> list[Work]:
    """Return the work of a routine, in order."""
    return [phase for phase in routine_at(name, level).phases if isinstance(phase, Work)]


def done_in(name: str, level: Level = "medium") -> list[tuple[str, str | None, int | None, int]]:
    """Return name, side, repetitions and length in seconds of each set, in order."""
    return [
        (work.exercise.name, work.side, work.dose.reps, work.dose.length_ms // 1000)
        for work in work_of(name, level)
    ]


def slowly(line: Utterance) -> int:
    """Return how long a slow voice takes: a third longer than the rule of thumb says."""
    return rule_of_thumb(line) * 4 // 3
