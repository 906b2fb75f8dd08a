"""YAML's traps: text that YAML reads otherwise than its author meant, and what to write instead.

`explain` turns a fault that YAML found into words for somebody who has never heard of a scanner;
`find` looks for what YAML takes without a word and the author would be surprised by.
"""

import itertools
import re

import yaml

from voicecoach.problems import Problem, Span

_VALUE = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[\w-]+:\s+)?)(?P<value>\S.*?)\s*$")
_TIGHT_COMMENT = re.compile(r"\s+(#[^\s#]\S*)")
_CORE_TAG = "tag:yaml.org,2002:"
_CORE_TYPES = {"str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map"}
_CLOSING = {"[": "]", "{": "}"}


def explain(error: yaml.MarkedYAMLError, file: str, lines: list[str]) -> Problem:
    """Return the problem behind a fault that YAML found."""
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    text = lines[mark.line] if mark.line < len(lines) else ""
    start = error.context_mark or mark
    message, hint, place = _explain(error, text, lines, mark, start)
    shown = lines[place[0]] if place[0] < len(lines) else ""
    return Problem(Span(file, place[0] + 1, place[1] + 1), message, hint, "yaml", shown)


def find(node: yaml.Node, span: Span, lines: list[str]) -> Problem | None:
    """Return the trap that `node` fell into, if any."""
    text = lines[span.line - 1] if span.line <= len(lines) else ""
    tag = node.tag or ""
    if not tag.startswith(_CORE_TAG) or tag[len(_CORE_TAG) :] not in _CORE_TYPES:
        return _must_be_quoted("!", span, text)
    if isinstance(node, yaml.MappingNode) and node.flow_style and _all_empty(node):
        return _must_be_quoted("{", span, text)
    if isinstance(node, yaml.MappingNode) and node.flow_style:
        return _split_text(node, span, text)
    if not isinstance(node, yaml.ScalarNode) or node.style:
        return None
    return _swallowed_comment(node, span, lines) or _folded_item(node, span, lines)


def _explain(
    error: yaml.MarkedYAMLError, text: str, lines: list[str], mark: yaml.Mark, start: yaml.Mark
) -> tuple[str, str, tuple[int, int]]:
    """Return message, hint and the line and column (from 0) of a fault."""
    problem, context = error.problem or "", error.context or ""
    here, there = (mark.line, mark.column), (start.line, start.column)
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return "a tab indents this line", f"indent with spaces: `  {text.strip()}`", here
    if "quoted scalar" in context:
        return (
            "this quote is never closed",
            f"close the text with {lines[start.line][start.column]}",
            there,
        )
    if "mapping values are not allowed" in problem:
        message, hint, column = _explain_colon(lines, mark.line, mark.column)
        return message, hint, (mark.line, column)
    if "cannot start any token" in problem and text[mark.column] == "\t":
        return "a tab stands where YAML wants a space", f"write `{_spaced(text)}`", here
    if "cannot start any token" in problem:
        return f"a text cannot begin with `{text[mark.column]}`", _quoted_hint(text), here
    if "undefined alias" in problem:
        return "`*` begins an alias in YAML, and none has this name", _quoted_hint(text), here
    if "single document" in context:
        return "a second document begins here", "delete the line `---`", here
    if "duplicate anchor" in problem or "duplicate anchor" in context:
        return "this anchor is defined twice", "give each anchor a name of its own", here
    value = _VALUE.match(text)
    inside = value is not None and mark.column > value.start("value")
    if value is not None and inside and value["value"][0] in "\"'":
        message = "the text goes on after its quote is closed"
        return message, _quoted_hint(text), (mark.line, value.start("value"))
    if value is not None and inside and value["value"][0] in "{[&!|>":
        message = f"a text that begins with `{value['value'][0]}` must be quoted"
        return message, _quoted_hint(text), (mark.line, value.start("value"))
    if "flow" in context:
        bracket = lines[start.line][start.column]
        hint = f"close it with `{_CLOSING.get(bracket, ']')}`, or put the text in quotes"
        return f"this `{bracket}` is never closed", hint, there
    hint = "begin the items of one list, and the keys of one block, in the same column"
    return "this line does not fit the lines above it", hint, here


