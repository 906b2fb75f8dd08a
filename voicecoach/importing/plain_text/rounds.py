"""Rounds: how often several exercises are done, and how often a week a plan is."""

import re
from dataclasses import dataclass

from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.values.bare import tokens

_WORDS = {"once": 1, "twice": 2, "thrice": 3, "zweimal": 2, "dreimal": 3, "viermal": 4}
_TIMES = ("x", "mal", "fois", "veces", "volte", "vezes")
# What follows `every`, or stands alone, and is no time in a workout.
_DAYS = re.compile(
    r"(every|each) (other|second|single|third)? ?(day|morning|evening|night|week)s?"
    r"|jeden (zweiten )?tag|täglich|pro tag|am tag|pro woche|in der woche|wöchentlich"
    r"|par (jour|semaine)|al día|por semana|a la semana|al giorno|alla settimana|por dia"
    r"|times? (a|per|each|every) (day|week)|days? (a|per) week"
    r"|x ?/ ?(week|day|wk)|(a|per) (day|week)",
    re.IGNORECASE,
)
_TIMES_BEFORE = re.compile(
    r"(?:\b(?:do|perform|repeat|complete)\s+)?(?:\b(?:this|these|it|them)\s+)?"
    r"(?:\b(?:once|twice|(?:\d+|one|two|three|four|five|six)"
    r"(?:\s*(?:-|–|to|or|bis|à|a)\s*(?:\d+|two|three|four|five|six))?"
    r"\s*(?:times?|x|×|mal|fois|veces|volte|vezes|days?|sessions?|workouts?|tage)?)\s*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rounds:
    """How often all is done: `count` is None where that is left open."""

    count: int | None


def rounds_in(text: str, lexicon: Lexicon) -> Rounds | None:
    """Return how often a text says that several exercises are done; None if it says nothing."""
    line = tokens(text)
    repeats = any(lexicon.ends("repeat", line, at) is not None for at in range(len(line)))
    for at in range(len(line)):
        if repeats and line.folded(at) in _WORDS:
            ranged = lexicon.ends("rep", line, at + 2) is not None or line.folded(at + 1) == "or"
            return Rounds(None if ranged else _WORDS[line.folded(at)])
        for count in find_counts(line, at, lexicon):
            if _counts_rounds(line, count.end, repeats, lexicon):
                return Rounds(count.low if count.low == count.high else None)
        if line.folded(at) in ("x", "*") and line.is_kind(at + 1, "number") and repeats:
            return Rounds(int(line.folded(at + 1)[:4]) if line.folded(at + 1).isdecimal() else None)
    if not repeats:
        return None
    needed = any(lexicon.ends("as_needed", line, at) is not None for at in range(len(line)))
    return Rounds(None) if needed else None


def _counts_rounds(line: TokenLine, at: int, repeats: bool, lexicon: Lexicon) -> bool:
    if lexicon.ends("round", line, at) is not None:
        return True
    times = line.folded(at) in _TIMES or lexicon.ends("rep", line, at) is not None
    if at == len(line) - 1 and line.folded(at) == ":":
        return False
    return repeats and times


def without_frequency(text: str) -> tuple[str, str | None]:
    """Return a text without how often a day or week it is done, and that, if it says it."""
    found = _DAYS.search(text)
    if found is None:
        return text, None
    times = _TIMES_BEFORE.search(text[: found.start()])
    start = found.start() if times is None else times.start()
    said = text[start : found.end()].strip()
    left = f"{text[:start].rstrip(' ,;(')} {text[found.end() :].lstrip(' ,;)')}".strip()
    return left, said
