"""YAML's faults: what YAML could not read, in words for somebody who knows no scanner."""

import re

import yaml

from voicecoach.problems import Problem, Span
from voicecoach.text.traps import TIGHT_KEY, VALUE, quoted_hint

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
            f"close the text with {_character(lines, there)}",
            there,
        )
    if "mapping values are not allowed" in problem:
        return _explain_colon(lines, mark.line, mark.column)
    if "cannot start any token" in problem and _character(lines, here) == "\t":
        return "a tab stands where YAML wants a space", f"write `{_spaced(text)}`", here
    if "cannot start any token" in problem:
        return f"a text cannot begin with `{_character(lines, here)}`", quoted_hint(text), here
    if "could not find expected ':'" in problem:
        return *_explain_missing_colon(lines, start.line), _first_column(lines, start.line)
    if "undefined alias" in problem:
        return "`*` begins an alias in YAML, and none has this name", quoted_hint(text), here
    if "single document" in context:
        return "a second document begins here", "delete the line `---`", here
    if "duplicate anchor" in problem or "duplicate anchor" in context:
        return "this anchor is defined twice", "give each anchor a name of its own", here
    value = VALUE.match(text)
    inside = value is not None and mark.column > value.start("value")
    if value is not None and inside and value["value"][0] in "\"'":
        message = "the text goes on after its quote is closed"
        return message, quoted_hint(text), (mark.line, value.start("value"))
    if value is not None and inside and value["value"][0] in "{[&!|>":
        message = f"a text that begins with `{value['value'][0]}` must be quoted"
        return message, quoted_hint(text), (mark.line, value.start("value"))
    if "flow" in context:
        place = there if _character(lines, there) else _last_open(lines)
        bracket = _character(lines, place)
        hint = f"close it with `{_CLOSING.get(bracket, ']')}`, or put the text in quotes"
        return f"this `{bracket}` is never closed", hint, place
    hint = "begin the items of one list, and the keys of one block, in the same column"
    return "this line does not fit the lines above it", hint, here


def _explain_missing_colon(lines: list[str], line: int) -> tuple[str, str]:
    """Return message and hint for a line that should hold a key and has no colon."""
    text = lines[line].strip() if line < len(lines) else ""
    above = next((text for text in reversed(lines[:line]) if text.strip()), "")
    tight = TIGHT_KEY.match(text)
    if tight is not None:
        hint = f"write `{tight[1]}: {text[tight.end() :]}`"
        return "a key needs a space after its `:`", hint
    first, _, rest = text.partition(" ")
    if re.match(r"\s*- (?![\w-]+:(\s|$))", above) or text.startswith("-"):
        hint = f"write `- {text.lstrip('- ')}`"
    else:
        hint = f"write `{first}: {rest}`" if rest else f"write `{text}:`"
    return "this line has no `:`", hint


def _first_column(lines: list[str], line: int) -> tuple[int, int]:
    """Return a line and the column of its first character."""
    text = lines[line] if line < len(lines) else ""
    return line, len(text) - len(text.lstrip())


def _character(lines: list[str], place: tuple[int, int]) -> str:
    """Return the character at a line and column (from 0), empty beyond the end."""
    text = lines[place[0]] if place[0] < len(lines) else ""
    return text[place[1] : place[1] + 1]


def _explain_colon(lines: list[str], line: int, column: int) -> tuple[str, str, tuple[int, int]]:
    """Return message, hint and place for a colon where YAML expects none."""
    text = lines[line]
    head = VALUE.match(text)
    if head is not None and head.start("value") <= column and ":" in head["lead"]:
        return "a text with `: ` in it must be quoted", quoted_hint(text), (line, column)
    number = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), 0)
    above = lines[number].strip()
    item = re.match(r"- +(?![\w-]+:(\s|$))(?P<text>.*)", above)
    if item is not None:
        hint = f"write `- exercise: {item['text']}` above, with the further keys in the same column"
    elif ":" not in above or TIGHT_KEY.match(above):
        return *_explain_missing_colon(lines, number), _first_column(lines, number)
    else:
        hint = "keys of one block begin in the same column"
    return "this key does not fit the line above it", hint, _first_column(lines, line)


def _last_open(lines: list[str]) -> tuple[int, int]:
    """Return the line and column (from 0) of the last bracket that nothing closes."""
    opened = [(0, 0)]
    for line, text in enumerate(lines):
        for column, character in enumerate(text):
            if character in _CLOSING:
                opened.append((line, column))
            elif character in _CLOSING.values() and len(opened) > 1:
                opened.pop()
    return opened[-1]


def _spaced(text: str) -> str:
    return " ".join(text.replace("\t", " ").split())
