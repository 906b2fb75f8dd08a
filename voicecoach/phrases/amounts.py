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
    if unit in text:
        text = format_unit(amount, unit, "short", format=number, locale=locale)
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
