"""Outline: lines as headings, items of lists with what stands below them, and blocks of text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from voicecoach.importing.plain_text.markup import Line

_LABELLED = re.compile(r"[^\W\d]\w*(?: [\w-]+){0,2}:\s")
# A line that is shorter does not go on in the next one.
_WRAPPED = 60


@dataclass(slots=True)
class Node:
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
    for line in lines:
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
    goes_on = line.text[:1].islower() or (
        len(before) > _WRAPPED and _LABELLED.match(line.text) is None
    )
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
