"""Doses: how long a step is, as intervals.icu writes it: `10m`, `1h30`, `1'30"`, `400mtr`.

`m` is minutes there, and metres are `mtr`.
"""

import re
from decimal import Decimal

from msgspec import Struct

from voicecoach.importing.intervals_text.words import Words
from voicecoach.importing.numbers import decimal, whole
from voicecoach.importing.pace import KILOMETRE, MILE, YARD
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS

_NUMBER = r"[0-9]{1,5}(?:[.,][0-9]{1,3})?"
_BEGINS = r"(?<![\w.,:/'\"=])(?<![0-9][-–])"
_ENDS = r"(?![\w%/:^'\"])"
_HOUR = r"(?:h|hrs?|hours?)"
_MINUTE = r"(?:m|mins?|minutes?|['’′])"
_SECOND = r"(?:s|secs?|seconds?|''|[\"”″])"
_TIMES = (
    rf"(?P<h>{_NUMBER})\s?{_HOUR}(?:\s?(?P<hm>[0-9]{{1,2}})\s?{_MINUTE}(?:\s?(?P<hms>[0-9]{{1,2}})\s?{_SECOND})?)?",
    r"(?P<h>[0-9]{1,2})h(?P<hm>[0-9][0-9])",
    rf"(?P<m>{_NUMBER})\s?{_MINUTE}(?:\s?(?P<ms>[0-9]{{1,2}})\s?{_SECOND})?",
    r"(?P<m>[0-9]{1,3})(?:m|['’′])(?P<ms>[0-9][0-9]?)",
    rf"(?P<s>{_NUMBER})\s?{_SECOND}",
)
_UNITS_MS = {"h": HOUR_MS, "hm": MINUTE_MS, "m": MINUTE_MS, "s": SECOND_MS}
_TIME_PATTERNS = tuple(re.compile(_BEGINS + each + _ENDS, re.IGNORECASE) for each in _TIMES)
_RANGE = re.compile(
    rf"{_BEGINS}(?P<low>[0-9]{{1,3}})\s?[-–]\s?(?P<high>[0-9]{{1,3}})\s?(?P<unit>[hms]){_ENDS}",
    re.IGNORECASE,
)
_METRES = {
    r"km|kms|kilomet(?:er|re)s?": KILOMETRE,
    r"mi|miles?": MILE,
    r"mtrs?|met(?:er|re)s?": Decimal(1),
    r"y|yds?|yrds?|yards?": YARD,
}
_DISTANCES = {
    re.compile(rf"{_BEGINS}(?P<number>{_NUMBER})\s?(?:{unit}){_ENDS}", re.IGNORECASE): metres
    for unit, metres in _METRES.items()
}
_BARE_MINUTES = re.compile(rf"{_NUMBER}m", re.IGNORECASE)


class Amount(Struct, frozen=True):
    """How long a step is: a time, perhaps up to `most_ms`, or a distance; `text` is as written."""

    text: str
    length_ms: int | None = None
    most_ms: int | None = None
    metres: Decimal | None = None

    @property
    def may_be_metres(self) -> bool:
        """Whether these minutes are written as others write metres."""
        return _BARE_MINUTES.fullmatch(self.text) is not None


def take_amount(words: Words) -> Amount | None:
    """Take the first amount of a line, and return it."""
    match = words.take(_RANGE, *_TIME_PATTERNS, *_DISTANCES)
    return None if match is None else _amount(match)


def has_amount(words: Words) -> bool:
    """Return whether there is an amount in what is left of a line."""
    return words.find((_RANGE, *_TIME_PATTERNS, *_DISTANCES)) is not None


def length_ms(text: str) -> int | None:
    """Return the length that a text is, such as `1m30`; None where it is none."""
    matches = filter(None, (pattern.fullmatch(text) for pattern in _TIME_PATTERNS))
    match = next(matches, None)
    return None if match is None else _amount(match).length_ms


def _amount(match: re.Match[str]) -> Amount:
    text = match[0]
    if match.re in _DISTANCES:
        return Amount(text, metres=_number(match["number"]) * _DISTANCES[match.re])
    if match.re is _RANGE:
        unit_ms = _UNITS_MS[match["unit"].lower()]
        low_ms, high_ms = sorted(int(match[end]) * unit_ms for end in ("low", "high"))
        return Amount(text, low_ms, high_ms if high_ms > low_ms else None)
    length = sum(
        _number(value) * _unit_ms(key) for key, value in match.groupdict().items() if value
    )
    return Amount(text, whole(Decimal(length)))


def _unit_ms(key: str) -> int:
    return _UNITS_MS.get(key, SECOND_MS)


def _number(text: str) -> Decimal:
    number = decimal(text)
    assert number is not None  # the patterns let nothing else through
    return number
