"""Layout: in which columns the lists and keys of a file stand, line by line.

It is read from the lines alone, as a person sees them, since YAML gives no answer where it stopped.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from voicecoach.text.vocabulary import Vocabulary

# Blanks that look like a space and are none to YAML: phones and word processors write them.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
ODD_BLANK = "\u00a0\u2007\u2009\u202f\u3000"
# A mark of a list as people write it elsewhere, or a dash without its blank.
_MARK = re.compile(
    rf"\s*(?P<mark>(?:[•·‣◦▪●*+–—−]|--+|[0-9]{{1,2}}[.)])(?:\s+|(?=[^\W\d]))|-(?=[^\s-])|-[{ODD_BLANK}]+)"
    r"(?P<item>\S.*)"
)
# What stands for a colon elsewhere.
_OTHER_COLON = re.compile(r"(?P<key>[\w-]+)\s*[=：;]\s*(?P<value>.*)")
_LINE = re.compile(r"(?P<indent>\s*)(?P<dashes>(?:-\s+)*)(?P<content>.*?)\s*$")
_KEY = re.compile(r"""(?P<key>[\w-]+|"[^"]*"|'[^']*'):(?:\s+(?P<value>\S.*))?$""")


class Row(NamedTuple):
    """A line: the columns (from 0) of its dashes and of what follows them, and its key, if any."""

    dashes: tuple[int, ...]
    column: int
    content: str
    key: str
    value: str

    @property
    def indent(self) -> int:
        """The column of the first character."""
        return self.dashes[0] if self.dashes else self.column


def row(line: str) -> Row:
    """Return what a line is made of; a tab counts as two spaces."""
    found = _LINE.match(line.expandtabs(2))
    assert found is not None
    start = found.start("dashes")
    dashes = tuple(start + each.start() for each in re.finditer("-", found["dashes"]))
    key = _KEY.match(found["content"])
    return Row(
        dashes,
        found.start("content"),
        found["content"],
        key["key"] if key else "",
        (key["value"] or "") if key else "",
    )


class Outline:
    """The lists and keys that each line of a file stands in, found in one pass."""

    def __init__(self, lines: Iterable[str]) -> None:
        # Of what is above each line: the last row, and those that this one stands in.
        self._above: list[tuple[Row, _Enclosing | None] | None] = [None]
        enclosing: _Enclosing | None = None
        for line in lines:
            text = line.strip()
            if not text or text.startswith("#"):
                self._above.append(self._above[-1])
                continue
            found = row(line)
            self._above.append((found, enclosing))
            if found.key or found.dashes:
                while enclosing is not None and enclosing.row.indent >= found.indent:
                    enclosing = enclosing.around
                enclosing = _Enclosing(found, enclosing)

    def columns(self, number: int) -> tuple[list[int], list[int]]:
        """Return the columns of the lists, and those of the keys, around a line, nearest first.

        Lines are numbered from 0.
        """
        above = self._above[number]
        if above is None:
            return [], []
        found, enclosing = above
        keys = [found.column] if found.key else []
        dashes = list(reversed(found.dashes))
        nearest = found.indent
        while enclosing is not None:
            found, enclosing = enclosing
            if found.key and found.column < nearest:
                keys.append(found.column)
            dashes += [dash for dash in reversed(found.dashes) if dash < nearest]
            nearest = min(nearest, found.indent)
        return dashes, keys


class _Enclosing(NamedTuple):
    """A row, and the nearest one above that stands further left."""

    row: Row
    around: "_Enclosing | None"


def columns(lines: list[str], number: int) -> tuple[list[int], list[int]]:
    """Return the columns of the lists, and those of the keys, around a line, nearest first."""
    return Outline(lines[:number]).columns(number)


def with_dash(line: str) -> str | None:
    """Return a line with `- ` for another mark of a list, None if it has none."""
    found = _MARK.match(line)
    if found is None:
        return None
    return f"{' ' * row(line).indent}- {found['item'].rstrip()}"


def moved(line: str, column: int) -> str:
    """Return the hint that shows a line as it begins in a column (from 0)."""
    return _whole(f"{' ' * column}{line.strip()}")


def _whole(line: str) -> str:
    return f"write `{line}`{'' if line[:1].isspace() else ' at the start of the line'}"


def without_inner(above: Row, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the message and the hint for a list right below a key that holds it one key deeper."""
    inner = vocabulary.inner
    message = f"the list of a `{above.key}` stands under `{inner}`"
    return message, f"write `{' ' * above.column}{inner}:` above"


def spaces_hint(line: str) -> tuple[str, str]:
    """Return the message and the hint for a line with blanks that look like a space."""
    right = re.sub(f"[{ODD_BLANK}]", " ", re.sub(f"[{_INVISIBLE}]", "", line)).rstrip()
    return "a blank in this line is not the usual space", _whole(right)


def with_colon(content: str) -> str | None:
    """Return a key and its value with the colon between them, None without what stands for it."""
    found = _OTHER_COLON.match(content)
    return found and f"{found['key']}: {found['value']}".rstrip()


def misleads(line: str) -> bool:
    """Return whether such a blank stands where YAML needs a space."""
    lead = r"[ \t]*(?:-[ \t]+)*(?:-|[\w-]+:)?"
    return re.match(f"{lead}[{ODD_BLANK}{_INVISIBLE}]", line) is not None
