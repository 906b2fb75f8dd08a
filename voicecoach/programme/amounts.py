"""Amounts: what can be added to week by week, a number with or without a unit, or a duration.

Amounts in one unit stay in it: 60 kg and 2.5 kg are 62.5 kg, whatever a routine does with them.
Amounts in different units are durations: 60s and 2 min are 3 min.
"""

import re
from decimal import Decimal

from msgspec import Struct

from voicecoach.language.grammar.durations import written
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values import duration

_AMOUNT = re.compile(r"([+−-]?)\s*([0-9]{1,6}(?:\.[0-9]{1,3})?)(\s*)([^\d\s:]?[^\d:]*)")
_SIGNED = re.compile(r"([+−-]?)\s*(.*)", re.DOTALL)
_MINUS = ("-", "−")


class Amount(Struct, frozen=True):
    """A number of some unit; `gap` stands between them. Of a duration it is in ms, without unit."""

    number: Decimal
    gap: str = ""
    unit: str = ""
    is_duration: bool = False

    def plus(self, other: "Amount", times: int) -> "Amount":
        """Return this amount with another one of its kind added so many times."""
        number = self.number + other.number * times
        return Amount(number, self.gap, self.unit, self.is_duration)

    def __str__(self) -> str:
        """Return the amount as it is written in a routine."""
        if self.is_duration:
            return written(int(self.number))
        return f"{self.number.normalize():f}{self.gap}{self.unit}"


def amounts_of(texts: list[str], lexicon: Lexicon) -> list[Amount]:
    """Return the amounts that texts are, all of one kind, so that they can be added.

    Raises the refusal of texts that are none, or not of one kind.
    """
    matches = [_AMOUNT.fullmatch(text.strip()) for text in texts]
    amounts = [
        Amount(Decimal(("-" if match[1] in _MINUS else "") + match[2]), match[3], match[4])
        for match in matches
        if match is not None
    ]
    if len(amounts) == len(texts) and len({amount.unit.lower() for amount in amounts}) == 1:
        return amounts
    try:
        return [_duration(text, lexicon) for text in texts]
    except RefusalError:
        listed = ", ".join(f"`{text}`" for text in texts)
        hint = (
            "write all with one unit, such as `60 kg` and `2.5 kg`, or `8` and `1`, or as durations"
        )
        raise RefusalError(f"{listed} cannot be added", hint) from None


def _duration(text: str, lexicon: Lexicon) -> Amount:
    match = _SIGNED.fullmatch(text.strip())
    assert match is not None
    if duration.is_bare(match[2], lexicon):
        raise RefusalError(f"`{text}` has no unit")
    length_ms = duration.parse(match[2], lexicon)
    return Amount(Decimal(-length_ms if match[1] in _MINUS else length_ms), is_duration=True)
