"""Numbers: how one is written in a language, and where its point or comma can be read two ways."""

import re
from decimal import Decimal
from typing import NamedTuple

from voicecoach.language.lexicon import Lexicon

_MAX_DIGITS = 9
# `1.500`: one and a half, or fifteen hundred? More digits before the point group nothing.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}")


class Fault(NamedTuple):
    """What is wrong with a value that can be read nevertheless: the error, and what to write.

    The hint is None where the value itself, written out, is the hint.
    """

    message: str
    hint: str | None = None


class Number(NamedTuple):
    """A number, 0 or more, and what is wrong with how it is written."""

    value: Decimal
    fault: Fault | None = None


def number(written: str, lexicon: Lexicon) -> Number:
    """Return the number that a token of digits, points and commas means."""
    digits = re.sub("[.,]", "", written)
    if len(digits) > _MAX_DIGITS:
        return Number(Decimal(0), Fault(f"`{written}` has too many digits"))
    grouped = _GROUPED.fullmatch(written)
    if grouped is not None:
        point = Decimal(written.replace(",", "."))
        message = f"`{written}` can be read two ways: {digits}, or {point.normalize():f}?"
        return Number(point, Fault(message, f"write `{digits}` or `{point.normalize():f}`"))
    if len(re.findall("[.,]", written)) > 1:
        apart = re.sub("[.,]", ", ", written)
        return Number(Decimal(0), Fault(f"`{written}` is no number", f"write `{apart}` for a list"))
    value = Decimal(written.replace(",", "."))
    if "," in written and not lexicon.decimal_comma:
        message = f"`{written}` has a comma where a point belongs"
        return Number(value, Fault(message, f"write `{written.replace(',', '.')}`"))
    return Number(value)
