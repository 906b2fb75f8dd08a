"""Lengths: the one way in which each duration, range and count is written.

A duration has seconds below a minute, whole minutes, or minutes and seconds: `45s`, `2 min`,
`1m30s`; from an hour on `1h`, `1h30m`. A range of seconds or whole minutes names its unit once,
`15-20s`, `1-2 min`; any other is written by the clock, `0:45-1:30`, which the short form can read
too. Each function takes a text as it was written, and raises the refusal of one that is no such
value; `written` leaves that as it was.
"""

import re
from collections.abc import Callable

from pydantic_core import PydanticCustomError

from voicecoach.language import fields, values
from voicecoach.language.keys.exercise import breath_parts
from voicecoach.problems import Span
from voicecoach.text.document import Text
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS, clock

Writer = Callable[[str], str]


def written(write: Writer, text: str) -> str:
    """Return what `write` makes of a text, which stays what it was if it is no such value."""
    try:
        return write(text)
    except PydanticCustomError:
        return text


def length(text: str) -> str:
    """Return a duration."""
    return _length(values.duration(text))


def length_range(text: str) -> str:
    """Return a duration or a range of durations."""
    low, high = values.duration_range(text)
    if low == high:
        return _length(low)
    if high <= MINUTE_MS:
        return f"{_seconds(low)}-{_seconds(high)}s"
    if low % HOUR_MS == 0 and high % HOUR_MS == 0:
        return f"{low // HOUR_MS}-{high // HOUR_MS}h"
    if low % MINUTE_MS == 0 and high % MINUTE_MS == 0 and high < HOUR_MS:
        return f"{low // MINUTE_MS}-{high // MINUTE_MS} min"
    return f"{clock(low)}-{clock(high)}"


def count_range(text: str) -> str:
    """Return a count or a range of counts."""
    low, high = values.count_range(text)
    return str(low) if low == high else f"{low}-{high}"


def reps(text: str) -> str:
    """Return a number of repetitions, or `max`."""
    return "max" if fields.reps(text) is None else count_range(text)


def tempo(text: str) -> str:
    """Return a tempo, `3-1-1-0`, or the duration of a named part of one."""
    return re.sub(r"\s*-\s*", "-", text.strip()) if "-" in text else length(text)


def breath(text: str) -> str:
    """Return one breath: `4s in, 4s out`, or its whole length."""
    parts = breath_parts(text)
    if any(part.name.lower() not in text.lower() for part in parts if part.name):
        return length(text)
    return ", ".join(f"{_length(part.length_ms)} {part.name}" for part in parts)


def sides(text: str) -> str:
    """Return `each` for all words that mean it."""
    fields.sides(Text(text, Span("", 1)))
    return "each"


def tip_time(text: str) -> str:
    """Return when a tip is said: `10s`, `-10s` or `50%`."""
    percent = re.fullmatch(r"0*([0-9]+)\s*%", text.strip())
    if percent is not None:
        return f"{percent[1]}%"
    return f"-{length(text.strip()[1:])}" if text.strip().startswith("-") else length(text)


def _length(length_ms: int) -> str:
    hours, rest_ms = divmod(length_ms, HOUR_MS)
    minutes, rest_ms = divmod(rest_ms, MINUTE_MS)
    if not hours and minutes and not rest_ms:
        return f"{minutes} min"
    parts = [f"{hours}h"] * bool(hours) + [f"{minutes}m"] * bool(minutes)
    return "".join(parts) + (f"{_seconds(rest_ms)}s" if rest_ms or not parts else "")


def _seconds(length_ms: int) -> str:
    seconds, fraction_ms = divmod(length_ms, SECOND_MS)
    return f"{seconds}." + f"{fraction_ms:03}".rstrip("0") if fraction_ms else str(seconds)
