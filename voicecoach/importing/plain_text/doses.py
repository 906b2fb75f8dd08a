"""Doses: what the short form reads as a dose or a rest, wherever it stands in a sentence.

From each number on, the longest stretch of words that the short form reads as a dose is one:
`3 sets of 12 reps per leg` in `Do 3 sets of 12 reps per leg, slowly`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from voicecoach.importing.plain_text.words import Words
from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.distances import find_distances
from voicecoach.language.grammar.lexicon import Lexicon, lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form import MisreadError, ShortForm, parse
from voicecoach.language.short_form.parts import Value
from voicecoach.language.values.bare import tokens

Keys = Mapping[str, Value]

# Stands in for a name, in a stretch that has none.
_NAME = "Ab"
# Feet and inches: how tall somebody is.
_HEIGHT = re.compile(r"(?<!\d)[4-7]['’′]\s?(?:\d|1[01])(?:[\"”″]|''|(?!\d))")
_MOST_TOKENS = 16
_MOST_NUMBERS = 12
_NEAR = 4
_LEAST_METRES = 100
_LEAST_REST_METRES = 20
_LENGTHS = ("minute_or_metre", "metre", "kilometre", "mile", "yard", "foot", "calorie", "lap")
_MEANINGS = (
    "second", "minute", "hour", "minute_or_metre", "metre", "kilometre", "mile", "yard",
    "rep", "times", "set", "breath", "breathing", "hold", "of", "for", "in", "per", "to",
    "each_side", "each_limb", "each", "right", "left", "rest", "recovery", "between", "on", "off",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A dose or rest in a text, from one character to another, and its keys in a routine.

    `held` says that a word before it tells to hold, `again` that one tells to repeat.
    """

    start: int
    end: int
    keys: Keys
    held: bool = False
    again: bool = False


@lru_cache(maxsize=4096)
def short_form(text: str, lexicon: Lexicon) -> ShortForm | None:
    """Return what a line is in the short form, None where it is nothing there."""
    try:
        return parse(tokens(text).text, lexicon)
    except MisreadError:
        return None


def doses_in(text: str, lexicon: Lexicon) -> list[Found]:
    """Return the doses, sets and rests in a text, in their order."""
    line = tokens(text)
    found: list[Found] = []
    words = Words(lexicon.tag)
    heights = [height.span() for height in _HEIGHT.finditer(text)]
    at = numbers = 0
    while at < len(line) and numbers < _MOST_NUMBERS:
        place = line.tokens[at].start
        is_below = at > 1 and line.folded(at - 1) == "/" and line.is_kind(at - 2, "number")
        if is_below or any(start <= place < end for start, end in heights):
            at += 1
            continue
        is_number = line.is_kind(at, "number") or line.is_kind(at, "clock")
        numbers += is_number
        stretch = _longest(line, at, lexicon) if is_number or _is_rest(line, at, lexicon) else None
        if stretch is None:
            at += 1
            continue
        end, keys = stretch
        start = line.tokens[at].start
        before = line.part(max(0, at - _NEAR), at) if at else ""
        held = words.find(before, "hold", "hold_still") is not None
        again = words.find(before, "repeat", "again") is not None
        found.append(Found(start, line.tokens[end - 1].end, keys, held, again))
        at = end
    return found


def _longest(line: TokenLine, start: int, lexicon: Lexicon) -> tuple[int, Keys] | None:
    """Return where the longest dose ends that begins at a token, and its keys."""
    far = _distance(line, start, lexicon)
    last = _stretch_end(line, start, lexicon)
    for end in range(last, start, -1):
        text = line.part(start, end)
        if line.folded(end - 1) == "x" and line.is_kind(end, "number"):
            continue
        if line.is_kind(end - 1, "mark") and text[-1] not in ")'\"”″′":
            continue
        rest = short_form(text, lexicon)
        if rest is not None and rest.kind == "rest":
            if line.is_kind(start, "number") and ("," in text or _has_metres(line, start, lexicon)):
                # `40 m, rest 1 min` is no rest of 40 minutes.
                continue
            return end, rest.keys
        if not (line.is_kind(start, "number") or line.is_kind(start, "clock")):
            continue
        form = short_form(f"{_NAME} {text}", lexicon)
        is_dose = form is not None and form.has_dose and form.keys.get("exercise") == _NAME
        if _is_cut(line, start, end, last, lexicon):
            continue
        if form is not None and is_dose and not _is_length(line, end, lexicon):
            return (end, form.keys) if far is None or end > far[0] else far
    return far or _sets(line, start, lexicon)


