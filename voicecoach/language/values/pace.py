"""Paces as values of keys: `6:00/km`, `2:00/500m`, `5:30-6:00/km`, `1:30/lap`."""

import re
from fractions import Fraction
from math import floor
from typing import Any

from voicecoach.language.grammar import paces
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.paces import find_paces
from voicecoach.language.refusal import RefusalError, faulty
from voicecoach.language.values.bare import bare, tokens
from voicecoach.language.values.fragments import Fragment, string, whole
from voicecoach.language.values.kind import Kind
from voicecoach.text.document import Text
from voicecoach.units import MINUTE_MS, SECOND_MS, clock

_SPEED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*(?:km\s*/\s*h|kmh|kph)", re.IGNORECASE)
_WITHOUT_UNIT = re.compile(r"([0-9][0-9.\s–-]*?)\s*(/.*)")


class Pace(Kind[paces.Pace], frozen=True):
    """A time for a distance, or a range of times."""

    def read(self, value: Any, lexicon: Lexicon) -> paces.Pace:
        """Return a pace."""
        text = bare(value, "a pace such as `6:00/km`")
        line = tokens(text)
        found = next((pace for pace in find_paces(line, 0, lexicon) if pace.end == len(line)), None)
        if found is None:
            raise _no_pace(text)
        if found.fault is not None:
            raise faulty(found.fault, text)
        return found.pace

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a pace as it is written."""
        return str(self.read(text, lexicon))

    def describe(self) -> Fragment:
        """Return the schema of a pace, whose words may be those of any language."""
        message = "a pace such as `6:00/km`, `2:00/500m` or `1:30/lap`"
        time = r"(?=[^/1-9]*[1-9])(?!\s*[0-9.]+\s*/)[0-9][^/{]*"
        return string(whole(rf"{time}(?:/|\s)\s*[0-9.,]*\s*[^\s0-9:{{/][^0-9:{{/]*"), message)


def _no_pace(text: str) -> RefusalError:
    speed = _SPEED.fullmatch(text)
    if speed is not None and Fraction(speed[1]):
        per_km_ms = floor(60 * MINUTE_MS / Fraction(speed[1]) / SECOND_MS) * SECOND_MS
        hint = f"write how long a kilometre takes: `{clock(per_km_ms)}/km`"
        return RefusalError(f"`{text}` is a speed", hint)
    without = _WITHOUT_UNIT.fullmatch(text)
    if without is not None:
        time, per = without.groups()
        return RefusalError(
            f"`{text}`: minutes or seconds?", f"write `{time} min{per}` or `{time}s{per}`"
        )
    hint = "write a time for a distance, such as `6:00/km`, `2:00/500m` or `1:30/lap`"
    return RefusalError(f"`{text}` is no pace", hint)
