"""Source: YAML text to plain data, with the place of every key and value.

Scalars stay text, whatever YAML would make of them: `1:30`, `no` and `007` are what was written. An
empty value is None. Hostile input is refused while it is still a stream of events, before anything
is built from it, so memory stays flat.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from voicecoach.problems import Problem, RoutineError, Span, WrongUsageError
from voicecoach.text import faults, limits, traps

MAX_BYTES = 1_000_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = re.compile(r"tag:yaml\.org,2002:(str|int|float|bool|null|timestamp|merge|value)$")

# What ends a line for YAML 1.1, and so counts in its marks.
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

DataPath = tuple[str | int, ...]


class Text(str):
    """A scalar as it was written, and where: `span` is the whole of it.

    `inline` says that the text stands in its line letter by letter, so that a part of it can be
    pointed at.
    """

    span: Span
    inline: bool

    def __new__(cls, text: str, span: Span, inline: bool = True) -> "Text":
        """Return `text` as written at `span`."""
        made = super().__new__(cls, text)
        made.span, made.inline = span, inline
        return made

    def part(self, start: int, end: int) -> "Text":
        """Return the characters from `start` up to `end`, which know where they stand."""
        span = self.span.part(start, end - start) if self.inline else self.span
        return Text(self[start:end], span, self.inline)


Data = Text | list[Any] | dict[str, Any] | None


@dataclass(slots=True)
class Document:
    """A YAML file as plain data (`data`), and where each part of it stands."""

    file: str
    lines: list[str]
    data: Data = None
    _values: dict[DataPath, Span] = field(default_factory=dict)
    _keys: dict[DataPath, Span] = field(default_factory=dict)
    _flow: set[DataPath] = field(default_factory=set)

    def locate(self, path: DataPath) -> Span:
        """Return where the value at `path` stands, or the nearest value around it."""
        while path not in self._values:
            path = path[:-1]
        return self._values[path]

    def locate_key(self, path: DataPath) -> Span:
        """Return where the last key of `path` stands, or its value where it has no key."""
        return self._keys.get(path) or self.locate(path)

    def has_key(self, path: DataPath) -> bool:
        """Return whether the last key of `path` is written in the file."""
        return path in self._keys

    def is_flow(self, path: DataPath) -> bool:
        """Return whether the list at `path` is written in brackets."""
        return path in self._flow

    def source_line(self, line: int) -> str:
        """Return the text of a line (from 1); lines beyond the end are empty."""
        return self.lines[line - 1] if line <= len(self.lines) else ""

    def problem(
        self, span: Span, message: str, hint: str | None = None, code: str = "invalid"
    ) -> Problem:
        """Return a problem that shows its line."""
        return Problem(span, message, hint, code, self.source_line(span.line))


def read_document(path: Path, name: str | None = None) -> Document:
    """Read the file at `path`, called `name` in messages.

    Raises WrongUsageError where there is no readable file and RoutineError where it is not YAML
    that can be a routine.
    """
    name = name or str(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise WrongUsageError(f"{name} is a directory, not a routine") from None
    except FileNotFoundError:
        raise WrongUsageError(f"{name} does not exist", "check the path of the routine") from None
    except OSError as error:
        raise WrongUsageError(f"{name} cannot be read: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        _refuse(Document(name, []), 1, 1, "the file is larger than 1 MB", "a routine is a few kB")
    return parse_document(_decode(content, name), name)


def parse_document(text: str, name: str) -> Document:
    """Return the document that `text` holds. Raises RoutineError."""
    document = Document(name, _LINE_BREAK.split(text))
    try:
        overrun = limits.overrun(text, _Loader)
        if overrun is not None:
            _refuse(document, *overrun)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise RoutineError([faults.explain(error, name, document.lines)]) from None
    except yaml.reader.ReaderError:
        _refuse_control_character(document)
    if root is None or traps.is_empty(root):
        _refuse(document, 1, 1, "the file is empty", "a routine needs `title` and `workout`")
    problems: list[Problem] = []
    document.data = _convert(root, (), document, problems)
    if problems:
        raise RoutineError(problems)
    return document


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        shown = content.decode("utf-8", "replace").splitlines()
        document = Document(name, shown)
        _refuse(document, line, column, "this is not UTF-8 text", "save the file as UTF-8")


def _refuse(
    document: Document, line: int, column: int, message: str, hint: str | None = None
) -> NoReturn:
    span = Span(document.file, line, column)
    raise RoutineError([document.problem(span, message, hint, "yaml")])


def _refuse_control_character(document: Document) -> NoReturn:
    for number, text in enumerate(document.lines, start=1):
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        if found is not None:
            message = f"a control character (U+{ord(found[0]):04X}) stands here"
            _refuse(document, number, found.start() + 1, message, "delete it")
    _refuse(document, 1, 1, "the file holds characters that YAML does not allow")


def _convert(node: yaml.Node, path: DataPath, document: Document, problems: list[Problem]) -> Data:
    span = _span(node, document)
    document._values[path] = span
    trap = traps.find(node, span, document.lines)
    if trap is not None:
        problems.append(trap)
        return None
    if isinstance(node, yaml.ScalarNode):
        return None if traps.is_empty(node) else _text(node.value, span, document)
    if isinstance(node, yaml.SequenceNode):
        if node.flow_style:
            document._flow.add(path)
        return [
            _convert(item, (*path, index), document, problems)
            for index, item in enumerate(node.value)
        ]
    assert isinstance(node, yaml.MappingNode)
    return _convert_mapping(node, path, document, problems)


def _convert_mapping(
    node: yaml.MappingNode, path: DataPath, document: Document, problems: list[Problem]
) -> dict[str, Data]:
    data: dict[str, Data] = {}
    merged: dict[str, Data] = {}
    for key_node, value_node in node.value:
        span = _span(key_node, document)
        if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
            problems.append(document.problem(span, "a key must be a word", code="yaml"))
        elif key_node.tag.endswith(":merge"):
            _merge(value_node, path, document, problems, merged)
        elif key_node.value in data:
            message = f"`{key_node.value}` is written twice"
            hint = f"it first stands in line {document.locate_key((*path, key_node.value)).line}"
            problems.append(document.problem(span, message, hint, "duplicate-key"))
        else:
            key = str(key_node.value)
            document._keys[(*path, key)] = span
            data[key] = _convert(value_node, (*path, key), document, problems)
    return {**{key: value for key, value in merged.items() if key not in data}, **data}


def _merge(
    node: yaml.Node,
    path: DataPath,
    document: Document,
    problems: list[Problem],
    merged: dict[str, Data],
) -> None:
    """Add the keys that `<<` brings in: the first mapping that has a key gives it."""
    for source in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if not isinstance(source, yaml.MappingNode):
            span = _span(source, document)
            problems.append(document.problem(span, "`<<` takes a mapping", code="yaml"))
            continue
        for key, value in _convert_mapping(source, path, document, problems).items():
            merged.setdefault(key, value)


def _text(value: str, span: Span, document: Document) -> Text:
    line = document.source_line(span.line)
    quoted = line[span.column - 1 : span.column] in ("'", '"')
    inline = line.startswith(value, span.column - 1 + quoted)
    return Text(value, span.part(1, len(value)) if quoted and inline else span, inline)


def _span(node: yaml.Node, document: Document) -> Span:
    start, end = node.start_mark, node.end_mark
    line = document.source_line(start.line + 1)
    last = end.column if end.line == start.line else len(line.rstrip())
    length = max(1, last - start.column)
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        key = node.value[0][0]
        length = max(1, key.end_mark.column - start.column)
    return Span(document.file, start.line + 1, start.column + 1, length)
