"""Tree: a YAML file as it is written, with what means nothing to YAML but something to its author.

PyYAML's events give style, anchors and marks; comments and blank lines are found between them
(`voicecoach.language.fmt.comments`).
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

import yaml
from msgspec import Struct, field

Mark = tuple[int, int]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RARE_BREAK = re.compile("[\x85\u2028\u2029]")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


class Scalar(Struct):
    """A text. `header` and `lines` are those of a block scalar, without its indentation.

    `kept` says, here and of a collection, that its values stay as they are written.
    """

    branches: ClassVar[tuple["Branch", ...]] = ()
    value: str
    style: str
    start: Mark
    end: Mark
    anchor: str | None = None
    header: str = ""
    header_end: Mark = (0, 0)
    lines: list[str] = field(default_factory=list)
    kept: bool = False


class Alias(Struct):
    """What stands for something else: `*anchor`."""

    branches: ClassVar[tuple["Branch", ...]] = ()
    anchor: str
    start: Mark
    end: Mark


class Collection(Struct):
    """A mapping or a list. `foot` are the comments after its last branch."""

    mapping: bool
    flow: bool
    start: Mark
    end: Mark
    anchor: str | None = None
    branches: list["Branch"] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    kept: bool = False


Node = Scalar | Alias | Collection


class Branch(Struct):
    """A key with its value, or an item of a list.

    `before` are the comments and blank lines above it (a blank line is empty), `beside` is the
    comment at its end. `name` is the key's text, whatever it is written as.
    """

    parent: Collection
    start: Mark
    value: Node
    key: Scalar | Alias | None = None
    name: str = ""
    before: list[str] = field(default_factory=list)
    beside: str | None = None


def build(text: str, lines: list[str]) -> Node:
    """Return the tree of a YAML text that has been read without an error."""
    parsed: Iterator[Any] = yaml.parse(text, Loader=_Loader)
    events = (each for each in parsed if isinstance(each, yaml.NodeEvent | yaml.CollectionEndEvent))
    return _Builder(events, lines).node(next(events))


def anchors_in(*nodes: Node | None) -> tuple[set[str], set[str]]:
    """Return the anchors that are defined in nodes, and those that they refer to."""
    defined: set[str] = set()
    used: set[str] = set()
    for node in nodes:
        if isinstance(node, Alias):
            used.add(node.anchor)
        elif node is not None and node.anchor is not None:
            defined.add(node.anchor)
        for branch in node.branches if node is not None else ():
            inner = anchors_in(branch.key, branch.value)
            defined |= inner[0]
            used |= inner[1]
    return defined, used


def _place(mark: Any) -> Mark:
    return mark.line, mark.column


class _Builder:
    """Builds nodes from events, each with the place it stands at."""

    def __init__(self, events: Iterator[Any], lines: list[str]) -> None:
        self._events = events
        self._lines = lines
        self._texts: dict[str, str] = {}

    def node(self, event: Any) -> Node:
        """Return the node that begins with an event."""
        start = _place(event.start_mark)
        end = _place(event.end_mark)
        if isinstance(event, yaml.AliasEvent):
            return Alias(str(event.anchor), start, end)
        if isinstance(event, yaml.ScalarEvent):
            scalar = Scalar(event.value, event.style or "", start, end, event.anchor)
            if event.anchor is not None:
                self._texts[event.anchor] = event.value
            if scalar.style and scalar.style in "|>":
                self._read_block_scalar(scalar)
            return scalar
        mapping = isinstance(event, yaml.MappingStartEvent)
        made = Collection(mapping, bool(event.flow_style), start, end, event.anchor)
        for inner in self._events:
            if isinstance(inner, yaml.CollectionEndEvent):
                made.end = _place(inner.end_mark)
                break
            made.branches.append(self._branch(made, inner))
        return made

    def _branch(self, parent: Collection, event: Any) -> Branch:
        first = self.node(event)
        if not parent.mapping:
            start = first.start if parent.flow else self._dash(parent, first.start)
            return Branch(parent, start, first)
        assert not isinstance(first, Collection)  # a key is a word
        name = self._texts[first.anchor] if isinstance(first, Alias) else first.value
        return Branch(parent, first.start, self.node(next(self._events)), first, name)

    def _dash(self, parent: Collection, value: Mark) -> Mark:
        """Return where the dash of an item stands, on its value's line or above it."""
        earliest = parent.branches[-1].start[0] if parent.branches else parent.start[0]
        column = _dash_column(self._lines, parent, earliest)
        for line in range(value[0], earliest - 1, -1):
            if self._lines[line][column : column + 1] == "-":
                return line, column
        return value[0], column

    def _read_block_scalar(self, scalar: Scalar) -> None:
        first, column = scalar.start
        found = _BLOCK_HEADER.search(self._lines[first], column)
        while found is None:
            # The header may stand on a line below its anchor.
            first += 1
            found = _BLOCK_HEADER.search(self._lines[first])
        scalar.header, scalar.header_end = found[0], (first, found.end())
        content = self._lines[first + 1 : scalar.end[0] + (scalar.end[1] > 0)]
        if "+" not in scalar.header:
            while content and not content[-1].strip():
                content.pop()
        indent = _indentation(content, scalar)
        scalar.lines = [line[indent:] if line.strip() else "" for line in content]
        scalar.end = (first + len(content), len(content[-1])) if content else scalar.header_end
        if _RARE_BREAK.search(scalar.value):
            # YAML breaks lines there and keeps them: in quotes they can be seen.
            scalar.header = ""


def _dash_column(lines: list[str], parent: Collection, line: int) -> int:
    """Return the column of a list's dashes: after its anchor they stand on lines below."""
    if parent.branches:
        return parent.branches[-1].start[1]
    if parent.anchor is None and lines[parent.start[0]][parent.start[1] :].startswith("-"):
        return parent.start[1]
    for text in lines[line + 1 :]:
        if text.lstrip().startswith("-"):
            return len(text) - len(text.lstrip())
    return parent.start[1]


def _indentation(content: list[str], scalar: Scalar) -> int:
    """Return the indentation of a block scalar's text."""
    indents = [len(line) - len(line.lstrip(" ")) for line in content if line.strip()]
    if not indents:
        return 0
    if not re.search("[0-9]", scalar.header):
        return indents[0]
    # With an indicator, the first line may begin with spaces of its own.
    kept = [len(line) - len(line.lstrip(" ")) for line in scalar.value.split("\n") if line.strip()]
    return indents[0] - (kept[0] if kept else 0)
