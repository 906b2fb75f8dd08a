"""Numbers between two limits: `80`, `-12`, `0.5`."""

import re
from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values import count
from voicecoach.language.values.bare import bare
from voicecoach.language.values.fragments import Fragment, scalar, whole, whole_number
from voicecoach.language.values.kind import Kind
from voicecoach.text.document import Text

_NUMBER = r"[+-]?[0-9]{1,5}(?:\.[0-9]{1,3})?"
_BEATS = re.compile(r"([0-9]+)\s*(?:bpm)?", re.IGNORECASE)
SLOWEST_BPM = 20
FASTEST_BPM = 300


class Number(Kind[float], frozen=True):
    """A number from `low` to `high`; `unit` may follow it, `hint` says how it is meant."""

    low: float
    high: float
    unit: str = ""
    hint: str | None = None

    def read(self, value: Any, _lexicon: Lexicon) -> float:
        """Return the number."""
        text = bare(value, f"a number from {self.low:g} to {self.high:g}")
        found = re.fullmatch(rf"({_NUMBER})\s*(?:{self.unit})?", text, re.IGNORECASE)
        if found is None or not self.low <= float(found[1]) <= self.high:
            raise RefusalError(
                f"`{text}` is not a number from {self.low:g} to {self.high:g}", self.hint
            )
        return float(found[1])

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return the number without its unit."""
        return f"{self.read(text, lexicon):.8g}"

    def describe(self) -> Fragment:
        """Return the schema of the number; in a text its limits are not checked."""
        message = f"a number from {self.low:g} to {self.high:g}"
        pattern = whole(rf"{_NUMBER}\s*(?:{self.unit})?")
        return scalar(pattern, message, minimum=self.low, maximum=self.high)


class Beats(Kind[int], frozen=True):
    """Beats per minute, 20 to 300: `180` or `180 bpm`."""

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return the beats per minute."""
        text = bare(value, "a number of beats a minute, such as `170`")
        found = _BEATS.fullmatch(text)
        number = count.parse(found[1] if found else text, lexicon)
        if not SLOWEST_BPM <= number <= FASTEST_BPM:
            limits = f"{SLOWEST_BPM} to {FASTEST_BPM}"
            raise RefusalError(f"`{text}`: a metronome ticks {limits} times a minute")
        return number

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return the number without its unit."""
        return str(self.read(text, lexicon))

    def describe(self) -> Fragment:
        """Return the schema of the beats; in a text their limits are not checked."""
        message = f"a number from {SLOWEST_BPM} to {FASTEST_BPM}"
        return whole_number(whole(r"[0-9]+\s*(?:bpm)?"), message, SLOWEST_BPM, FASTEST_BPM)
