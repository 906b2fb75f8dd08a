"""Numbers with their units in words, through the Unicode CLDR: `8 kilograms`."""

import re
from decimal import Decimal

from voicecoach.phrases.amounts import NUMBER, amount_in_words
from voicecoach.speech.reading.words import LanguageWords

_NUMBER_BEFORE_UNIT = re.compile(r"[\d.,]+\s*")


def quantity(number: str, written_unit: str, words: LanguageWords) -> str:
    """Return a number of up to 15 digits, as it is written, with its unit in words."""
    return f"{number} {unit_word(value(number, words), written_unit, words)}"


def compound(number: str, written_unit: str, words: LanguageWords) -> str:
    """Return a number with its unit as a part of a compound, “10-second hold”: that of one."""
    return f"{number}-{unit_word(Decimal(1), written_unit, words)}"


def value(number: str, words: LanguageWords) -> Decimal:
    """Return the value of a number as the language writes it."""
    return Decimal(number.replace(words.decimal, "."))


def unit_word(amount: Decimal, written_unit: str, words: LanguageWords) -> str:
    """Return the word of a unit beside an amount: `kilograms`."""
    unit = written_unit if written_unit in _known(words) else written_unit.lower()
    if unit in words.own_units:
        one, several = words.own_units[unit]
        return one if amount == 1 else several
    return cldr_word(amount, words.units[unit], words)


def cldr_word(amount: Decimal, cldr_unit: str, words: LanguageWords) -> str:
    """Return the word of a unit of the CLDR beside an amount."""
    formatted = amount_in_words(amount, cldr_unit, words.locale, NUMBER)
    return _NUMBER_BEFORE_UNIT.sub("", formatted, count=1)


def unit_pattern(words: LanguageWords) -> str:
    """Return the expression of any unit as it is written; single letters keep their case."""
    units = sorted(_known(words), key=len, reverse=True)
    letters = "|".join(re.escape(unit) for unit in units if len(unit) == 1)
    others = "|".join(re.escape(unit) for unit in units if len(unit) > 1)
    return rf"(?:(?i:{others})|{letters})(?!\w)"


def _known(words: LanguageWords) -> set[str]:
    return {*words.units, *words.own_units}
