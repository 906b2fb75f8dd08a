"""Texts: how a scalar is written so that it is read as what it is.

Quotes stand only where they are needed: a text is plain if the reader reads it back as the same
text, there where it stands. Otherwise it has double quotes, or single ones where it has double
quotes or backslashes of its own.
"""

import re
from functools import cache
from typing import Any

from voicecoach.language.values.off import means_off_without_quotes
from voicecoach.problems import RoutineError
from voicecoach.text.parsing import parse_document

WIDTH = 100

_ESCAPED = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff"\\\\]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_BREAK = re.compile(r"(?<=\S) (?=\S)")


@cache
def inline(text: str, flow: bool = False, quoted: bool = False) -> str:
    """Return a text as it is written in a line, in brackets with `flow`.

    One that was `quoted` stays so where that says that it is no switch.
    """
    if quoted and means_off_without_quotes(text):
        return _quoted(text)
    return _written(text, ("[{}, x]", "{{k: {}, l: x}}") if flow else ("k: {}\n", "- {}\n"))


@cache
def key(text: str, flow: bool = False) -> str:
    """Return a key as it is written before its colon."""
    return _written(text, ("{{{}: x}}",) if flow else ("{}: x\n", "- {}: x\n"))


def block_lines(text: str, width: int) -> tuple[str, list[str]] | None:
    """Return header and lines of a text too long for its line, or None where it has to be one.

    A text is folded at single spaces; one with lines of its own keeps them.
    """
    lines = text.split("\n")
    if any(line != line.strip() or not line or _unprintable(line) for line in lines):
        return None
    if len(lines) > 1:
        return "|-", lines
    folded = [""]
    for word in _BREAK.split(text):
        if folded[-1] and len(folded[-1]) + 1 + len(word) > width:
            folded.append("")
        folded[-1] += (" " if folded[-1] else "") + word
    return (">-", folded) if len(folded) > 1 else None


def _written(text: str, contexts: tuple[str, ...]) -> str:
    """Return a text plain if it reads like the quoted one in all contexts, else quoted."""
    quoted = _quoted(text)
    if not text or "\n" in text or _unprintable(text):
        return quoted
    try:
        plain = all(_read(context, text) == _read(context, quoted) for context in contexts)
    except RoutineError:
        plain = False
    return text if plain else quoted


def _read(context: str, written: str) -> Any:
    return parse_document(context.format(written), "").data


def _quoted(text: str) -> str:
    if _unprintable(text) or ('"' not in text and "\\" not in text):
        return '"' + _ESCAPED.sub(lambda found: _escape(found[0]), text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escape(character: str) -> str:
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"


def _unprintable(text: str) -> bool:
    return any(found not in '"\\' for found in _ESCAPED.findall(text))
