"""The rules by which a text is read, the same in every language but for its words.

Each takes time that grows with the length of the text alone: no expression can begin at one place
and run on without end.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from voicecoach.speech.reading.marks import decimals_of, thousands_of
from voicecoach.speech.reading.quantities import compound, quantity, unit_pattern, unit_word, value
from voicecoach.speech.reading.rule import Rule, always
from voicecoach.speech.reading.signs import signs_of
from voicecoach.speech.reading.symbols import symbols_of
from voicecoach.speech.reading.times import times_of
from voicecoach.speech.reading.words import LanguageWords

_TIME = r"\d{1,2}:[0-5]\d(?::[0-5]\d)?"
_SIGNS_OF_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
_ROMAN = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI",
    "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
]  # fmt: skip


def rules_of(words: LanguageWords) -> Sequence[Rule]:
    """Return the rules of a language, in their order."""
    return [
        *signs_of(words),
        *decimals_of(words),
        *_written(words),
        *symbols_of(words),
        *thousands_of(words),
        *_products(words),
        *_fractions(words),
        *_joined_numbers(words),
        *_spaced_ranges(words),
        *times_of(words),
        *_units(words),
    ]


def _written(words: LanguageWords) -> Iterator[Rule]:
    for expression, spoken in words.written.items():
        yield Rule(re.compile(expression), spoken if callable(spoken) else always(spoken))
    sections = "|".join(words.sections)
    # Alone, an I is a number only where a part of the sentence ends: “In Part I lie down”.
    numbers = (
        rf"(?:{'|'.join(sorted(_ROMAN[1:], key=len, reverse=True))}|I(?=\s*(?:[.,:;!?)–-]|$)))"
    )
    roman = re.compile(rf"(?<!\w)({sections}) ({numbers})(?!\w|-\w)")
    yield Rule(roman, lambda match: f"{match[1]} {_ROMAN.index(match[2]) + 1}")


def _products(words: LanguageWords) -> Iterator[Rule]:
    sets = "|".join(words.sets)
    of_sets = re.compile(rf"(?<!\w)(\d{{1,3}} (?i:{sets}))\s?[xX×*]\s?(?=\d)")
    yield Rule(of_sets, always(rf"\1 {words.sets_of} "))
    in_sets = re.compile(rf"(?<=[^\W\d])\.?(?:\s[xX]|\s?[×*])\s?(?=\d{{1,3}} (?i:{sets})(?!\w))")
    yield Rule(in_sets, always(", "))
    between = re.compile(r"(?<=\d)\s?[xX×*]\s?(?=\d)")
    yield Rule(between, always(f" {words.times} "))
    behind = re.compile(r"(?<![\w.,:/])(\d{1,9})\s?(?:×|x)(?![\w-])")
    of_amounts = re.compile(
        rf"(?<![\w.,:/])[×x]\s?(?=\d{{1,9}}(?:\{words.decimal}\d{{1,4}})?\s?{unit_pattern(words)})"
    )
    yield Rule(of_amounts, always(f"{words.times} "))
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
    ratio = re.compile(r"(?<![\w.,:/-])(\d):(\d)(?![\w:/])")
    yield Rule(ratio, lambda match: f"{match[1]} {words.to} {match[2]}")
    # Pain and effort are told on a scale to 10: `7/10`.
    scale = re.compile(r"(?<![\w.,:/-])([0-9])/10(?![\w/])")
    yield Rule(scale, lambda match: f"{match[1]} {words.of} 10")
    scales = re.compile(r"(?<![\w.,:/-])(\d)[-–](\d{1,2})/10(?![\w/])")
    yield Rule(scales, always(rf"\1 {words.to} \2 {words.of} 10"))
    written = "|".join(words.fractions)
    unit = _abbreviated_unit(words)
    mixed = re.compile(rf"(?<![\w.,:/-])(\d{{1,9}}) ({written})(?![\w/]|-\d)(?:\s?{unit})?")
    alone = re.compile(rf"(?<![\w.,:/-])({written})(?!\d|/|-\d)(?:\s?{unit})?(?!\w)")

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
        rf"(?<![\w.,:/–-])({_TIME}|{number})(?:(\s?{unit})\.?)?(?:\s?–\s?|-)({_TIME}|{number})"
        rf"(?!\d|[-–/:.,]\d)(?=(\s?{unit})?)"
    )

    def range_spoken(match: re.Match[str]) -> str:
        low, low_unit, high, high_unit = match.groups()
        if _is_phone_number(match):
            return match[0]
        plain = not (low_unit or high_unit or ":" in low + high)
        is_range = not plain or value(low, words) < value(high, words)
        return f"{low}{low_unit or ''} {words.to if is_range else ''} {high}"

    yield Rule(several, range_spoken)

    parts = re.compile(rf"(?<![\w.,:/–-])({number}\s?{unit})/(?={number}\s?{unit})")
    yield Rule(parts, always(r"\1, "))


def _is_phone_number(match: re.Match[str]) -> bool:
    """Return whether two joined numbers are part of a phone number: `030-123456`, `555-1234`."""
    low, low_unit, high, high_unit = match.groups()
    if low_unit or high_unit or not (low + high).isdecimal():
        return False
    begins_with_0 = low.startswith("0") and len(low) > 1
    return begins_with_0 or (len(low) == 3 and len(high) == 4 and int(high) % 50 != 0)


def _spaced_ranges(words: LanguageWords) -> Iterator[Rule]:
    """`5 - 10 s`; a hyphen between blanks is a dash as well, as in `Round 1 - 30 s`."""
    number = rf"\d{{1,9}}(?:\{words.decimal}\d{{1,4}})?"
    unit = unit_pattern(words)
    sections, counted = "|".join(words.sections), "|".join(words.counted)
    spaced = re.compile(
        rf"(?<!\w)((?i:{sections})\s)?(?<![\w.,:/–-])(?<![–-]\s)({number})(?:\s?({unit})\.?)?"
        rf" - ({number})"
        rf"(?!\d|\s?[-–/:.,]\d)(?!\s[-–]\s\d)(?=\s?({unit})|\s(?:{counted})(?!\w))"
    )

    def spaced_range_spoken(match: re.Match[str]) -> str:
        section, low, low_unit, high, high_unit = match.groups()
        alike = low_unit in (None, high_unit)
        if section or not alike or value(low, words) >= value(high, words):
            return match[0]
        return f"{low} {low_unit or ''} {words.to} {high}"

    yield Rule(spaced, spaced_range_spoken)


def _units(words: LanguageWords) -> Iterator[Rule]:
    number = rf"(?<![\w.,:])(?<!\d/)\d{{1,9}}(?:\{words.decimal}\d{{1,4}})?"
    unit = _abbreviated_unit(words)
    # “The 1980s” are years.
    amount = re.compile(rf"({number})(?<!\b1\d\d0(?=s\b))(?<!\b20\d0(?=s\b))(\s?|-){unit}")
    yield Rule(amount, lambda match: _amount(match, words))
    letters = re.compile(r"(?<![\w.,:/-])(\d{1,3})([A-Z]{2,3})(?!\w)")
    yield Rule(letters, lambda match: " ".join([match[1], *match[2]]))


def _abbreviated_unit(words: LanguageWords) -> str:
    """Return the expression of a unit, its group, with the full stop of an abbreviation.

    The full stop of a sentence does not belong to it.
    """
    within = rf"\s?[,;:)/–&+-]|{words.within_sentence}"
    return rf"({unit_pattern(words)})(?:(?<=\w)\.(?={within}))?"


def _amount(match: re.Match[str], words: LanguageWords) -> str:
    number, joint, unit = match.groups()
    if joint == "-":
        return compound(number, unit, words)
    return quantity(number, unit, words)
