"""The routines in `routines/`, planned without an engine: words take as long as a rule says."""

from functools import cache
from pathlib import Path
from typing import get_args

from conftest import rule_of_thumb

from voicecoach import source
from voicecoach.routine import Routine
from voicecoach.routine.loading import from_document
from voicecoach.routine.values import Level
from voicecoach.timeline import Timeline, plan

ROOT = Path(__file__).parents[2]
NAMES = tuple(path.stem for path in sorted((ROOT / "routines").glob("*.yaml")))
LEVELS: tuple[Level, ...] = get_args(Level)


def path_of(name: str) -> Path:
    """Return the file of a routine."""
    return ROOT / "routines" / f"{name}.yaml"


def text_of(name: str) -> str:
    """Return what is in the file of a routine."""
    return path_of(name).read_text("utf-8")


@cache
def routine_at(name: str, level: Level) -> Routine:
    """Return a routine at a level; its file is called the same on every machine."""
    return from_document(source.parse(text_of(name), f"routines/{name}.yaml"), level)


@cache
def timeline_at(name: str, level: Level) -> Timeline:
    """Return the timeline of a routine at a level."""
    return plan(routine_at(name, level), rule_of_thumb)


def slowly(text: str) -> int:
    """Return how long a slow voice takes: a third longer than the rule of thumb says."""
    return rule_of_thumb(text) * 4 // 3
