"""Outline: lines as headings, items of lists with what stands below them, and blocks of text."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.importing.plain_text.markup import Line

# A line that is shorter does not go on in the next one.
_WRAPPED = 60
# Nor does one go on in a line that begins with a name: `Side plank: 30 s`.
_NAMED = re.compile(r"(?=[^\W\d_])[^.:;,!?]{2,60}:\s+\S")


class Node(Struct):
    """A heading, an item, or a block of lines that no blank line parts.

    `texts` are the lines of a block or item, each with its number; `children` what stands below an
    item, `label` what it is called in a superset.
    """

    kind: Literal["heading", "item", "block"]
    text: str
    line: int
    level: int = 0
    indent: int = 0
    texts: list[tuple[int, str]] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    label: str = ""


def outline(lines: Sequence[Line]) -> list[Node]:
    """Return the nodes at the top of a file."""
    top: list[Node] = []
    open_items: list[Node] = []
    is_parted = True
    for line in _with_indented_items(lines):
        if line.kind in ("blank", "rule"):
            is_parted = True
            if line.kind == "rule":
                open_items = []
            continue
        if line.kind == "heading" and not (open_items and line.indent > open_items[-1].indent):
            open_items = []
            top.append(Node("heading", line.text, line.number, line.level))
        elif line.kind == "item":
            while open_items and open_items[-1].indent >= line.indent:
                open_items.pop()
            texts = [(line.number, line.text)]
            node = Node("item", line.text, line.number, 0, line.indent, texts, label=line.label)
            (open_items[-1].children if open_items else top).append(node)
            open_items.append(node)
        else:
            _add_text(line, top, open_items, is_parted)
        is_parted = False
    return top


def _with_indented_items(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines, those as items that stand deeper right below a count: `6 sets of:`."""
    indent: int | None = None
    for line in lines:
        if indent is not None and line.kind == "text" and line.indent > indent:
            yield replace(line, kind="item")
            continue
        counts = line.kind in ("text", "heading") and line.text[:1].isdigit()
        indent = line.indent if counts and line.text.endswith(":") else None
        yield line


def _add_text(line: Line, top: list[Node], open_items: list[Node], is_parted: bool) -> None:
    """Add a line of text to the item that it belongs to, or to a block."""
    item = open_items[-1] if open_items else None
    if item is not None and line.indent > item.indent:
        if is_parted or item.children:
            block = Node("block", line.text, line.number, texts=[(line.number, line.text)])
            item.children.append(block)
        else:
            item.text = f"{item.text}{_joint(item, line.text)}{line.text}"
            item.texts.append((line.number, line.text))
        return
    if item is not None and not is_parted and line.text[:1].islower():
        item.text = f"{item.text} {line.text}"
        return
    open_items.clear()
    if is_parted or not top or top[-1].kind != "block":
        top.append(Node("block", line.text, line.number, texts=[(line.number, line.text)]))
        return
    number, before = top[-1].texts[-1]
    is_wrapped = len(before) > _WRAPPED and _NAMED.match(line.text) is None
    goes_on = line.text[:1].islower() or is_wrapped
    if goes_on and before[-1:] not in ".!?:":
        top[-1].texts[-1] = (number, f"{before} {line.text}")
    else:
        top[-1].texts.append((line.number, line.text))


def _joint(item: Node, text: str) -> str:
    """Return what joins a line to an item: below a name or sentence that ends, a new one begins."""
    _, before = item.texts[-1]
    goes_on = not text[:1].isupper() or len(before) > _WRAPPED or before[-1:] in ".!?:;,-–—(&/"
    if goes_on:
        return " "
    is_name = not any(character.isdigit() or character == ":" for character in item.text)
    return ": " if is_name else ". "
