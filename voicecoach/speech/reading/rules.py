"""The rules by which a text is read, the same in every language but for its words.

Each takes time that grows with the length of the text alone: no expression can begin at one place
and run on without end.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from voicecoach.speech.reading.quantities import (
    cldr_word,
    quantity,
    unit_pattern,
    unit_word,
    value,
)
from voicecoach.speech.reading.words import LanguageWords

_TIME = r"\d{1,2}:[0-5]\d(?::[0-5]\d)?"
_SIGNS_OF_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
_ROMAN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
]
_SECONDS, _MINUTES, _HOURS = "duration-second", "duration-minute", "duration-hour"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is written in a certain way, and how it is spoken."""

    pattern: re.Pattern[str]
    spoken: Callable[[re.Match[str]], str]


def rules_of(words: LanguageWords) -> Sequence[Rule]:
    """Return the rules of a language, in their order."""
    return [
        *_written(words),
        *_numbers(words),
        *_products(words),
        *_fractions(words),
        *_joined_numbers(words),
        *_times(words),
        *_units(words),
    ]


def _written(words: LanguageWords) -> Iterator[Rule]:
    for expression, spoken in words.written.items():
        yield Rule(re.compile(expression), _always(spoken))
    sections = "|".join(words.sections)
    # Alone, an I is a number only where a part of the sentence ends: “In Part I lie down”.
    numbers = (
        rf"(?:{'|'.join(sorted(_ROMAN[1:], key=len, reverse=True))}|I(?=\s*(?:[.,:;!?)–-]|$)))"
    )
    roman = re.compile(rf"(?<!\w)({sections}) ({numbers})(?!\w)")
    yield Rule(roman, lambda match: f"{match[1]} {_ROMAN.index(match[2]) + 1}")


def _numbers(words: LanguageWords) -> Iterator[Rule]:
    thousands = rf"(?<![\w.,])\d{{1,3}}(?:[{words.thousands}]\d{{3}}){{1,3}}(?![\w])"
    join = re.compile(rf"[{words.thousands}]")
    unit = unit_pattern(words)
    # A thousand's mark is removed before a unit that is glued to it, too.
    pattern = re.compile(thousands.replace(r"(?![\w])", rf"(?!\d)(?=\s?{unit}|\W|$)"))
    yield Rule(pattern, lambda match: join.sub("", match[0]))


def _products(words: LanguageWords) -> Iterator[Rule]:
    between = re.compile(r"(?<=\d)\s?[xX×*]\s?(?=\d)")
    yield Rule(between, _always(f" {words.times} "))
    behind = re.compile(r"(?<![\w.,:/])(\d{1,9})\s?(?:×|x)(?![\w-])")
    before = re.compile(r"(?<![\w.,:/])(?:×|x)\s?(\d{1,9})(?![\w.,:/–-]\d|\d)")

    def times(match: re.Match[str]) -> str:
        return words.once if int(match[1]) == 1 else f"{match[1]} {words.times}"

    yield Rule(behind, times)
    yield Rule(before, times)


def _fractions(words: LanguageWords) -> Iterator[Rule]:
    signs = "".join(_SIGNS_OF_FRACTIONS)
    yield Rule(
        re.compile(rf"(?<=\d)?\s?[{signs}]"),
        lambda match: f" {_SIGNS_OF_FRACTIONS[match[0].strip()]}",
    )
    sections = "|".join(words.sections)
    count = re.compile(rf"(?<!\w)((?i:{sections})) (\d{{1,3}})/(\d{{1,3}})(?![\w/])")
    yield Rule(count, lambda match: f"{match[1]} {match[2]} {words.of} {match[3]}")
    written = "|".join(words.fractions)
    unit = unit_pattern(words)
    mixed = re.compile(rf"(?<![\w.,:/-])(\d{{1,9}}) ({written})(?![\w/]|-\d)(?:\s?({unit}))?")
    alone = re.compile(rf"(?<![\w.,:/-])({written})(?!\d|/|-\d)(?:\s?({unit}))?(?!\w)")

    def mixed_spoken(match: re.Match[str]) -> str:
        number = f"{match[1]} {words.mixed[match[2]]}"
        return f"{number} {unit_word(Decimal(2), match[3], words)}" if match[3] else number

    def alone_spoken(match: re.Match[str]) -> str:
        number = words.fractions[match[1]]
        return f"{number} {unit_word(Decimal(1), match[2], words)}" if match[2] else number

    yield Rule(mixed, mixed_spoken)
    yield Rule(alone, alone_spoken)


def _joined_numbers(words: LanguageWords) -> Iterator[Rule]:
    """Ranges, `6-8`, and names made of numbers, `90/90` and `4-7-8`, which are said one by one."""
    number = rf"\d{{1,9}}(?:\{words.decimal}\d{{1,4}})?"
    unit = unit_pattern(words)
    one_by_one = re.compile(
        r"(?<![\w.,:/–-])\d{1,9}(?:(?:[-–]\d{1,9}){2,9}|(?:/\d{1,9}){1,9})(?!\d|[-–/:]\d)"
    )
    yield Rule(one_by_one, lambda match: re.sub(r"[-–/]", " ", match[0]))
    several = re.compile(
        rf"(?<![\w.,:/–-])({_TIME}|{number})(\s?{unit})?(?:\s?–\s?|-)({_TIME}|{number})"
        rf"(?!\d|[-–/:.,]\d)(?=(\s?{unit})?)"
    )

    def range_spoken(match: re.Match[str]) -> str:
        low, low_unit, high, high_unit = match.groups()
        plain = not (low_unit or high_unit or ":" in low + high)
        is_range = not plain or value(low, words) < value(high, words)
        return f"{low}{low_unit or ''} {words.to if is_range else ''} {high}"

    yield Rule(several, range_spoken)


