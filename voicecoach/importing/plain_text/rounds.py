"""Rounds: how often several exercises are done, and how often a week a plan is."""

import re
from functools import lru_cache

from msgspec import Struct

from voicecoach.importing.plain_text.words import Words
from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.values.bare import tokens

_ONCE = {"once": 1, "twice": 2, "thrice": 3}
_MOST = 1000


class Rounds(Struct, frozen=True):
    """How often all is done: `count` is None where that is left open.

    `rest` is what stands before and behind it in a heading: the title of what is done. A heading
    that `is_all` says nothing else.
    """

    count: int | None
    rest: str = ""
    is_all: bool = False


def rounds_in(text: str, lexicon: Lexicon) -> Rounds | None:
    """Return how often a text says that several exercises are done; None if it says nothing."""
    words = Words(lexicon.tag)
    line = tokens(text)
    repeats = words.find(text, "repeat", "circuit", "again") is not None
    if repeats:
        counts = {number: words.find(text, meaning) for meaning, number in _ONCE.items()}
        told = [(found.start(), number) for number, found in counts.items() if found is not None]
        if told:
            is_range = words.find(text[min(told)[0] :], "to") or len(told) > 1
            return Rounds(None if is_range else min(told)[1])
    for at in range(len(line)):
        for count in find_counts(line, at, lexicon):
            if _counts_rounds(line, count.end, repeats, lexicon):
                return Rounds(count.low if count.low == count.high else None)
        if repeats and line.folded(at) in ("x", "*") and line.is_kind(at + 1, "number"):
            number = line.folded(at + 1)
            return Rounds(min(_MOST, int(number)) if number.isdecimal() else None)
    if repeats and words.find(text, "as_needed") is not None:
        return Rounds(None)
    return None


@lru_cache(maxsize=64)
def _of_all(tag: str) -> re.Pattern[str]:
    """Return the pattern of what `2 repetitions of the following` are of."""
    words = Words(tag)
    lead = rf"(?<!\w)(?:{words.any('of')})\s+(?:the\s+|all\s+)?"
    each = rf"(?!(?:{words.any('each', 'each_side', 'each_limb')})(?!\w))"
    return re.compile(rf"{lead}{each}(?:{words.any('for_all')})(?!\w)", re.IGNORECASE)


def _counts_rounds(line: TokenLine, at: int, repeats: bool, lexicon: Lexicon) -> bool:
    """Return whether what stands behind a count makes it one of rounds."""
    if lexicon.ends("round", line, at) is not None:
        return True
    if at == len(line) - 1 and line.folded(at) == ":":
        return False
    counted = (lexicon.ends(each, line, at) is not None for each in ("rep", "times"))
    if repeats and (line.folded(at) == "x" or lexicon.ends("set", line, at) is not None):
        return True
    is_of_all = _of_all(lexicon.tag).search(line.part(at, len(line))) is not None
    return (repeats or is_of_all) and any(counted)


def heading_rounds(text: str, lexicon: Lexicon) -> Rounds | None:
    """Return how often a heading says that what is below it is done: `Core x 2`, `3x:`."""
    found = _times(lexicon.tag).fullmatch(_without_of(lexicon.tag).sub("", text.strip(": ")))
    if found is None:
        return rounds_in(text, lexicon)
    before, first, last = found["before"], found["first"], found["last"]
    if before.count("(") > before.count(")"):
        before = before.rpartition("(")[0]
    rest = before.strip(" -–—:,([")
    return Rounds(min(_MOST, int(first or last)), rest, not rest)


@lru_cache(maxsize=64)
def _without_of(tag: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{Words(tag).any('of')})$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _times(tag: str) -> re.Pattern[str]:
    words = Words(tag)
    counted = rf"(?:x|×|{words.any('round', 'set', 'times')})"
    last = rf"[(\[]?(?:[x×]\s*(?P<last>\d{{1,2}})|(?P<first>\d{{1,2}})\s*{counted})[)\]]?"
    return re.compile(rf"(?P<before>(?:.*[\s(\[,:])?)\s*{last}", re.IGNORECASE)


def without_frequency(text: str, tag: str) -> tuple[str, str | None]:
    """Return a text without how often a day or week it is done, and that, if it says it."""
    found = _frequency(tag).search(text)
    behind = text[found.end() :].strip() if found is not None else ""
    # `Daily core` is a name.
    is_name = found is not None and found.start() == 0 and behind[:1].isalpha()
    if found is None or (is_name and not _says_how_often(found[0], tag)):
        return text, None
    left = f"{text[: found.start()].rstrip(' ,;(')} {text[found.end() :].lstrip(' ,;)')}"
    return left.strip(), found[0].strip()


def _says_how_often(text: str, tag: str) -> bool:
    words = Words(tag)
    return any(map(str.isdigit, text)) or words.find(text, "do", *_ONCE) is not None


@lru_cache(maxsize=64)
def _frequency(tag: str) -> re.Pattern[str]:
    """Return the pattern of `3 times a week` and its kin, and of `Do this twice daily`."""
    words = Words(tag)
    in_words = "|".join(map(re.escape, words.numbers))
    number = rf"(?:(?<!\d)\d{{1,3}}(?!\d)|{in_words}|{words.any(*_ONCE)})"
    joined = rf"(?:\s*(?:-|–|/|\b(?:{words.any('to', 'then')}|or|oder|ou|o|of|lub|nebo|або)\b)\s*"
    times = words.any("times", "period", "day")
    count = rf"{number}{joined}{number})?[\s-]*(?:x|×|{times})?"
    label = r"(?:\b(?:frequency|häufigkeit|fréquence|frecuencia|frequenza)\s*:\s*)?"
    lead = rf"{label}(?:\b(?:{words.any('do')})\s+)?(?:\b(?:this|these|it|them)\s+)?"
    often = rf"{words.any('a_day', 'weekly')}|[/x]\s?(?:{words.any('period')})"
    return re.compile(
        rf"(?<![^\W\d_])(?:{lead}{count}\s*)?(?<![^\W\d_])(?:{often})(?![^\W\d_])",
        re.IGNORECASE,
    )
