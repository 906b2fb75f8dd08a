"""Cues: what is said and sounded in phases, one module a kind of cue.

A cue module may have any of two functions:

- `leading(moment, coach)` yields lines for a phase that leads in to work, or stands by itself;
- `working(moment, track, coach)` lays lines and tones on the track of a work phase.

`WEIGHT` says which cue keeps its place where two meet: the lower number. A module is found by being
here. The sample in its docstring is a routine, and lines of the script that it makes.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from types import ModuleType

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.moment import LeadMoment, WorkMoment
from voicecoach.timeline.queue import QueuedLine
from voicecoach.timeline.track import Track


class Weight(IntEnum):
    """The order in which cues find their places, the weightiest first."""

    COUNTDOWN = 1
    COUNT = 2
    SIDE = 3
    ANNOUNCE = 4
    LINE = 5
    TIME_LEFT = 6
    HALFWAY = 7
    PROGRESS = 8
    SETUP = 9
    TIP = 10
    ENCOURAGE = 11
    CLOCK = 12
    METRONOME = 13


class Order(IntEnum):
    """The order in which lines are said in a rest."""

    AFTER = 1
    SAY = 2
    ANNOUNCE = 3
    PROGRESS = 4
    ON = 5
    SETUP = 6


def leading(moment: LeadMoment, coach: Coach) -> Iterator[QueuedLine]:
    """Yield the lines of all cues for a phase that is not work."""
    for module in _modules_in(*__path__):
        if hasattr(module, "leading"):
            yield from module.leading(moment, coach)


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Lay the lines and tones of all cues on the track of a work phase."""
    for module in _modules_in(*__path__):
        if hasattr(module, "working"):
            module.working(moment, track, coach)


@cache
def _modules_in(*directories: str) -> tuple[ModuleType, ...]:
    names = [f"{__name__}.{module.name}" for module in pkgutil.iter_modules(directories)]
    modules = [importlib.import_module(name) for name in names]
    return tuple(sorted(modules, key=lambda module: int(module.WEIGHT)))
