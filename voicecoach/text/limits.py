"""YAML's limits: what is refused while it is still a stream of events, before anything is built.

Nothing is nested too deep or grows too large, and an alias stands for what one anchor names.
"""

import re
from typing import Any

import yaml
from msgspec import Struct

from voicecoach.text.faults.stop import Fault, Position
from voicecoach.text.quoting import quoted_hint

MAX_DEPTH = 100
MAX_NODES = 100_000
# Ten times what a file may hold.
MAX_CHARACTERS = 10_000_000

_TOO_DEEP = f"nested more than {MAX_DEPTH} deep"
_TOO_MANY = f"more than {MAX_NODES} values once the aliases are written out"
_TOO_LONG = f"more than {MAX_CHARACTERS} characters once the aliases are written out"

_Refused = tuple[str, str | None] | None


class _Size(Struct, frozen=True):
    """How many nodes there are, and how many characters in their scalars."""

    nodes: int = 0
    characters: int = 0

    def plus(self, other: "_Size") -> "_Size":
        return _Size(self.nodes + other.nodes, self.characters + other.characters)

    def less(self, other: "_Size") -> "_Size":
        return _Size(self.nodes - other.nodes, self.characters - other.characters)


class Stream:
    """The events of a YAML text in `lines`; aliases count as what they stand for, written out.

    `open` are the collections that have begun and not yet ended, the outermost first.
    """

    def __init__(self, lines: list[str]) -> None:
        self.open: list[Any] = []
        self._lines = lines
        self._documents = 0
        self._size = _Size()
        # What there was before each open collection, and what each anchor stands for: None while
        # its collection is open.
        self._before: list[_Size] = []
        self._sizes: dict[str, _Size | None] = {}

    def refusal(self, text: str, loader: Any) -> Fault | None:
        """Read the events of `text`, and return what is refused.

        Raises yaml.YAMLError as parsing does.
        """
        event: Any
        try:
            for event in yaml.parse(text, Loader=loader):
                refused = self._take(event)
                if refused is not None:
                    return Fault((event.start_mark.line, event.start_mark.column), *refused)
        except yaml.MarkedYAMLError:
            position = _too_deep(text, loader)
            if position is None:
                raise
            return Fault(position, _TOO_DEEP)
        return None

    def _take(self, event: Any) -> _Refused:
        """Count an event; return message and hint if it is refused."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    return "a second document begins here", "delete the line `---`"
            case yaml.AliasEvent():
                return self._stand_in(event)
            case yaml.NodeEvent():
                return self._begin(event)
            case yaml.CollectionEndEvent():
                anchor, before = self.open.pop().anchor, self._before.pop()
                if anchor is not None:
                    self._sizes[anchor] = self._size.less(before)
        return None

    def _begin(self, event: Any) -> _Refused:
        if event.anchor in self._sizes:
            return "this anchor is defined twice", "give each anchor a name of its own"
        opens = isinstance(event, yaml.CollectionStartEvent)
        if opens:
            self.open.append(event)
            self._before.append(self._size)
        own = _Size(1, 0 if opens else len(event.value))
        if event.anchor is not None:
            self._sizes[event.anchor] = None if opens else own
        self._size = self._size.plus(own)
        return (_TOO_DEEP, None) if len(self.open) > MAX_DEPTH else self._too_many()

    def _stand_in(self, event: Any) -> _Refused:
        if event.anchor not in self._sizes:
            mark = event.start_mark
            hint = quoted_hint(self._lines[mark.line], mark.column)
            return "`*` begins an alias in YAML, and none has this name", hint
        size = self._sizes[event.anchor]
        if size is None:
            return "this alias stands inside what it stands for", None
        self._size = self._size.plus(size)
        return self._too_many()

    def _too_many(self) -> _Refused:
        if self._size.characters > MAX_CHARACTERS:
            return _TOO_LONG, None
        return (_TOO_MANY, None) if self._size.nodes > MAX_NODES else None


def _too_deep(text: str, loader: Any) -> Position | None:
    """Return where a text that the library refuses goes too deep, however deep the library goes.

    A library with a limit of its own refuses what it has read ahead, before the events of it are
    out. So read again up to where it stopped, and on from the innermost collection there.
    """
    nesting: list[Any] = []
    while True:
        found = _nesting(text, loader, nesting[:-1])
        if len(found) > MAX_DEPTH:
            return found[MAX_DEPTH].line, found[MAX_DEPTH].column
        if len(found) <= len(nesting):
            return None
        nesting = found
        start = nesting[-1].index
        text = re.sub("[^\r\n\x85\u2028\u2029]", " ", text[:start]) + text[start:]


def _nesting(text: str, loader: Any, around: list[Any]) -> list[Any]:
    """Return where the last collection begins that is read, below all that it stands in.

    `around` are those that `text` stands in. What is too deep or refused is the end of reading.
    """
    event: Any
    innermost, nesting = around, list(around)
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.CollectionEndEvent):
                nesting.pop()
            elif isinstance(event, yaml.CollectionStartEvent):
                nesting.append(event.start_mark)
                innermost = list(nesting)
            if len(nesting) > MAX_DEPTH:
                break
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark
        if mark.index < len(text):
            return _nesting(text[: mark.index], loader, around)
    return innermost
