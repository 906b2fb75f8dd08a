"""Numbers: how foreign files write them, read without a rounding error."""

import re
from decimal import ROUND_HALF_UP, Decimal

from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.values.bare import tokens
from voicecoach.units import SECOND_MS

# A year has 32 million seconds.
_NUMBER = re.compile(r"[+-]?(\d{1,9}([.,]\d{0,12})?|[.,]\d{1,12})", re.ASCII)


def decimal(text: str) -> Decimal | None:
    """Return the number that a text is, with a point or comma, or None where it is none."""
    text = text.strip()
    return Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def seconds_ms(text: str) -> int | None:
    """Return a number of seconds in ms, or None where a text is no number of 0 or more."""
    seconds = decimal(text)
    return None if seconds is None or seconds < 0 else whole(seconds * SECOND_MS)


def duration_ms(text: str, lexicon: Lexicon) -> int | None:
    """Return a length such as `40`, `40 s`, `1:30` or `2 min` in ms; a bare number is seconds.

    None where a text is no length.
    """
    bare_ms = seconds_ms(text)
    if bare_ms is not None:
        return bare_ms
    line = tokens(text.strip().rstrip("."))
    for found in find_durations(line, 0, lexicon):
        if found.end == len(line) and found.fault is None and found.low_ms == found.high_ms:
            return found.low_ms
    return None


def whole(number: Decimal) -> int:
    """Return a number rounded, half up."""
    return int(number.to_integral_value(ROUND_HALF_UP))
