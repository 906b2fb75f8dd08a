"""Rounds in a line of their own: `3 rounds of` above lines, or `Repeat 3 times` below them."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine, tokens_of
from voicecoach.text.document import Text
from voicecoach.text.quoting import in_flow

_WORDS = ("repeat", "round", "circuit", "times", "of", "for")
_MARKS = ("x", ":", ".", ",")


def hint(items: Sequence[Any], at: int, lexicon: Lexicon) -> str | None:
    """Return how a line that only says how often is written with the lines that it is about.

    `items` are the blocks of its list, `at` is its own place among them. None for other lines, and
    where no lines stand beside it.
    """
    line = tokens_of(items[at])
    number = _number(line, lexicon)
    if number is None:
        return None
    above, below = _lines(reversed(items[:at])), _lines(items[at + 1 :])
    is_repeat = lexicon.ends("repeat", line, 0) is not None
    lines, where = (
        (above[::-1], "above") if above and (is_repeat or not below) else (below, "below")
    )
    if not lines:
        return None
    block = {"repeat": number} if is_repeat else {"circuit": "Circuit", "rounds": number}
    count = f"the line {where}" if len(lines) == 1 else f"the {len(lines)} lines {where}"
    return f"write `- {in_flow({**block, 'do': lines})}` in place of this line and {count}"


def _lines(items: Iterable[Any]) -> list[Text]:
    return list(takewhile(lambda item: isinstance(item, Text), items))


def _number(line: TokenLine, lexicon: Lexicon) -> str | None:
    """Return how often, for a line of one number and words for rounds alone."""
    numbers, said, at = [], False, 0
    while at < len(line):
        ends = {word: lexicon.ends(word, line, at) for word in _WORDS}
        if line.is_kind(at, "number"):
            numbers.append(line.folded(at))
            at += 1
        elif any(ends.values()):
            said = said or any(ends[word] for word in ("repeat", "round", "circuit"))
            at = max(end for end in ends.values() if end is not None)
        elif line.folded(at) in _MARKS:
            at += 1
        else:
            return None
    return numbers[0] if said and len(numbers) == 1 and numbers[0].isdecimal() else None
