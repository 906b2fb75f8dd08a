"""Repetitions and breaths: how many, `10` or `8-12`; `max` is as many repetitions as one can."""

from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.ranges import Range
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.bare import bare
from voicecoach.language.values.count import CountRange
from voicecoach.language.values.fragments import Fragment, any_of, string, whole
from voicecoach.language.values.kind import Kind
from voicecoach.text.document import Text

_COUNTS = CountRange()


class Reps(Kind[Range | None], frozen=True):
    """A number of repetitions, or None for `max`."""

    def read(self, value: Any, lexicon: Lexicon) -> Range | None:
        """Return a range of repetitions, or None for `max`."""
        if is_max(value, lexicon):
            return None
        if isinstance(value, str) and lexicon.is_word("amrap", bare(value, "a number")):
            raise RefusalError(f"`{value}` is no number of repetitions", "write `max`")
        return _COUNTS.read(value, lexicon)

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a number of repetitions, or `max`."""
        return "max" if is_max(text, lexicon) else _COUNTS.write(text, lexicon)

    def describe(self) -> Fragment:
        """Return the schema of a number of repetitions."""
        return any_of(_COUNTS.describe(), maximum())


class Breaths(CountRange, frozen=True):
    """A number of breaths."""

    def read(self, value: Any, lexicon: Lexicon) -> Range:
        """Return a range of breaths."""
        if is_max(value, lexicon):
            raise RefusalError("`max`: breaths are counted", "write for instance `5`")
        return super().read(value, lexicon)


def is_max(value: Any, lexicon: Lexicon) -> bool:
    """Return whether a value says as many as possible."""
    return isinstance(value, str) and lexicon.is_word("max", bare(value, "a number"))


def maximum() -> Fragment:
    """Return the schema of `max`, which may be said in the words of any language."""
    return string(whole("[^0-9{]+"), "a whole number, or `max`")
