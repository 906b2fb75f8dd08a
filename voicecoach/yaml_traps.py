"""YAML's traps: text that YAML reads otherwise than its author meant, and what to write instead.

`explain` turns a fault that YAML found into words for somebody who has never heard of a scanner;
`find` looks for what YAML takes without a word and the author would be surprised by.
"""

import re

import yaml

from voicecoach.problems import Problem, Span

_VALUE = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[\w-]+:\s+)?)(?P<value>\S.*?)\s*$")
_TIGHT_COMMENT = re.compile(r"\s+(#[^\s#]\S*)")
_CORE_TAG = "tag:yaml.org,2002:"
_CORE_TYPES = {"str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map"}
_NO_START = "found character that cannot start any token"


def explain(error: yaml.MarkedYAMLError, file: str, lines: list[str]) -> Problem:
    """Return the problem behind a fault that YAML found."""
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    line, column = mark.line, mark.column
    text = lines[line] if line < len(lines) else ""
    problem = error.problem or ""

    def at(message: str, hint: str | None, line: int = line, column: int = column) -> Problem:
        shown = lines[line] if line < len(lines) else ""
        return Problem(Span(file, line + 1, column + 1), message, hint, "yaml", shown)

    if "\t" in text[: len(text) - len(text.lstrip())]:
        spaces = text.replace("\t", "  ").strip()
        return at("a tab indents this line", f"indent with spaces: `  {spaces}`")
    if "quoted scalar" in (error.context or "") and error.context_mark is not None:
        start = error.context_mark
        quote = lines[start.line][start.column]
        hint = f"close the text with {quote}"
        return at("this quote is never closed", hint, start.line, start.column)
    if "mapping values are not allowed" in problem:
        return _explain_colon(at, lines, line, column)
    if "cannot start any token" in problem:
        return at(f"a text cannot begin with `{text[column]}`", _quoted_hint(text))
    if "undefined alias" in problem:
        return at("`*` begins an alias in YAML, and none has this name", _quoted_hint(text))
    if "single document" in (error.context or ""):
        return at("a second document begins here", "delete the line `---`")
    if "duplicate anchor" in problem:
        return at("this anchor is defined twice", "give each anchor a name of its own")
    value = _VALUE.match(text)
    if value is not None and value["value"][0] in "{[\"'&!":
        start_column = value.start("value")
        what = value["value"][0]
        return at(
            f"a text that begins with `{what}` must be quoted",
            _quoted_hint(text),
            line,
            start_column,
        )
    if "flow" in (error.context or "") and error.context_mark is not None:
        start = error.context_mark
        bracket = lines[start.line][start.column]
        closing = {"[": "]", "{": "}"}.get(bracket, "]")
        hint = f"close it with `{closing}`, or put the text in quotes"
        return at(f"this `{bracket}` is never closed", hint, start.line, start.column)
    hint = "begin the items of one list, and the keys of one block, in the same column"
    return at("this line does not fit the lines above it", hint)


def find(node: yaml.Node, span: Span, lines: list[str]) -> Problem | None:
    """Return the trap that `node` fell into, if any."""
    text = lines[span.line - 1] if span.line <= len(lines) else ""

    def trap(message: str, hint: str, at: Span = span, shown: str = text) -> Problem:
        return Problem(at, message, hint, "yaml", shown)

    tag = node.tag or ""
    if not tag.startswith(_CORE_TAG) or tag[len(_CORE_TAG) :] not in _CORE_TYPES:
        return trap("a text that begins with `!` must be quoted", _quoted_hint(text))
    if isinstance(node, yaml.MappingNode) and node.flow_style and _all_empty(node):
        return trap("a text that begins with `{` must be quoted", _quoted_hint(text))
    if not isinstance(node, yaml.ScalarNode) or node.style is not None:
        return None
    end = node.end_mark
    end_line = lines[end.line] if end.line < len(lines) else ""
    comment = _TIGHT_COMMENT.match(end_line, end.column)
    if comment is not None:
        at = Span(span.file, end.line + 1, comment.start(1) + 1, len(comment[1]))
        quoted = _quoted_hint(end_line)
        message = f"YAML reads `{comment[1]}` as a comment: it would not be spoken"
        return trap(message, f"{quoted}; or `# {comment[1][1:]}` for a comment", at, end_line)
    for number in range(node.start_mark.line + 1, min(end.line + 1, len(lines))):
        stripped = lines[number].lstrip()
        if stripped.startswith("- "):
            indent = len(text) - len(text.lstrip())
            at = Span(span.file, number + 1, len(lines[number]) - len(stripped) + 1)
            message = (
                "this item is indented deeper than the list: YAML reads it into the line above"
            )
            return trap(message, f"write `{' ' * indent}{stripped}`", at, lines[number])
    return None


def _explain_colon(at, lines: list[str], line: int, column: int) -> Problem:  # type: ignore[no-untyped-def]
    text = lines[line]
    head = _VALUE.match(text)
    inside = head is not None and head["lead"].rstrip().endswith(":")
    if inside:
        return at("a text with `: ` in it must be quoted", _quoted_hint(text))  # type: ignore[no-any-return]
    previous = next((text for text in reversed(lines[:line]) if text.strip()), "")
    if re.match(r"\s*- \S", previous) and not re.match(r"\s*- (\w+):(\s|$)", previous):
        item = previous.strip()[2:]
        hint = f"write `- exercise: {item}` above, with the further keys in the same column"
    else:
        hint = "keys of one block begin in the same column"
    return at("this key does not fit the line above it", hint)  # type: ignore[no-any-return]


def _quoted_hint(text: str) -> str:
    """Return a hint that shows `text` with its value in quotes."""
    match = _VALUE.match(text)
    if match is None:
        return "put the text in quotes"
    value = match["value"].replace("\\", "\\\\").replace('"', '\\"')
    return f'write `{match["lead"].lstrip()}"{value}"`'


def _all_empty(node: yaml.MappingNode) -> bool:
    return bool(node.value) and all(
        isinstance(value, yaml.ScalarNode) and value.value == "" and value.style is None
        for _, value in node.value
    )
