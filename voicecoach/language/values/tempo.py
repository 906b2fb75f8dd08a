"""Tempos: the parts of one repetition, `3-1-1-0` seconds, or a list of named parts."""

import re
from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError, validate_each
from voicecoach.language.values.bare import bare
from voicecoach.language.values.duration import Duration
from voicecoach.language.values.fragments import VARIABLE, Fragment, any_of, list_of, string, whole
from voicecoach.language.values.kind import Kind
from voicecoach.routine.exercise import TempoPart
from voicecoach.text.document import Text
from voicecoach.units import SECOND_MS

_SECONDS = r"[0-9]{1,2}(?:\.[0-9])?"
_DASH = r"\s*[-–—‑−]\s*"
_TEMPO = rf"{_SECONDS}(?:{_DASH}{_SECONDS}){{1,3}}"


class Tempo(Kind[tuple[TempoPart, ...]], frozen=True):
    """The parts of one repetition."""

    @property
    def inner(self) -> "NamedPart":
        """The kind of an item of a list."""
        return NamedPart()

    def read(self, value: Any, lexicon: Lexicon) -> tuple[TempoPart, ...]:
        """Return two to four parts without names, or any number of named ones."""
        if isinstance(value, list):
            parts = tuple(validate_each(value, lambda item: self.inner.read(item, lexicon)))
        else:
            parts = tuple(
                TempoPart(None, round(float(number) * SECOND_MS)) for number in _numbers(value)
            )
        if sum(part.length_ms for part in parts) == 0:
            raise RefusalError("a tempo must be longer than 0")
        return parts

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return the seconds of each part, `3-1-1-0`."""
        self.read(text, lexicon)
        return "-".join(_numbers(text))

    def describe(self) -> Fragment:
        """Return the schema of a tempo."""
        message = "a tempo such as `3-1-1-0`, or a list of named parts"
        return any_of(
            string(whole(rf"(?=.*[1-9]){_TEMPO}"), message), list_of(self.inner.describe())
        )


class NamedPart(Kind[TempoPart], frozen=True):
    """One named part of a tempo: `{breathe in: 4s}`."""

    @property
    def inner(self) -> Duration:
        """The kind of its length."""
        return Duration(positive=True)

    def read(self, value: Any, lexicon: Lexicon) -> TempoPart:
        """Return the part."""
        if not isinstance(value, dict) or len(value) != 1:
            message = "each part of a tempo is a name and a duration"
            raise RefusalError(message, "write `{breathe in: 4s}`")
        (name, length), *_ = value.items()
        return TempoPart(name, self.inner.read(length, lexicon))

    def describe(self) -> Fragment:
        """Return the schema of a named part."""
        return {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": any_of(self.inner.describe(), VARIABLE),
            "errorMessage": "a name and a duration, such as `{breathe in: 4s}`",
        }


def _numbers(value: Any) -> list[str]:
    """Return the seconds of each part of a tempo without names."""
    hint = "write `3-1-1-0`, or a list such as `[{breathe in: 4s}, {breathe out: 4s}]`"
    text = bare(value, "a tempo") if isinstance(value, str) else ""
    if not re.fullmatch(_TEMPO, text):
        raise RefusalError("this is no tempo", hint)
    return re.split(_DASH, text)
