"""Titles of blocks: a title is spoken and does nothing, so it must not promise rounds."""

from decimal import Decimal

from voicecoach.language.entry import Entry
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine, tokens_of
from voicecoach.language.values import Range
from voicecoach.language.values.bare import tokens
from voicecoach.text.document import Text

_PROMISES = ("round", "set", "times")
_EDGES = " \t,.:;-–—()[]/|+&×"
_ONE_ROUND = Range(1, 1)


def check_title(entry: Entry, title: Text, rounds: Range = _ONE_ROUND) -> None:
    """Note a title such as `3 rounds` where that many `rounds` are not done."""
    line = tokens_of(title)
    promise = _promise(line, entry.reader.lexicon)
    if promise is None:
        return
    start, end = promise
    number = line.folded(start)
    if rounds.low <= Decimal(number) <= rounds.high:
        return
    name = _without(line, start, end) or "Circuit"
    part = line.part(start, end)
    message = f"`{part}` in a title is said, and not done"
    hint = f"write `circuit: {name}` with `rounds: {number}` below it"
    entry.reader.fail(part.span, message, hint)


def without_rounds(title: str, lexicon: Lexicon) -> str:
    """Return a title without the rounds that it promises, so that it can stand anywhere."""
    line = tokens(title)
    promise = _promise(line, lexicon)
    if promise is None:
        return title
    start, end = promise
    return without_rounds(_without(line, start, end) or line.part(start + 1, end), lexicon)


def _promise(line: TokenLine, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where a number beside a word for rounds stands, as places of tokens."""
    for at in range(len(line)):
        word = at + 2 if line.folded(at + 1) == "-" else at + 1
        if line.is_kind(at, "number") and line.folded(at).isdecimal():
            for meaning in _PROMISES:
                end = lexicon.ends(meaning, line, word)
                if end is not None:
                    return at, end
    return None


def _without(line: TokenLine, start: int, end: int) -> str:
    """Return a text without the tokens from `start` up to `end`, and what joins them to others."""
    before = line.text[: line.tokens[start].start].strip(_EDGES)
    after = line.text[line.tokens[end - 1].end :].strip(_EDGES)
    return " ".join(part for part in (before, after) if part)
