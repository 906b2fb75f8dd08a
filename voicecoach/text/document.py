"""Document: a YAML file as plain data, with the place of every key and value.

Scalars stay text, whatever YAML would make of them: `1:30`, `no` and `007` are what was written. An
empty value is None.
"""

from functools import cached_property
from typing import Any

import yaml
from msgspec import Struct, field

from voicecoach.problems import Problem, Span
from voicecoach.text import traps
from voicecoach.text.layout import Outline, misleads, row, spaces_hint
from voicecoach.text.quoting import in_curly_quotes
from voicecoach.text.vocabulary import Words

DataPath = tuple[str | int, ...]


class Text(str):
    """A scalar as it was written, and where: `span` is the whole of it.

    `inline` says that the text stands in its line letter by letter, so that a part of it can be
    pointed at; `quoted` that it stands in quotes or in lines of its own, and so is no plain word.
    """

    span: Span
    inline: bool
    quoted: bool

    def __new__(cls, text: str, span: Span, inline: bool = True, quoted: bool = False) -> "Text":
        """Return `text` as written at `span`."""
        made = super().__new__(cls, text)
        made.span, made.inline, made.quoted = span, inline, quoted
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how it is made anew, in another process."""
        return Text, (str(self), self.span, self.inline, self.quoted)

    def part(self, start: int, end: int) -> "Text":
        """Return the characters from `start` up to `end`, which know where they stand."""
        span = self.span.part(start, end - start) if self.inline else self.span
        return Text(self[start:end], span, self.inline)


Data = Text | list[Any] | dict[str, Any] | None


class Document(Struct, dict=True):
    """A YAML file as plain data (`data`), and where its values and keys stand.

    `flow` are the lists that are written in brackets.
    """

    file: str
    lines: list[str]
    data: Data = None
    values: dict[DataPath, Span] = field(default_factory=dict)
    keys: dict[DataPath, Span] = field(default_factory=dict)
    flow: set[DataPath] = field(default_factory=set)

    def locate(self, path: DataPath) -> Span:
        """Return where the value at `path` stands, or the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Span(self.file, 1))

    def locate_key(self, path: DataPath) -> Span:
        """Return where the last key of `path` stands, or its value where it has no key."""
        return self.keys.get(path) or self.locate(path)

    def has_key(self, path: DataPath) -> bool:
        """Return whether the last key of `path` is written in the file."""
        return path in self.keys

    def is_flow(self, path: DataPath) -> bool:
        """Return whether the list at `path` is written in brackets."""
        return path in self.flow

    def source_line(self, line: int) -> str:
        """Return the text of a line (from 1); lines beyond the end are empty."""
        return self.lines[line - 1] if line <= len(self.lines) else ""

    def columns(self, line: int) -> tuple[list[int], list[int]]:
        """Return the columns of the lists, and of the keys, around a line (from 1), nearest first.

        Columns count from 0.
        """
        return self._outline.columns(line - 1)

    @cached_property
    def _outline(self) -> Outline:
        return Outline(self.lines)

    def problem(
        self, span: Span, message: str, hint: str | None = None, code: str = "invalid"
    ) -> Problem:
        """Return a problem that shows its line."""
        return Problem(span, message, hint, code, self.source_line(span.line))


class Conversion:
    """Makes data of a document's nodes and notes where they stand; `problems` are what is wrong."""

    def __init__(self, document: Document, vocabulary: Words) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._vocabulary = vocabulary

    def data(self, node: yaml.Node, path: DataPath = ()) -> Data:
        """Return the data of a node, which stands at `path`."""
        span = self._document.values[path] = self._span(node)
        trap = traps.find(node, span, self._document.lines, self._vocabulary)
        if trap is not None:
            self._problem(*trap)
            return None
        if isinstance(node, yaml.ScalarNode):
            return None if traps.is_empty(node) else self._text(node, span)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        assert isinstance(node, yaml.SequenceNode)
        if node.flow_style:
            self._document.flow.add(path)
        return [self.data(item, (*path, index)) for index, item in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, path: DataPath) -> dict[str, Data]:
        data: dict[str, Data] = {}
        merged: dict[str, Data] = {}
        for key_node, value_node in node.value:
            key, span = key_node.value, self._span(key_node)
            line = self._document.source_line(span.line)
            if not isinstance(key_node, yaml.ScalarNode) or not key:
                self._problem(span, "a key must be a word")
            elif misleads(line):
                self._problem(span, *spaces_hint(line))
            elif key_node.tag.endswith(":merge"):
                self._merge(value_node, path, merged)
            elif key in data:
                hint = self._twice(path, key, value_node, span)
                self._problem(span, f"`{key}` is written twice", hint, "duplicate-key")
            else:
                self._document.keys[(*path, key)] = span
                data[key] = self.data(value_node, (*path, key))
        return {**{key: value for key, value in merged.items() if key not in data}, **data}

    def _twice(self, path: DataPath, key: str, value: yaml.Node, span: Span) -> str:
        """Return the hint for a key at `span` that stands in its mapping already."""
        first = self._document.keys[(*path, key)].line
        line, upper = self._document.source_line(span.line), row(self._document.source_line(first))
        if line[: span.column - 1].strip(" -"):
            return f"delete `{key}: {value.value}`: it first stands in line {first}"
        if upper.dashes and upper.key == key:
            # The first key of a block, once more: here begins another one.
            return f"write `{' ' * upper.dashes[-1]}- {line.strip()}`"
        return f"delete the line: it first stands in line {first}"

    def _merge(self, node: yaml.Node, path: DataPath, merged: dict[str, Data]) -> None:
        """Add the keys that `<<` brings in: the first mapping that has a key gives it."""
        for source in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if not isinstance(source, yaml.MappingNode):
                self._problem(self._span(source), "`<<` takes a mapping")
                continue
            for key, value in self._mapping(source, path).items():
                merged.setdefault(key, value)

    def _problem(
        self, span: Span, message: str, hint: str | None = None, code: str = "yaml"
    ) -> None:
        self.problems.append(self._document.problem(span, message, hint, code))

    def _text(self, node: yaml.ScalarNode, span: Span) -> Text:
        value = node.value
        line = self._document.source_line(span.line)
        curly = in_curly_quotes(value)
        if curly is not None and line.startswith(value, span.column - 1):
            # A keyboard made them of straight ones.
            return Text(curly, span.part(1, len(curly)), quoted=True)
        marked = line[span.column - 1 : span.column] in ("'", '"')
        inline = line.startswith(value, span.column - 1 + marked)
        span = span.part(1, len(value)) if marked and inline else span
        return Text(value, span, inline, quoted=bool(node.style))

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        last = end.column
        if end.line != start.line:
            last = len(self._document.source_line(start.line + 1).rstrip())
        if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
            last = node.value[0][0].end_mark.column
        length = max(1, last - start.column)
        return Span(self._document.file, start.line + 1, start.column + 1, length)
