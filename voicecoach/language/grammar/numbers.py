"""Numbers: how one is written in a language, and where its point or comma can be read two ways."""

import re
from decimal import Decimal
from typing import NamedTuple

from voicecoach.language.grammar.lexicon import Lexicon

MAX_DIGITS = 9
# `1.500`: one and a half, or fifteen hundred? More digits before the point group nothing.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}")


class Fault(NamedTuple):
    """What is wrong with a value that can be read nevertheless.

    `wrong` is the piece at fault, and `meant` what may belong in its place: one way where there is
    no doubt, several to choose from, or none.
    """

    message: str
    wrong: str
    meant: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether there is no doubt what was meant."""
        return len(self.meant) == 1

    def corrected(self, text: str) -> list[str]:
        """Return a text with the piece at fault in each way in which it may be meant."""
        return [text.replace(self.wrong, way, 1) for way in self.meant]

    def hint(self, text: str) -> str | None:
        """Return the hint that shows a text as it may be meant."""
        ways = " or ".join(f"`{way}`" for way in self.corrected(text))
        return f"write {ways}" if ways else None


class Number(NamedTuple):
    """A number, 0 or more, and what is wrong with how it is written."""

    value: Decimal
    fault: Fault | None = None


def number(written: str, lexicon: Lexicon, of_seconds: bool = False) -> Number:
    """Return the number that a token of digits, points and commas means.

    Three decimals of a second are milliseconds: nobody counts seconds in thousands.
    """
    digits = re.sub("[.,]", "", written)
    if len(digits) > MAX_DIGITS:
        return Number(Decimal(0), Fault(f"`{written}` has too many digits", written))
    grouped = _GROUPED.fullmatch(written)
    if grouped is not None and not (of_seconds and grouped[1] == "."):
        point = Decimal(written.replace(",", "."))
        # A fourth digit makes it a decimal beyond doubt.
        other = f"{point}0" if point != int(point) else str(int(point))
        message = f"`{written}` can be read two ways: {digits}, or {point.normalize():f}?"
        ways = (digits, other)
        return Number(point, Fault(message, written, ways))
    if len(re.findall("[.,]", written)) > 1:
        apart = re.sub("[.,]", ", ", written)
        return Number(Decimal(0), Fault(f"`{written}` is no number", written, (apart,)))
    value = Decimal(written.replace(",", "."))
    if "," in written and not lexicon.decimal_comma:
        message = f"`{written}` has a comma where a point belongs"
        return Number(value, Fault(message, written, (written.replace(",", "."),)))
    return Number(value)
