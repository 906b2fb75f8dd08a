"""Key hints: how a key that does not fit where it stands is to be written, or a missing one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from voicecoach.language import unknown_keys, words
from voicecoach.language.key_reading import KeyFault
from voicecoach.problems import Span
from voicecoach.text.document import DataPath, Document, Text
from voicecoach.text.layout import moved, row
from voicecoach.text.quoting import in_flow

# What to write for a missing key, and where.
_MISSING = {
    "title": "write `title: My workout` above",
    "workout": "write `workout: [Plank 30s]` below, with your own lines",
}
_LISTS = ("workout", "do")
# Keys in which `exercise` is another exercise.
_OTHER_EXERCISES = ("easier", "harder")
# A value for a key that cannot do without.
_SAMPLES = {
    "title": "My workout",
    "exercise": "Plank",
    "section": "Section",
    "circuit": "Circuit",
    "repeat": "2",
    "tabata": "Burpees",
    "emom": "10",
    "amrap": "10 min",
    "rest": "30s",
    "pause": "30s",
    "say": "Well done.",
    "sound": "start",
    "for": "30s",
    "hold": "30s",
    "reps": "10",
    "sets": "3",
}


def at_margin(document: Document, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield those of a file's `keys` that belong to the block above, and the hint for each."""
    for key in keys:
        span = document.locate_key((key,))
        _, columns_above = document.columns(span.line)
        if columns_above and columns_above[0] > 0:
            yield key, moved(document.source_line(span.line), columns_above[0])


def without_renamed(faults: Sequence[KeyFault]) -> Iterator[KeyFault]:
    """Yield the faults but for missing keys that are there, mistyped."""
    unknown = [str(each.loc[-1]) for each in faults if each.kind == "unknown"]
    for fault in faults:
        key = str(fault.loc[-1])
        written = any(words.suggestion(each, [key]) for each in unknown)
        written = written or (key == "workout" and any(map(_holds_blocks, faults)))
        if fault.kind != "missing" or not written:
            yield fault


def _holds_blocks(fault: KeyFault) -> bool:
    """Return whether a fault is an unknown key with blocks below it."""
    return fault.kind == "unknown" and unknown_keys.holds_blocks(fault.value)


def missing_key(key: str) -> str | None:
    """Return the hint for a key that must be there."""
    return _MISSING.get(key)


def no_value(document: Document, span: Span, key: str) -> str:
    """Return the hint for a key without a value."""
    if key in _LISTS:
        indent = row(document.source_line(span.line)).column + 2
        below = row(document.source_line(span.line + 1))
        if below.dashes and below.indent < indent - 2:
            more = indent - below.indent
            return f"indent each line of its list below by {more} more spaces"
        return f"write `{' ' * indent}- Plank 30s` below, with your own lines"
    if key in _SAMPLES:
        return f"write `{key}: {_SAMPLES[key]}`"
    if document.source_line(span.line)[: span.column - 1].strip(" -"):
        return "write a value behind the colon"
    return "delete the line, or write a value behind the colon"


def as_mapping(document: Document, path: DataPath, data: Any) -> str | None:
    """Return the hint for a list of single keys, or a name, where keys and values belong."""
    replaces = path[-1] in _OTHER_EXERCISES and "defaults" not in path
    if replaces and isinstance(data, Text) and not re.search("[0-9]", data):
        return f"write `{path[-1]}: {{exercise: {in_flow(data)}}}`"
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        return None
    span = document.locate(path)
    line = document.source_line(span.line)
    if document.is_flow(path):
        right = line.strip().replace("[", "{", 1)
        return f"write `{right.removesuffix(']')}}}`"
    return f"write `{' ' * row(line).indent}{row(line).content}`"
