"""Breaths: the parts of one breath, `4s in, 4s out` or `4-7-8`, or its whole length."""

import re
from collections.abc import Iterator
from typing import Any

from voicecoach.language.grammar.durations import written
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values import duration
from voicecoach.language.values.bare import bare
from voicecoach.language.values.fragments import Fragment, scalar, whole
from voicecoach.language.values.kind import Kind
from voicecoach.routine.exercise import TempoPart
from voicecoach.text.document import Text

_NAME = "in|out|hold|pause"
_PART = re.compile(
    rf"(?:(?P<before>{_NAME})\s+)?(?P<time>[0-9].*?)(?:\s*\b(?P<after>{_NAME}))?", re.IGNORECASE
)
_NAMED = re.compile(rf"\b(?:{_NAME})\b", re.IGNORECASE)
# By how many numbers there are: the last is held before the next breath in.
_ORDERS = {
    2: ("in", "out"),
    3: ("in", "hold", "out"),
    4: ("in", "hold", "out", "hold"),
}
_DASH = re.compile(r"\s*[-–—‑−]\s*")
# A comma between two digits is a decimal one.
_COMMA = re.compile(r"\s*(?:(?<![0-9]),|,(?![0-9]))\s*")


class Breath(Kind[tuple[TempoPart, ...]], frozen=True):
    """One breath in its parts."""

    def read(self, value: Any, lexicon: Lexicon) -> tuple[TempoPart, ...]:
        """Return the parts that last; a mere length is split evenly into in and out."""
        text = bare(value, "a breath such as `4s in, 4s out`")
        named = _named(text)
        if named is None:
            whole_ms = _length_ms(text, text, lexicon)
            named_ms = [("in", whole_ms // 2), ("out", whole_ms - whole_ms // 2)]
        else:
            named_ms = [(name, _length_ms(time, text, lexicon)) for name, time in named]
        parts = tuple(TempoPart(name, length_ms) for name, length_ms in named_ms if length_ms)
        if not parts:
            raise RefusalError(f"`{text}`: must be longer than 0")
        duration.check_positive(value, min(part.length_ms for part in parts))
        return parts

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return the parts, `4s in, 4s out`, or the whole length."""
        parts = self.read(text, lexicon)
        if _named(bare(text, "a breath")) is None:
            return written(sum(part.length_ms for part in parts))
        return ", ".join(f"{written(part.length_ms)} {part.name}" for part in parts)

    def describe(self) -> Fragment:
        """Return the schema of a breath."""
        # Units are words of any language.
        pattern = rf"(?=[^1-9]*[1-9])(?:(?:{_NAME})\s+)?[0-9][^\[\]{{}}]*"
        return scalar(whole(pattern), "a breath such as `4s in, 4s out`", exclusiveMinimum=0)


def _named(text: str) -> list[tuple[str, str]] | None:
    """Return the name and the time of each part; None where the text names no parts."""
    times = _DASH.split(text)
    names = _ORDERS.get(len(times), ())
    if names and all(re.match("[0-9]", time) for time in times) and not _NAMED.search(text):
        return list(zip(names, times, strict=True))
    parts = list(_parts(text))
    return parts if all(name for name, _ in parts) else None


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the name, which may be empty, and the time of each part between commas."""
    for part in _COMMA.split(text):
        found = _PART.fullmatch(part)
        if found is None:
            raise _no_breath(text)
        yield (found["before"] or found["after"] or "").lower(), found["time"]


def _length_ms(time: str, text: str, lexicon: Lexicon) -> int:
    try:
        return duration.parse(time.strip(), lexicon)
    except RefusalError:
        raise _no_breath(text) from None


def _no_breath(text: str) -> RefusalError:
    return RefusalError(f"`{text}` is no breath", "write `4s in, 4s out`")
