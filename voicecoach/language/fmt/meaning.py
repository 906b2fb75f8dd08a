"""Meaning: what two texts of one routine come to, compared at every level but for their places."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct

from voicecoach.language.loading import load
from voicecoach.language.values import Level
from voicecoach.problems import RoutineError, Span
from voicecoach.routine.routine import Routine
from voicecoach.text.routine_text import RoutineText

# What is told about a routine is no part of its programme.
_TOLD = ("sources", "warnings", "notes")


def is_same(before: str, after: str, path: Path) -> bool:
    """Return whether two texts of the routine at `path` come to the same programme.

    What a draw leaves aside today is compared as well.
    """
    return all(
        _Comparison().equal(
            _programme(before, path, level, drawing), _programme(after, path, level, drawing)
        )
        for level in get_args(Level)
        for drawing in (True, False)
    )


def _programme(text: str, path: Path, level: Level, drawing: bool) -> Routine | None:
    """Return the routine at a level, with what is drawn or with all, or None where it has none."""
    try:
        return load(RoutineText(text, path), level, drawing=drawing)
    except RoutineError:
        return None


class _Comparison:
    """Compares values part by part, each pair once, and takes all places for the same."""

    def __init__(self) -> None:
        # The values are kept with their ids, so that no id is used twice.
        self._known: dict[tuple[int, int], tuple[Any, Any]] = {}

    def equal(self, one: Any, other: Any) -> bool:
        """Return whether two values are the same but for places in a file."""
        if type(one) is not type(other):
            return False
        if isinstance(one, Span) or (id(one), id(other)) in self._known:
            return True
        if isinstance(one, Struct):
            same = all(
                self.equal(getattr(one, name), getattr(other, name))
                for name in one.__struct_fields__
                if name not in _TOLD
            )
        elif isinstance(one, Mapping):
            same = one.keys() == other.keys() and all(
                self.equal(one[key], other[key]) for key in one
            )
        elif isinstance(one, tuple | list):
            same = len(one) == len(other) and all(map(self.equal, one, other))
        else:
            same = bool(one == other)
        if same:
            self._known[id(one), id(other)] = (one, other)
        return same
