"""Outline: the lines of a workout as steps, headings, and what is repeated.

`Main set 4x`, or `4x` by itself, is done four times: all below it up to a blank line or a heading;
or, where what is below it is indented, all that is indented.
"""

import re
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

_BULLET = re.compile(r"(?:[-–•](?![-–])|\*(?= )) ?(.*)")
_COUNT = re.compile(r"(?<![\w.,/])([0-9]{1,4})\s?[x×](?!\w)(?!\s?[0-9])", re.IGNORECASE)
_OPENER = re.compile(r"(?P<label>[^0-9]*?)\(?(?P<count>[0-9]{1,4})\s?[x×]\)?\s*:?", re.IGNORECASE)
_USUAL_HEADING = re.compile(r"(?:warm|cool|main|set|block)", re.IGNORECASE)
_TAB = 4
_LONGEST_HEADING = 60


class Kind(Enum):
    """What a line is."""

    BLANK = "blank"
    HEADING = "heading"
    STEP = "step"


class Item(Struct, frozen=True):
    """A line: its `text` without marks, how far it is indented, and how often it says to repeat.

    A `dashed` heading begins like a step, but says nothing else than how often.
    """

    kind: Kind
    line: int
    indent: int = 0
    text: str = ""
    count: int | None = None
    dashed: bool = False
    marks: str = ""

    @property
    def is_section(self) -> bool:
        """Whether a heading is that of a part of a workout, as they are usually called."""
        return _USUAL_HEADING.match(self.text) is not None

    @property
    def is_prose(self) -> bool:
        """Whether a heading is a note rather than a title."""
        return self.marks == ">" or len(self.text) > _LONGEST_HEADING or self.text.endswith(".")


def items_of(lines: Sequence[str]) -> list[Item]:
    """Return the lines of a workout as items."""
    return [_item(number, line) for number, line in enumerate(lines, start=1)]


def _item(number: int, line: str) -> Item:
    begins = line[: len(line) - len(line.lstrip())]
    indent, line = len(begins.expandtabs(_TAB)), " ".join(line.split())
    bullet = _BULLET.fullmatch(line)
    if bullet is not None and any(map(str.isalnum, bullet[1])):
        opener = _OPENER.fullmatch(bullet[1])
        if opener is None:
            return Item(Kind.STEP, number, indent, bullet[1])
        label, times = _cleaned(opener["label"]), int(opener["count"])
        return Item(Kind.HEADING, number, indent, label, times, dashed=True)
    if line.startswith("```") or not any(map(str.isalnum, line)):
        return Item(Kind.BLANK, number)
    found = _COUNT.search(line)
    label = line if found is None else f"{line[: found.start()]} {line[found.end() :]}"
    count = int(found[1]) if found else None
    return Item(Kind.HEADING, number, indent, _cleaned(label), count, marks=line[0])


def _cleaned(text: str) -> str:
    """Return a heading without marks, and without what was around its count."""
    text = text.replace("**", "").replace("__", "").lstrip("#> ").rstrip("#: ")
    return " ".join(text.replace("( )", "").replace("()", "").split()).strip(" -–,:(")
