"""Marks: what stands around a line and is no part of it: the marks of a list, quotes."""

from voicecoach.language.grammar.tokens import TokenLine, tokens_of

_BULLETS = tuple("•·●○■□-*☐☑✓✔✅▪◦‣+>→►➤")
_QUOTES = "\"'“”„«»"


def unmarked(line: TokenLine) -> TokenLine:
    """Return a line without the quotes around it and the marks of a list before it."""
    line = tokens_of(line.text.part(*_inside_quotes(line.text)))
    skipped = _mark_end(line)
    while 0 < skipped < len(line):
        line = tokens_of(line.part(skipped, len(line)))
        skipped = _mark_end(line)
    return line


def _mark_end(line: TokenLine) -> int:
    """Return where the first mark of a list ends: `•`, `1.`, `a)`, `[ ]`, `[x]`."""
    first, second = line.folded(0), line.folded(1)
    if first in _BULLETS and line.is_spaced(1):
        return 1
    numbered = line.is_kind(0, "number") and second in (".", ")")
    lettered = line.is_kind(0, "word") and len(first) == 1 and second in (".", ")")
    if (numbered or lettered) and line.is_spaced(2):
        return 2
    if first == "-" and second == ">":
        return 2
    if first == "(" and line.is_kind(1, "number") and line.folded(2) == ")":
        return 3
    labelled = line.is_kind(0, "word") and len(first) == 1 and line.is_kind(1, "number")
    if labelled and not line.is_spaced(1) and line.folded(2) in (".", ")", ":"):
        return 3 * line.is_spaced(3)
    if first == "#" and line.is_kind(1, "number") and line.is_spaced(2):
        return 2
    if first == "[":
        return 2 if second == "]" else 3 * (second == "x" and line.folded(2) == "]")
    return 0


def _inside_quotes(text: str) -> tuple[int, int]:
    """Return where a text begins and ends without blanks, and without quotes around it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    inner = text[start:end]
    # A quote behind a digit is a unit.
    if len(inner) > 2 and inner[0] in _QUOTES and inner[-1] in _QUOTES and not inner[-2].isdigit():
        return start + 1, end - 1
    return start, max(start, end)
