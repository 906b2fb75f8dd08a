"""Block hints: how a line that is no block, or no list of them, is to be written."""

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import Any

from voicecoach.language import words
from voicecoach.text.document import DataPath, Document, Text
from voicecoach.text.layout import row, with_dash
from voicecoach.text.quoting import in_flow

# How near a key is to a kind of block, so that it is a typo and not an exercise's name.
_ALIKE = 0.75
# What belongs to the line before it.
_REST_OF_LINE = re.compile(r"@|(?:each|per|both)\b", re.IGNORECASE)
_TIMES = re.compile(
    r"(?:(?:for|repeat|do)\s+)?([0-9]+)\s*(?:x|×|rounds?|sets?|times)(?:\s+(?:of|for))?",
    re.IGNORECASE,
)

Message = tuple[str, str | None]


def list_hint(document: Document, path: DataPath, data: Any, is_rest: Callable[[str], bool]) -> str:
    """Return how the value at `path`, which is no list, becomes a list of blocks.

    Lines are shown as a list in brackets, a block by its first line.
    """
    span, key_span = document.locate(path), document.locate_key(path)
    line = document.source_line(span.line)
    if span.line > key_span.line:
        lines = _lines_below(document, key_span.line, data)
        if lines:
            whole = f"{path[-1]}: {in_brackets(lines)}"
            return f"write `{whole}` in place of `{path[-1]}` and all that is below it"
        if isinstance(data, dict):
            span = document.locate_key((*path, next(iter(data))))
        return f"write `{with_dash(line) or moved_item(line)}`"
    lead = document.source_line(key_span.line)[: span.column - 1].lstrip()
    if isinstance(data, Text) and data.inline:
        parts = joined([part.strip() for part in data.split(",")], is_rest)
        return f"write `{lead}{in_brackets(parts)}`"
    if isinstance(data, Text):
        return f"write `{lead.rstrip()}`, and `- ` before each line below"
    return f"write `{lead}[{line[span.column - 1 :].rstrip()}]`"


def _lines_below(document: Document, key_line: int, data: Any) -> list[str]:
    """Return the lines without dashes that stand below a key in a line, none for a block."""
    if isinstance(data, dict):
        is_lines = all(isinstance(value, Text) and words.is_dose(value) for value in data.values())
        named = ((name, "x" * str(value).isdigit(), value) for name, value in data.items())
        return [f"{name} {times}{value}" for name, times, value in named] if is_lines else []
    if not isinstance(data, Text):
        return []
    column = row(document.source_line(key_line)).column
    below = takewhile(
        lambda line: not line.strip() or row(line).indent > column, document.lines[key_line:]
    )
    marked = [with_dash(line) or line for line in below if line.strip()]
    return [row(line).content for line in marked]


def moved_item(line: str) -> str:
    """Return a line as an item of a list, in its own column."""
    return f"{' ' * row(line).indent}- {line.strip()}"


def joined(items: Iterable[str], is_rest: Callable[[str], bool]) -> list[str]:
    """Return the lines that commas cut in pieces: a rest or a side belongs to the line before."""
    lines: list[str] = []
    for item in items:
        if lines and (is_rest(item) or _REST_OF_LINE.match(item)):
            lines[-1] += f", {item}"
        else:
            lines.append(item)
    return lines


def bracket_hint(items: Sequence[Any], is_rest: Callable[[str], bool]) -> str:
    """Return the hint for blocks in brackets, some of which belong to the line before them."""
    if not all(isinstance(item, Text) for item in items):
        return "put each line with a comma in quotes"
    return f"write `{in_brackets(joined(items, is_rest))}`"


def in_brackets(lines: Sequence[str]) -> str:
    """Return a list in brackets, its items in quotes where they need them."""
    return in_flow(list(lines))


def no_block(document: Document, path: DataPath, data: Any) -> Message:
    """Return the message and the hint for an item that is a list, or nothing."""
    if not isinstance(data, list):
        return "there is no block here", "delete the line, or write a block behind the dash"
    line = document.source_line(document.locate(path).line)
    if len(row(line).dashes) > 1:
        return "a list is no block", f"write `{' ' * row(line).indent}- {row(line).content}`"
    hint = "write one line such as `Plank 40s`, or keys such as `exercise: Plank`"
    return "a list is no block", hint


def of_the_file(document: Document, path: DataPath) -> str:
    """Return the hint for the key at `path`, which is one of the whole file, among its blocks."""
    span = document.locate_key(path)
    if document.locate(path).line > span.line:
        return "write it above `workout`, without a dash"
    content = row(document.source_line(span.line)).content
    return f"write `{content}` at the end of the file instead"


def two_kinds(document: Document, path: DataPath, first: str, second: str) -> Message:
    """Return the message and the hint for a block with two kind keys."""
    line = document.source_line(document.locate_key((*path, second)).line)
    indent = row(document.source_line(document.locate(path).line)).indent
    hint = f"write `{' ' * indent}- {line.strip()}`"
    if (first, second) == ("exercise", "pause"):
        hint = "did you mean `rest`?"
    elif not line.strip().startswith(second):
        hint = f"begin `{second}` with `- ` on a line of its own"
    return f"two blocks in one: `{first}` and `{second}`", hint


def list_of_titled(key: str, kind: str, value: Sequence[Any], flow: bool) -> Message:
    """Return the message and the hint for `superset: [A, B]`, whose list should be under `do`."""
    title = key.capitalize()
    right = f"- {kind}: {title}"
    if flow:
        items = [str(item) for item in value if isinstance(item, str)]
        right = f"- {{{kind}: {title}, do: {in_brackets(items)}}}"
    return f"`{kind}` takes a title, and its list stands under `do`", f"write `{right}`"


def named_by_key(
    document: Document, path: DataPath, data: dict[str, Any], kinds: Sequence[str]
) -> str | None:
    """Return how a block that begins with a name as its key is to be written, such as `Plank: 40s`.

    None where its first key is no name, but a kind of block that is mistyped or called otherwise.
    """
    name, value = next(iter(data.items()))
    if difflib.get_close_matches(name.lower(), kinds, 1, _ALIKE):
        return None
    is_dose = isinstance(value, Text) and words.is_dose(value)
    meant = words.meant(name, kinds)
    if meant is not None and not (is_dose and len(data) == 1 and meant not in ("rest", "pause")):
        return None
    if isinstance(value, list):
        times = _TIMES.fullmatch(name)
        return f"write `- repeat: {times[1]}`" if times else f"write `- circuit: {name}`"
    if isinstance(value, dict):
        span = document.locate((*path, name))
        braces = document.source_line(span.line)[span.column - 1 :].rstrip()
        if braces.startswith("{"):
            return f"write `- {{exercise: {name}, {braces[1:]}`"
        return f"write `- exercise: {name}`"
    if len(data) > 1 and (is_dose or value is None):
        return f"write `- exercise: {name}{f' {value}' if is_dose else ''}`"
    if len(data) > 1:
        return None
    if value is None:
        return f"write `- {name} 30s` or `- {name} x10`"
    if value.isdigit():
        return f"write `- {name} x{value}` or `- {name} {value}s`"
    return f"write `- {name} {value}`"
