"""Spelling: numbers in words, fractions and short times, as the short form reads them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from voicecoach.importing.plain_text.words import Words

_UNITS = ("second", "minute", "hour", "rep", "times", "set", "round", "breath")
_FRACTIONS = str.maketrans({"½": " 1/2", "¼": " 1/4", "¾": " 3/4"})
_PART = re.compile(r"(?<![\d/.,:-])(?:(\d{1,3})[ -])?([1-3])/([2-4])")
_SHORT_TIME = re.compile(r"(?<![\w:]):(\d\d)(?![\d:])")
_LIST = re.compile(r"(?<![\d/.:-])\d{1,2}(?:([/-])\d{1,2})(?:\1\d{1,2})+(?![\d/:-])")
# `3 x 8 - 10`; with something behind it, it might be a load: `3 x 8 - 10 kg`.
_RANGE_OF_SETS = re.compile(r"(\d\s*[x×*]\s*)(\d{1,3})\s+[–-]\s+(\d{1,3})(?=\s*(?:[|,;)]|$))")
_LEAST_SETS = 3


def in_figures(text: str, tag: str) -> str:
    """Return a text with its numbers as the short form of a language reads them.

    `thirty seconds` is `30 seconds`, `1 1/2 min` is `1:30 min`, `:30` is `0:30`; `12/10/8` is a
    list of sets, `5-5-5` the same for all of them; `10 slow reps` is `10 reps (slow)`.
    """
    text = _SHORT_TIME.sub(r"0:\1", text.translate(_FRACTIONS))
    text = _spaced_range(tag).sub(_range, _LIST.sub(_sets, text))
    text = _RANGE_OF_SETS.sub(r"\1\2-\3", text)
    numbers = Words(tag).numbers
    text = _in_words(tag).sub(lambda found: _figure(found, numbers), text)
    text = _in_words_last(tag).sub(lambda found: f"{found[1]}{numbers[found[2].casefold()]}", text)
    text = _twice(tag).sub(" x 2", text)
    text = _as_many(tag).sub(r"\1 max", text)
    described = _described(tag).search(text)
    if described is not None:
        told = f"{text[: described.start(2)]}{text[described.end(2) + 1 :]}".rstrip(". ")
        text = f"{told} ({described[2]})"
    text = _half(tag).sub(lambda found: f"{found[1] or 0}:30 {found[2]}", text)
    text = _half_last(tag).sub(lambda found: f"{found[1]}:30 {found[2]}", text)
    return _fraction(tag).sub(_minutes, text)


def _range(found: re.Match[str]) -> str:
    low, high = int(found[1]), int(found[2])
    return f"{low}-{high}" if low < high else found[0]


def _figure(found: re.Match[str], numbers: Mapping[str, int]) -> str:
    """Return a number in words as figures; `This is one set` counts nothing."""
    number = numbers[found[1].casefold()]
    return found[0] if number == 1 and found["set"] else str(number)


def _sets(found: re.Match[str]) -> str:
    numbers = [int(number) for number in found[0].split(found[1])]
    if len(set(numbers)) == 1 and len(numbers) >= _LEAST_SETS and numbers[0]:
        return f"{len(numbers)}x{numbers[0]}"
    if found[1] == "/" and numbers == sorted(set(numbers), reverse=True):
        return ", ".join(map(str, numbers))
    return found[0]


def _minutes(found: re.Match[str]) -> str:
    part, of = int(found[2]), int(found[3])
    seconds = 60 * part // of
    return found[0] if part >= of else f"{found[1] or 0}:{seconds:02d} {found[4]}"


@lru_cache(maxsize=64)
def _spaced_range(tag: str) -> re.Pattern[str]:
    """Return the pattern of `8 – 10` before what is counted."""
    units = Words(tag).any(*_UNITS)
    return re.compile(
        rf"(?<![\d.,:])(\d{{1,3}})\s+[–-]\s+(\d+)(?=\s*(?:{units})(?![^\W\d_]))", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _in_words(tag: str) -> re.Pattern[str]:
    """Return the pattern of a number in words before what it counts."""
    words = Words(tag)
    units = rf"(?P<set>{words.any('set')})|{words.any(*_UNITS)}"
    return re.compile(
        rf"(?<![\w-])({_numbers(tag)})(?=[\s-]+(?:{units})(?![^\W\d_]))", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _in_words_last(tag: str) -> re.Pattern[str]:
    """Return the pattern of a number in words at the end: `3 sets of ten`."""
    words = Words(tag)
    lead = rf"\d\s+(?:{words.any('set')})\s+(?:{words.any('of')})\s+"
    return re.compile(rf"({lead})({_numbers(tag)})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=64)
def _twice(tag: str) -> re.Pattern[str]:
    """Return the pattern of `, twice` at the end of a line."""
    return re.compile(rf"(?<=\w)\s*,\s*(?:{Words(tag).any('twice')})[.!]?$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _as_many(tag: str) -> re.Pattern[str]:
    """Return the pattern of `4 x AMRAP`: sets of as many repetitions as possible, and no clock."""
    words = Words(tag)
    sets = rf"\d{{1,2}}\s*(?:[x×]|(?:{words.any('set')})(?:\s+(?:{words.any('of')}))?)"
    return re.compile(rf"(?<!\w)({sets})\s*(?:{words.any('amrap')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _described(tag: str) -> re.Pattern[str]:
    """Return the pattern of `10 slow reps`."""
    words = Words(tag)
    others = words.any("second", "minute", "set", "round", "rep", "of", "for", "to", "per", "each")
    how = rf"(?!(?:{others}|x)(?!\w))([^\W\d_]{{3,20}})"
    return re.compile(
        rf"(?<![\w.,:/-])(\d{{1,3}}) {how} (?:{words.any('rep')})(?![^\W\d_])", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _half(tag: str) -> re.Pattern[str]:
    """Return the pattern of `half a minute`, `2 and a half minutes` and `1-and-a-half minute`."""
    words = Words(tag)
    spelled = words.any("half").replace(r"\ ", r"[\s-]")
    half = rf"(?:(\d{{1,3}})[\s-]+)?(?:{spelled})(?:\s+an?)?"
    return re.compile(
        rf"(?<![\w:])(?<!\d )(?<!\d \d)(?<!and a )(?:{half})\s+({words.any('minute')})\b", re.I
    )


@lru_cache(maxsize=64)
def _half_last(tag: str) -> re.Pattern[str]:
    """Return the pattern of `1 minute and a half`."""
    words = Words(tag)
    minute = words.any("minute")
    return re.compile(rf"(?<![\w:])(\d{{1,3}})\s+({minute})\s+(?:{words.any('half')})(?!\w)", re.I)


@lru_cache(maxsize=64)
def _fraction(tag: str) -> re.Pattern[str]:
    minute = Words(tag).any("minute")
    return re.compile(rf"{_PART.pattern}[\s-]*({minute})(?![^\W\d_])", re.IGNORECASE)


def _numbers(tag: str) -> str:
    return "|".join(map(re.escape, sorted(Words(tag).numbers, key=len, reverse=True)))