def _explain_colon(lines: list[str], line: int, column: int) -> tuple[str, str, int]:
    """Return message, hint and column (from 0) for a colon where YAML expects none."""
    text = lines[line]
    head = _VALUE.match(text)
    if head is not None and head.start("value") <= column and ":" in head["lead"]:
        return "a text with `: ` in it must be quoted", _quoted_hint(text), column
    previous = next((above for above in reversed(lines[:line]) if above.strip()), "")
    if re.match(r"\s*- \S", previous) and not re.match(r"\s*- [\w-]+:(\s|$)", previous):
        item = previous.strip()[2:]
        hint = f"write `- exercise: {item}` above, with the further keys in the same column"
    else:
        hint = "keys of one block begin in the same column"
    return "this key does not fit the line above it", hint, len(text) - len(text.lstrip())


def _must_be_quoted(character: str, span: Span, text: str) -> Problem:
    message = f"a text that begins with `{character}` must be quoted"
    return Problem(span, message, _quoted_hint(text), "yaml", text)


def _split_text(node: yaml.MappingNode, span: Span, text: str) -> Problem | None:
    """Return the problem of `{say: Hips back, chest open}`, whose comma begins a new key."""
    for (key, value), (after, nothing) in itertools.pairwise(node.value):
        if is_empty(nothing) and isinstance(value, yaml.ScalarNode) and not value.style:
            place = Span(span.file, after.start_mark.line + 1, after.start_mark.column + 1)
            hint = f'write `{key.value}: "{value.value}, {after.value}"`'
            return Problem(place, "in braces, a comma ends a text", hint, "yaml", text)
    return None


def _swallowed_comment(node: yaml.ScalarNode, span: Span, lines: list[str]) -> Problem | None:
    """Return the problem of `We are #1`, whose end YAML takes for a comment."""
    end = node.end_mark
    text = lines[end.line] if end.line < len(lines) else ""
    comment = _TIGHT_COMMENT.match(text, end.column)
    if comment is None:
        return None
    place = Span(span.file, end.line + 1, comment.start(1) + 1, len(comment[1]))
    message = f"YAML reads `{comment[1]}` as a comment: it would not be spoken"
    hint = f"{_quoted_hint(text)}; or `# {comment[1][1:]}` for a comment"
    return Problem(place, message, hint, "yaml", text)


def _folded_item(node: yaml.ScalarNode, span: Span, lines: list[str]) -> Problem | None:
    """Return the problem of a list item that YAML reads as more of the text above it."""
    first = lines[span.line - 1]
    indent = first[: len(first) - len(first.lstrip())]
    for number in range(node.start_mark.line + 1, min(node.end_mark.line + 1, len(lines))):
        text = lines[number]
        stripped = text.lstrip()
        if stripped.startswith("- "):
            place = Span(span.file, number + 1, len(text) - len(stripped) + 1)
            message = "this item is indented deeper than its list: YAML adds it to the line above"
            return Problem(place, message, f"write `{indent}{stripped}`", "yaml", text)
    return None


def _quoted_hint(text: str) -> str:
    """Return a hint that shows `text` with its value in quotes."""
    match = _VALUE.match(text)
    if match is None:
        return "put the text in quotes"
    value = match["value"]
    if value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    value = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'write `{match["lead"].lstrip()}"{value}"`'


def _spaced(text: str) -> str:
    return " ".join(text.replace("\t", " ").split())


def _all_empty(node: yaml.MappingNode) -> bool:
    return bool(node.value) and all(is_empty(value) for _, value in node.value)


def is_empty(node: yaml.Node) -> bool:
    """Return whether nothing is written where `node` stands; quotes are something."""
    # The style of a plain scalar is None or empty, as the loader has it.
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style
