"""Amounts of units in words, from the Unicode CLDR through Babel."""

from decimal import Decimal
from functools import cache

from babel.units import format_unit

# Units of a distance that the CLDR has words for, by how they are written; the others have phrases.
DISTANCES = {
    "m": "length-meter",
    "km": "length-kilometer",
    "mile": "length-mile",
    "yard": "length-yard",
    "foot": "length-foot",
    "cal": "energy-calorie",
}
# No marks between thousands: voices may stop there.
NUMBER = "0.####"


@cache
def time_in_words(amount: float, unit: str, locale: str) -> str:
    """Return hours, minutes or seconds in words; `unit` is the singular in English."""
    return amount_in_words(amount, f"duration-{unit}", locale)


def amount_in_words(
    amount: float | Decimal, unit: str, locale: str, number: str | None = None
) -> str:
    """Return an amount of a CLDR unit in words, with plain blanks; `number` is Babel's pattern.

    Languages that write no unit out, as Japanese and Chinese, have the short form alone: Babel
    gives the unit's identifier for the long one.
    """
    text = format_unit(amount, unit, "long", format=number, locale=locale)
    return amount_with_symbol(amount, unit, locale, number) if unit in text else _plain(text)


def amount_with_symbol(
    amount: float | Decimal, unit: str, locale: str, number: str | None = None
) -> str:
    """Return an amount of a CLDR unit as on paper, `1,5 km`; `number` is Babel's pattern."""
    return _plain(format_unit(amount, unit, "short", format=number, locale=locale))


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
