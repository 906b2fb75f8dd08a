"""Marks in numbers: a point for a decimal comma, `2.5 kg`, and marks of thousands."""

import re
from collections.abc import Iterator

from voicecoach.speech.reading.quantities import unit_pattern
from voicecoach.speech.reading.rule import Rule, always
from voicecoach.speech.reading.words import LanguageWords


def decimals_of(words: LanguageWords) -> Iterator[Rule]:
    """Yield the rule of a point where the language writes a decimal comma.

    Many keyboards have no comma beside their digits. A point before three digits stays.
    """
    if words.decimal != ",":
        return
    # `8.30 h` is a time of the day.
    point = re.compile(
        r"(?<![\w.,:])(\d{1,9})\.(?!\d\d\s?h)(\d{1,2})"
        rf"(?=(?:\s?[-–]\s?\d{{1,9}}(?:[.,]\d{{1,2}})?)?[\s-]?{unit_pattern(words)})"
    )
    yield Rule(point, always(r"\1,\2"))


def thousands_of(words: LanguageWords) -> Iterator[Rule]:
    """Yield the rules of marks of thousands, which are left out: `1.200 m`."""
    # Switzerland's mark of thousands would be one of minutes.
    swiss = re.compile(r"(?<![\w.,:])\d{1,3}(?:['’]\d{3}){1,3}(?!\d)")
    yield Rule(swiss, lambda match: re.sub("['’]", "", match[0]))
    join = re.compile(rf"[{words.thousands}]")
    # A thousand's mark is removed before a unit that is glued to it, too.
    pattern = re.compile(
        rf"(?<![\w.,])\d{{1,3}}(?:[{words.thousands}]\d{{3}}){{1,3}}"
        rf"(?!\d)(?=\s?{unit_pattern(words)}|\W|$)"
    )
    yield Rule(pattern, lambda match: join.sub("", match[0]))
