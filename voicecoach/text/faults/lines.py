"""Faults of a whole line: its mark, its colon, its column. Each is shown as it should be."""

import difflib
import re

from voicecoach.text.faults.stop import Fault, Stop
from voicecoach.text.layout import (
    Row,
    columns,
    moved,
    row,
    with_colon,
    without_inner,
)
from voicecoach.text.traps import TIGHT_KEY

# YAML looks for the colon of a key no further than this, in characters.
_LONGEST_KEY = 1024
_ALIKE = 0.8


def tab_indents(stop: Stop) -> Fault | None:
    """Find a tab before the first word of a line."""
    text = stop.line
    if "\t" not in text[: len(text) - len(text.lstrip())]:
        return None
    return Fault(stop.at, "a tab indents this line", _moved(stop, stop.at[0]))


def key_below_line(stop: Stop) -> Fault | None:
    """Find a key that does not fit the line above it: a text, or keys in another column."""
    above = stop.above(stop.at[0])
    if stop.stray != ":" or above is None:
        return None
    line = row(stop.lines[above])
    if not line.key and line.dashes:
        return _keyless_item(stop, above)
    if (not line.key and ":" not in line.content) or TIGHT_KEY.match(line.content):
        return _no_colon(stop, above)
    return _misplaced(stop, stop.at[0])


def missing_colon(stop: Stop) -> Fault | None:
    """Find a line between keys that has no colon."""
    line, column = stop.begun
    far = stop.at[0] > line or stop.at[1] > column + _LONGEST_KEY
    return _no_colon(stop, line) if stop.in_token and far else None


def misfit(stop: Stop) -> Fault:
    """Take all the rest for a wrong column."""
    number = min(stop.at[0], len(stop.lines) - 1)
    line = row(stop.lines[number])
    above = stop.above(number)
    if line.key and above is not None:
        item = row(stop.lines[above])
        if item.dashes and not item.key and line.indent >= item.indent:
            return _keyless_item(stop, above)
    upper = row(stop.lines[above]) if above is not None else line
    if line.dashes and line.key and upper.value and upper.key and upper.column == line.indent:
        hint = f"write `{' ' * line.indent}{line.content}`"
        return Fault(stop.start_of(number), "this item stands among keys", hint)
    if line.dashes and not columns(stop.lines, number)[0] and stop.vocabulary.lists:
        return _listless(stop, number)
    if line.key or line.dashes:
        return _misplaced(stop, number)
    hint = "begin the items of one list, and the keys of one block, in the same column"
    return Fault(stop.at, "this line does not fit the lines above it", hint)


def _begins_list(stop: Stop, number: int) -> bool:
    """Return whether a line is the first of a list whose key is missing: `Plank 40s`."""
    content = row(stop.lines[number]).content
    above = [row(line) for line in stop.lines[:number]]
    return (
        bool(above and stop.vocabulary.lists)
        and not any(each.key in stop.vocabulary.lists or each.dashes for each in above)
        and _with_colon(stop, content) is None
        and re.search(r"(?:^|\s)[x×]?[0-9]", content) is not None
    )


def _listless(stop: Stop, number: int) -> Fault:
    hint = f"write `{stop.vocabulary.lists[0]}:` above"
    return Fault(stop.start_of(number), "this list belongs to no key", hint)


def _keyless_item(stop: Stop, number: int) -> Fault:
    """Return the fault of an item that is a text, and has keys below it."""
    content = row(stop.lines[number]).content
    right = _with_colon(stop, content) or f"exercise: {content}"
    message = "a line with keys below it needs a key of its own"
    return Fault(stop.start_of(number), message, f"write `- {right}`")


def _no_colon(stop: Stop, number: int) -> Fault:
    """Return the fault of a line that has no colon: it is a key, an item, or more of a text."""
    position = stop.start_of(number)
    line = row(stop.lines[number])
    if TIGHT_KEY.match(line.content):
        hint = f"write `{_with_colon(stop, line.content)}`"
        return Fault(position, "a key needs a space after its `:`", hint)
    if _begins_list(stop, number):
        return _listless(stop, number)
    right = _with_colon(stop, line.content) or _as_item(stop, number) or _as_text(stop, number)
    if right is None:
        first, _, rest = line.content.partition(" ")
        right = f"{first}: {rest}" if rest else f"{first}:"
    return Fault(position, "this line has no `:`", f"write `{right}`")


def _with_colon(stop: Stop, content: str) -> str | None:
    """Return a line with the colon behind its key, None if it does not begin with a key."""
    tight = TIGHT_KEY.match(content)
    if tight is not None:
        return f"{tight[1]}: {content[tight.end() :]}"
    other = with_colon(content)
    if other is not None:
        return other
    first, _, rest = content.partition(" ")
    if difflib.get_close_matches(first, stop.vocabulary.keys, 1, _ALIKE):
        return f"{first}: {rest}".rstrip()
    return None


def _as_item(stop: Stop, number: int) -> str | None:
    """Return a line as an item of the list around it, None if it is none."""
    above, line = stop.above(number), row(stop.lines[number])
    if above is None:
        return None
    upper = row(stop.lines[above])
    if upper.key in stop.vocabulary.lists and not upper.value:
        return f"{' ' * max(line.column, upper.column)}- {line.content}"
    dashes, _ = columns(stop.lines, number)
    goes_on = upper.value and line.content[0].islower() and not re.search("[0-9]", line.content)
    if goes_on or not dashes:
        return None
    is_text = bool(upper.dashes) and not upper.key
    return f"{' ' * dashes[0]}- {line.content}" if is_text or line.column in dashes else None


def _as_text(stop: Stop, number: int) -> str | None:
    """Return a line as more of the text above it, None if there is no key above."""
    above = stop.above(number)
    if above is None or not row(stop.lines[above]).key:
        return None
    return f"{' ' * (row(stop.lines[above]).column + 2)}{row(stop.lines[number]).content}"


def _misplaced(stop: Stop, number: int) -> Fault:
    line, above = row(stop.lines[number]), stop.above(number)
    if line.key and line.key == _first_key(stop, number, line.column):
        right = f"{' ' * line.column}- {line.content}"
        return Fault(stop.start_of(number), "this block has no dash", f"write `{right}`")
    holder = row(stop.lines[above]) if above is not None and line.dashes else line
    if holder.key in stop.vocabulary.holders and holder.value:
        return Fault(stop.start_of(number), *without_inner(holder, stop.vocabulary))
    what = (
        "item does not begin in the column of its list"
        if line.dashes
        else ("key does not begin in the column of the keys around it")
    )
    return Fault(stop.start_of(number), f"this {what}", _moved(stop, number))


def _first_key(stop: Stop, number: int, column: int) -> str:
    """Return the first key of the nearest item above whose dash stands in a column."""
    items = (row(line) for line in reversed(stop.lines[:number]))
    return next((item.key for item in items if item.dashes[:1] == (column,)), "")


def _moved(stop: Stop, number: int) -> str:
    """Return the hint that shows a line in the nearest column in which it can stand."""
    line = row(stop.lines[number])
    dashes, keys = columns(stop.lines, number)
    above = stop.above(number)
    if above is not None:
        upper = row(stop.lines[above])
        if upper.key and not upper.value:
            # The first line below a key is deeper than the key.
            dashes, keys = [upper.column + 2], [*keys, upper.column + 2]
    return moved(stop.lines[number], _nearest(line, dashes if line.dashes else keys))


def _nearest(line: Row, found: list[int]) -> int:
    """Return the column nearest to that of a line; of two, that of the line further down."""
    return min(found, key=lambda column: abs(column - line.indent), default=line.indent)
