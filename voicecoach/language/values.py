"""Values: durations, counts and ranges as people write them.

Each parser takes a value as it is in the file and returns whole milliseconds or counts, or raises a
refusal that says what to write instead.
"""

import re
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from voicecoach.language.refusal import refusal
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS

Level = Literal["easy", "medium", "hard"]

MAX_COUNT = 9999
MAX_DIGITS = 9

_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
HOURS = r"(?:h|hr|hrs|hour|hours)"
MINUTES = r"(?:min|mins|minute|minutes|m)"
SECONDS = r"(?:seconds|second|secs|sec|s)"
# A duration with its unit; a bare number is a duration only where one is expected.
DURATION = (
    rf"(?:[0-9]{{1,3}}(?::[0-5][0-9]){{1,2}}(?:\.[0-9]{{1,3}})?"
    rf"|{_NUMBER}\s*{HOURS}(?:\s*{_NUMBER}\s*{MINUTES})?(?:\s*{_NUMBER}\s*{SECONDS})?"
    rf"|{_NUMBER}\s*{MINUTES}(?:\s*{_NUMBER}\s*{SECONDS})?"
    rf"|{_NUMBER}\s*{SECONDS})(?![0-9A-Za-z:])"
)
DASH = r"\s*(?:-|–|—|\bto\b)\s*"

_UNIT_PART = re.compile(rf"({_NUMBER})\s*(?:({HOURS})|({MINUTES})|({SECONDS}))\s*", re.IGNORECASE)
_CLOCK = re.compile(r"[0-9]{1,3}(?::[0-5][0-9]){1,2}(?:\.[0-9]{1,3})?")
_METRES = re.compile(rf"({_NUMBER})\s*m", re.IGNORECASE)
_RANGE = re.compile(rf"(.+?){DASH}(.+)", re.IGNORECASE)
_UNIT_TAIL = re.compile(r"[^0-9.:\s].*$")


class Range(NamedTuple):
    """A range from which the level chooses; `low` and `high` are equal for a single value."""

    low: int
    high: int

    def at(self, level: Level, step: int, resting: bool = False) -> int:
        """Return the value at `level`: easy is low and hard is high, for a rest vice versa.

        Medium is the middle, rounded half up to a multiple of `step`.
        """
        if self.low == self.high:
            return self.low
        if level == "medium":
            return (self.low + self.high + step) // (2 * step) * step
        return self.low if (level == "easy") is not resting else self.high


def duration(text: Any) -> int:
    """Return a duration in ms, 0 or more: `20`, `1m30s`, `1:30`, `1:02:30`, `2 min`, `1.5s`."""
    words = scalar(text, "a duration such as `30s` or `1:30`").strip()
    if re.fullmatch(_NUMBER, words):
        return _whole_ms(words, SECOND_MS, words)
    if _CLOCK.fullmatch(words):
        return _clock_ms(words)
    metres = _METRES.fullmatch(words)
    if metres and Decimal(metres[1]) > 90:
        raise refusal(f"`{words}`: minutes or metres?", metres_hint(metres[1]))
    if re.fullmatch(DURATION, words, re.IGNORECASE):
        return _units_ms(words)
    if re.fullmatch(r"[0-9]+:[0-9]+(:[0-9]+)?", words):
        raise refusal(f"`{words}` is no time: minutes and seconds go up to 59", "write `1:30`")
    raise refusal(f"`{words}` is no duration", "write for instance `30s`, `1:30` or `2 min`")


def metres_hint(number: str) -> str:
    """Return the hint for a bare `m` that may mean metres."""
    return f"write `{number} min`, or `{number} metres` in the name and the dose as a key"


def positive_duration(text: Any) -> int:
    """Return a duration in ms, more than 0."""
    length_ms = duration(text)
    if length_ms == 0:
        raise refusal(f"`{text}`: must be longer than 0")
    return length_ms


