"""Key hints: how a key that does not fit where it stands is to be written, or a missing one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from voicecoach.language import words
from voicecoach.problems import Span
from voicecoach.text.document import DataPath, Document, Text
from voicecoach.text.layout import columns, moved, row
from voicecoach.text.quoting import quoted

# What to write for a missing key, and where.
_MISSING = {
    "title": "write `title: My workout` above",
    "workout": "write `workout: [Plank 30s]` below, with your own lines",
}
_LISTS = ("workout", "do")
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


def unknown_key(
    document: Document,
    span: Span,
    key: str,
    value: Any,
    valid: Sequence[str],
    of_exercise: Collection[str],
) -> str:
    """Return the hint for an unknown key at `span`, in a place where the `valid` ones fit.

    `of_exercise` are the keys of exercises, where the unknown key stands in the header.
    """
    line = document.source_line(span.line)
    above = columns(document.lines, span.line - 1)
    if key in of_exercise:
        if key == "rest":
            return "did you mean `between`?"
        if isinstance(value, Text):
            return f"write `defaults: {{{line.strip()}}}`"
    if key.lower() in valid:
        return f"did you mean `{key.lower()}`?"
    if key[:1].isupper() and isinstance(value, Text) and words.is_dose(value) and above[0]:
        return f"write `{' ' * above[0][0]}- {key} {value}`"
    meant = words.suggestion(key, valid)
    if meant is not None:
        return f"did you mean `{meant}`?"
    if "at" in valid and "say" in valid and line.strip() == f"- {key}: {value}":
        timed = f"{{at: {key}, say: {quoted(value)}}}"
        return f"write `- {timed if words.is_dose(key) else quoted(f'{key}: {value}')}`"
    if line[: span.column - 1].strip(" -"):
        return f"delete `{key}: {value}`" if isinstance(value, Text) else f"delete `{key}`"
    below = ", with all that is indented below it" if isinstance(value, list | dict) else ""
    return f"delete the line{below}"


def at_margin(document: Document, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield those of a file's `keys` that belong to the block above, and the hint for each."""
    for key in keys:
        span = document.locate_key((key,))
        _, columns_above = columns(document.lines, span.line - 1)
        if columns_above and columns_above[0] > 0:
            yield key, moved(document.source_line(span.line), columns_above[0])


def without_renamed(faults: Iterable[Any], empty: Collection[str]) -> Iterator[Any]:
    """Yield pydantic's faults but for missing keys that are there: `empty`, or mistyped."""
    faults = list(faults)
    unknown = [str(each["loc"][-1]) for each in faults if each["type"] == "extra_forbidden"]
    for fault in faults:
        key = str(fault["loc"][-1]) if fault["loc"] else ""
        written = key in empty or any(words.suggestion(each, [key]) for each in unknown)
        if fault["type"] != "missing" or not written:
            yield fault


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
    """Return the hint for a list of single keys where keys and values belong."""
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        return None
    span = document.locate(path)
    line = document.source_line(span.line)
    if document.is_flow(path):
        right = line.strip().replace("[", "{", 1)
        return f"write `{right.removesuffix(']')}}}`"
    return f"write `{' ' * row(line).indent}{row(line).content}`"