def _has_metres(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether `200 m 20 s rest` begins with metres, rather than with minutes."""
    bare = lexicon.ends("minute_or_metre", line, at + 1) == at + 2
    number = line.folded(at)
    is_far = number.isdecimal() and (len(number) > 2 or int(number) >= _LEAST_REST_METRES)
    return bare and line.is_kind(at + 2, "number") and is_far


def _is_cut(line: TokenLine, start: int, end: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether the last number of a dose is that of a rest: `2 sets, 30 seconds rest`."""
    numbers = [at for at in range(start + 1, end) if line.is_kind(at, "number")]
    if not numbers or "," not in line.part(start, end):
        return False
    for behind in range(last, end, -1):
        rest = short_form(line.part(numbers[-1], behind), lexicon)
        if rest is not None and rest.kind == "rest":
            return True
    return False


def begins_with_unit(name: str, lexicon: Lexicon) -> bool:
    """Return whether what seems to be a name is the unit of the number before it."""
    return _is_length(tokens(name), 0, lexicon)


def is_dose(name: str, lexicon: Lexicon) -> bool:
    """Return whether what seems to be a name is nothing but doses: `3 sets, 12 reps`."""
    found = doses_in(name, lexicon)
    ends = [0, *(each.end for each in found)]
    starts = [*(each.start for each in found), len(name)]
    left = (name[end:start] for end, start in zip(ends, starts, strict=True))
    return bool(found) and not any(map(str.isalnum, "".join(left)))


def _is_length(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    return any(lexicon.ends(unit, line, at) is not None for unit in _LENGTHS)


def _distance(line: TokenLine, at: int, lexicon: Lexicon) -> tuple[int, Keys] | None:
    """Return where `5 km` or `6 x 400 m` ends, and its keys."""
    keys: dict[str, Value] = {}
    if line.is_kind(at, "number") and line.folded(at + 1) == "x":
        keys["sets"] = line.part(at, at + 1)
        at += 2
    for found in find_distances(line, at, lexicon):
        if lexicon.ends("round", line, found.end - 1) is not None:
            # Without a time, these are the rounds of a circuit.
            continue
        # A few `m` may be minutes.
        if found.fault is None and (not found.bare_m or found.distance.amount >= _LEAST_METRES):
            return found.end, {**keys, "distance": line.part(at, found.end)}
    return None


def _sets(line: TokenLine, at: int, lexicon: Lexicon) -> tuple[int, Keys] | None:
    """Return where `3 sets` ends, and its keys."""
    for count in find_counts(line, at, lexicon):
        end = lexicon.ends("set", line, count.end)
        if end is not None and count.fault is None:
            return end, {"sets": line.part(at, count.end)}
    return None


def _stretch_end(line: TokenLine, start: int, lexicon: Lexicon) -> int:
    """Return where the words end that a dose may be made of."""
    at = start + 1
    while at < min(len(line), start + _MOST_TOKENS) and _is_of_dose(line, at, lexicon):
        at += 1
    return at


def _is_of_dose(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    if line.is_kind(at, "word"):
        word = line.folded(at)
        return word in _words(lexicon.tag) or word == "x"
    if line.is_kind(at, "number") and line.is_kind(at - 1, "number"):
        # Of a dose, only `1 1/2` has two numbers side by side; a table of numbers has many.
        return line.folded(at + 1) == "/" or not line.folded(at)[-1].isascii()
    # A full stop may belong to `sec.`, and a sentence may end with it.
    return line.folded(at) != "." or not line.is_spaced(at + 1)


def _is_rest(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    return lexicon.ends("rest", line, at) is not None


@lru_cache(maxsize=64)
def _words(tag: str) -> frozenset[str]:
    """Return the single words that may stand in a dose in a language."""
    return frozenset(_words_of(lexicon(tag)))


def _words_of(words: Lexicon) -> Iterator[str]:
    for meaning in _MEANINGS:
        for phrases in words.phrases[meaning].values():
            for phrase in phrases:
                yield from phrase