def duration_range(text: Any) -> Range:
    """Return a range of durations in ms: `15-20s`, `1:00-1:30`, or a single one."""
    words = scalar(text, "a duration such as `30s`, or a range such as `15-20s`").strip()
    ends = _RANGE.fullmatch(words)
    if ends is None:
        length_ms = duration(words)
        return Range(length_ms, length_ms)
    low, high = ends[1].strip(), ends[2].strip()
    unit = _UNIT_TAIL.search(high)
    shared = unit[0] if re.fullmatch(_NUMBER, low) and unit and ":" not in high else ""
    swapped = f"{high.removesuffix(shared)}-{low}{shared}"
    return _range(duration(low + shared), duration(high), words, swapped)


def positive_duration_range(text: Any) -> Range:
    """Return a range of durations in ms, each more than 0."""
    lengths_ms = duration_range(text)
    if lengths_ms.low == 0:
        raise refusal(f"`{text}`: must be longer than 0")
    return lengths_ms


def count(text: Any) -> int:
    """Return a count: a whole number, 1 or more."""
    words = scalar(text, "a whole number such as `10`").strip()
    if not re.fullmatch(r"[0-9]+", words):
        raise refusal(f"`{words}` is no whole number", "write for instance `10`")
    number = int(words) if len(words) <= MAX_DIGITS else MAX_COUNT + 1
    if not 1 <= number <= MAX_COUNT:
        raise refusal(f"`{words}`: must be 1 or more" if number == 0 else f"`{words}` is too many")
    return number


def count_range(text: Any) -> Range:
    """Return a range of counts: `8-12`, or a single one."""
    words = scalar(text, "a whole number such as `10`, or a range such as `8-12`").strip()
    ends = _RANGE.fullmatch(words)
    if ends is None:
        number = count(words)
        return Range(number, number)
    return _range(count(ends[1]), count(ends[2]), words, f"{ends[2]}-{ends[1]}")


def choice(text: Any, *words: str) -> str:
    """Return `text` if it is one of `words`."""
    word = scalar(text, f"one of {spoken_list(words)}")
    if word not in words:
        raise refusal(f"`{word}` is not one of {spoken_list(words)}")
    return word


def switch(text: Any) -> bool:
    """Return whether a cue is `on` or `off`."""
    return choice(text, "on", "off") == "on"


def flag(text: Any) -> bool:
    """Return whether something is `true` or `false`."""
    return choice(text, "true", "false") == "true"


def spoken_list(words: tuple[str, ...]) -> str:
    """Return words in backticks, with commas and `or` before the last."""
    quoted = [f"`{word}`" for word in words]
    return ", ".join(quoted[:-1]) + f" or {quoted[-1]}" if len(quoted) > 1 else quoted[0]


def scalar(value: Any, expected: str) -> str:
    """Return a text as it is in the file; `expected` says what a list or mapping should be."""
    if not isinstance(value, str):
        what = "a list" if isinstance(value, list) else "a mapping"
        raise refusal(f"expected {expected}, not {what}")
    return str(value)


def _range(low: int, high: int, words: str, swapped: str) -> Range:
    if low > high:
        raise refusal(f"`{words}` is a range turned round", f"write `{swapped}`")
    return Range(low, high)


def _clock_ms(words: str) -> int:
    seconds = Decimal(0)
    for part in words.split(":"):
        seconds = seconds * 60 + Decimal(part)
    return int(seconds * SECOND_MS)


def _units_ms(words: str) -> int:
    total_ms = 0
    for number, hours, minutes, _ in _UNIT_PART.findall(words):
        unit_ms = HOUR_MS if hours else MINUTE_MS if minutes else SECOND_MS
        total_ms += _whole_ms(number, unit_ms, words)
    return total_ms


def _whole_ms(number: str, unit_ms: int, words: str) -> int:
    length_ms = Decimal(number) * unit_ms
    if length_ms != int(length_ms):
        raise refusal(f"`{words}` is finer than a millisecond")
    return int(length_ms)