def _times(words: LanguageWords) -> Iterator[Rule]:
    per_unit = re.compile(r"(?<=[\d\w])\s?/\s?((?:\d{1,4}\s?)?)(km|mi|mile|m)(?!\w|/)")

    def per(match: re.Match[str]) -> str:
        length = match[1].strip()
        amount = Decimal(length or 1)
        return f" {words.per} {length} {unit_word(amount, match[2], words)}"

    yield Rule(per_unit, per)
    heights = "|".join(words.heights)
    # A phrase in quotes may end in a number.
    marks = re.compile(
        rf"[\"“][^\"“”\d][^\"“”]{{0,200}}[\"”]|((?i:{heights})(?: [a-z]{{1,12}})?[ ,:]{{1,2}})?"
        rf"(?<![\w.,:])(?=\d{{1,3}}['’′\"″”])(?:(\d{{1,3}})['’′](?![^\W\d]))?"
        rf"(?:(\d{{1,3}})[\"″”](?!\w))?(?=[\s-]?((?i:{heights}))?)"
    )
    yield Rule(marks, lambda match: _with_marks(match, words))
    of_the_day = "|".join(re.escape(word) for word in words.time_of_day)
    clock = re.compile(
        r"(?<![\w.,:/])(\d{1,2}):([0-5]\d)(?::([0-5]\d))?"
        rf"(?:\s?(h|min|mins|minutes|Minuten|minute)(?!\w))?(?![\w]|:\d)(?!\s?(?i:{of_the_day}))"
    )
    yield Rule(clock, lambda match: _clock_time(match, words))
    glued = re.compile(r"(?<![\w.,:])(\d{1,2})(h|m)\s?(\d{1,2})(s|m|min|sec)?(?!\w)")
    yield Rule(glued, lambda match: _glued_time(match, words))


def _with_marks(match: re.Match[str], words: LanguageWords) -> str:
    before, minutes, seconds, behind = match.groups()
    if minutes is None and seconds is None:
        return match[0]
    if minutes is None and (before or behind):
        return f"{before or ''}{quantity(seconds, 'inch', words)}"
    return (before or "") + _length([(minutes, _MINUTES), (seconds, _SECONDS)], words)


def _clock_time(match: re.Match[str], words: LanguageWords) -> str:
    first, second, third, unit = match.groups()
    if third is not None:
        return _length([(first, _HOURS), (second, _MINUTES), (third, _SECONDS)], words)
    units = (_HOURS, _MINUTES) if unit == "h" else (_MINUTES, _SECONDS)
    return _length([(first, units[0]), (second, units[1])], words)


def _glued_time(match: re.Match[str], words: LanguageWords) -> str:
    units = (_HOURS, _MINUTES) if match[2] == "h" else (_MINUTES, _SECONDS)
    return _length([(match[1], units[0]), (match[3], units[1])], words)


def _length(amounts: Sequence[tuple[str | None, str]], words: LanguageWords) -> str:
    """Return a length of time; the last of several amounts needs no unit: `1 minute 30`."""
    given = [(int(amount), unit) for amount, unit in amounts if amount and int(amount)]
    if not given:
        given = [(0, amounts[-1][1])]
    parts = [f"{amount} {cldr_word(Decimal(amount), unit, words)}" for amount, unit in given]
    if len(given) > 1 and given[-1][1] != _HOURS and given[-1][0] >= 10:
        parts[-1] = str(given[-1][0])
    return " ".join(parts)


def _units(words: LanguageWords) -> Iterator[Rule]:
    number = rf"(?<![\w.,:/])\d{{1,9}}(?:\{words.decimal}\d{{1,4}})?"
    # The full stop of an abbreviation goes, but not that of a sentence.
    unit = rf"({unit_pattern(words)})(?:(?<=\w)\.(?=\s[a-zà-ÿ]))?"
    # “The 1980s” are years.
    amount = re.compile(rf"({number})(?<!\b1\d\d0(?=s\b))(?<!\b20\d0(?=s\b))(\s?|-){unit}")
    yield Rule(amount, lambda match: _amount(match, words))
    letters = re.compile(r"(?<![\w.,:/-])(\d{1,3})([A-Z]{2,3})(?!\w)")
    yield Rule(letters, lambda match: " ".join([match[1], *match[2]]))


def _amount(match: re.Match[str], words: LanguageWords) -> str:
    number, joint, unit = match.groups()
    if joint == "-":
        # In a compound, “10-sec hold”, the unit is that of one.
        return f"{number}-{unit_word(Decimal(1), unit, words)}"
    return quantity(number, unit, words)


def _always(spoken: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match.expand(spoken)
