"""Sports: which one a workout is of, as far as the names of its steps tell."""

import re
from collections.abc import Sequence
from typing import Literal

from voicecoach.importing.steps import Part
from voicecoach.importing.tree import steps

Sport = Literal["running", "cycling", "other"]

_RUNNING = {"run", "running", "jog", "jogging", "sprint", "strides"}
_CYCLING = {"ride", "riding", "cycle", "cycling", "bike", "biking", "spin", "spinning", "pedal"}


def sport_of(parts: Sequence[Part]) -> Sport:
    """Return the sport that most of the steps that name one are of."""
    words = [set(re.findall(r"[a-z]+", step.name.lower())) for step in steps(parts)]
    running = sum(bool(found & _RUNNING) for found in words)
    cycling = sum(bool(found & _CYCLING) for found in words)
    if running == cycling == 0:
        return "other"
    return "running" if running >= cycling else "cycling"
