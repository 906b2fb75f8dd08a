"""Measures: numbers with their units in words, from the Unicode CLDR through Babel."""

from decimal import Decimal

from babel.units import format_unit


def measure(
    amount: float | Decimal, cldr_unit: str, locale: str, number_format: str | None = None
) -> str:
    """Return an amount with its unit in words: `2 hours` of `duration-hour`."""
    told = format_unit(amount, cldr_unit, "long", format=number_format, locale=locale)
    if told.endswith(cldr_unit):
        # Of forms that are alike, such as Dutch “uur”, Babel has the short one alone.
        told = format_unit(amount, cldr_unit, "short", format=number_format, locale=locale)
    return told
