"""Stretches: the words from a number on that the short form reads as one dose or rest.

From each number on, the longest stretch of words that the short form reads as a dose is one:
`3 sets of 12 reps per leg` in `Do 3 sets of 12 reps per leg, slowly`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

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
_MOST_TOKENS = 16
_LEAST_METRES = 100
_LEAST_REST_METRES = 20
_DISTANCE_UNITS = (
    "minute_or_metre",
    "metre",
    "kilometre",
    "mile",
    "yard",
    "foot",
    "calorie",
    "lap",
)
_MEANINGS = (
    "second", "minute", "hour", "minute_or_metre", "metre", "kilometre", "mile", "yard",
    "rep", "times", "set", "breath", "breathing", "hold", "of", "for", "in", "per", "to",
    "each_side", "each_limb", "each", "right", "left", "rest", "recovery", "between", "on", "off",
)  # fmt: skip


@lru_cache(maxsize=4096)
def short_form(text: str, lexicon: Lexicon) -> ShortForm | None:
    """Return what a line is in the short form, None where it is nothing there."""
    try:
        return parse(tokens(text).text, lexicon)
    except MisreadError:
        return None


def longest_stretch(line: TokenLine, start: int, lexicon: Lexicon) -> tuple[int, Keys] | None:
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
        if form is not None and is_dose and not is_distance_unit(line, end, lexicon):
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


def is_distance_unit(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether the unit of a distance, or what may be one, stands at a token."""
    return any(lexicon.ends(unit, line, at) is not None for unit in _DISTANCE_UNITS)


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


def is_rest_at(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether a word for a rest stands at a token."""
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
