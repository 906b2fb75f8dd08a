"""Meaning: what two texts of one routine come to, compared at every level but for their places."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from voicecoach.language.content import content_scope, read_content
from voicecoach.language.keys.header import RoutineKeys
from voicecoach.language.reader import Reader, Surroundings
from voicecoach.language.values import Level
from voicecoach.problems import RoutineError, Span
from voicecoach.routine.flow import TooManyPhasesError, UnrollError, sequence
from voicecoach.routine.layout import lay_out
from voicecoach.text.document import Document, parse_document

# What the phases are made from, and so differs where only the writing does.
_RAW = {"workout", "vars", "exercises"}


def is_same(before: str, after: str, path: Path) -> bool:
    """Return whether two texts of the routine at `path` come to the same programme."""
    name = str(path)
    try:
        one, other = parse_document(before, name), parse_document(after, name)
    except RoutineError:
        return False
    return all(
        _Comparison().equal(_programme(one, path, level), _programme(other, path, level))
        for level in get_args(Level)
    )


def _programme(document: Document, path: Path, level: Level) -> Any:
    """Return header and phases at a level, or None where it has none."""
    reader = Reader(document, chain=(path.resolve(),))
    keys, workout = read_content(reader, RoutineKeys, Surroundings(), {}, level)
    if reader.problems or keys is None:
        return None
    try:
        return keys, lay_out(sequence(workout, content_scope(reader, keys, level)))
    except (UnrollError, TooManyPhasesError):
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
        if isinstance(one, BaseModel):
            same = one.model_fields_set == other.model_fields_set and all(
                self.equal(getattr(one, key), getattr(other, key))
                for key in type(one).model_fields
                if key not in _RAW
            )
        elif is_dataclass(one):
            same = all(
                self.equal(getattr(one, part.name), getattr(other, part.name))
                for part in fields(one)
            )
        elif isinstance(one, tuple | list):
            same = len(one) == len(other) and all(map(self.equal, one, other))
        else:
            same = bool(one == other)
        if same:
            self._known[id(one), id(other)] = (one, other)
        return same
