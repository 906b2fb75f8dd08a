"""Shares: doses, sets and rounds at a place between the ends of their ranges.

A share is 0 at the low end, where a routine is easy, and 1 at the high end. Rests stay as the level
says, and so does the time of a distance, which is shorter the harder it is done.
"""

from fractions import Fraction
from typing import Any

from msgspec import Struct

from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.values import PerSet, Range
from voicecoach.units import SECOND_MS

_STEPS = {"for_": SECOND_MS, "hold": SECOND_MS, "reps": 1, "breaths": 1, "sets": 1}


class Shares(Struct, frozen=True):
    """Where between the ends of their ranges doses are, and where sets and rounds: from 0 to 1."""

    doses: Fraction
    counts: Fraction

    @property
    def apart(self) -> Fraction:
        """How far doses are from sets and rounds."""
        return abs(self.doses - self.counts)


def at_shares(keys: ExerciseKeys, shares: Shares) -> ExerciseKeys:
    """Return the keys of an exercise with one value in place of each range."""
    names = keys.fields_set & _STEPS.keys()
    if "distance" in keys.fields_set:
        names -= {"for_"}
    values = {
        name: _at(
            getattr(keys, name), shares.counts if name == "sets" else shares.doses, _STEPS[name]
        )
        for name in names
    }
    return keys.with_fields(values)


def _at(value: Any, share: Fraction, step: int) -> Any:
    if isinstance(value, PerSet):
        return PerSet(_at(each, share, step) for each in value)
    if not isinstance(value, Range):
        return value
    found = value.at_share(share, step)
    return Range(found, found)
