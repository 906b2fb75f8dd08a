"""Counts: whole numbers from 1 on, `10`, and ranges of them, `8-12`."""

from typing import Any

from voicecoach.language.grammar.counts import MAX_COUNT, find_counts, written
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.ranges import Range
from voicecoach.language.refusal import RefusalError, faulty
from voicecoach.language.values.bare import bare, tokens
from voicecoach.language.values.fragments import Fragment, whole, whole_number
from voicecoach.language.values.kind import Kind
from voicecoach.text.document import Text

_PATTERN = r"(?=0*[1-9])[0-9]{1,9}"


def parse(text: str, lexicon: Lexicon) -> int:
    """Return a count, 1 to 9999. Raises the refusal of a text that is none."""
    low, high = parse_range(text, lexicon)
    if low != high:
        raise _no_count(text)
    return low


def parse_range(text: str, lexicon: Lexicon) -> Range:
    """Return a range of counts, or a single one. Raises the refusal of a text that is none."""
    line = tokens(text)
    found = next((each for each in find_counts(line, 0, lexicon) if each.end == len(line)), None)
    if found is None:
        raise _no_count(text)
    if found.fault is not None:
        raise faulty(found.fault, text)
    return Range(found.low, found.high)


def _no_count(text: str) -> RefusalError:
    line = tokens(text)
    is_counted = all(line.is_kind(at, "word") for at in range(1, len(line)))
    hint = "write for instance `10`"
    if line.is_kind(0, "number") and is_counted and line.folded(0).isdecimal():
        hint = f"write `{line.folded(0)}`"
    return RefusalError(f"`{text}` is no whole number", hint)


class Count(Kind[int], frozen=True):
    """A whole number, 1 or more."""

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return a count."""
        return parse(bare(value, "a whole number such as `10`"), lexicon)

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a count in digits."""
        return str(self.read(text, lexicon))

    def describe(self) -> Fragment:
        """Return the schema of a count."""
        return whole_number(whole(_PATTERN), "a whole number, 1 or more", 1, MAX_COUNT)


class CountRange(Kind[Range], frozen=True):
    """A whole number, 1 or more, or a range of them."""

    def read(self, value: Any, lexicon: Lexicon) -> Range:
        """Return a range of counts."""
        text = bare(value, "a whole number such as `10`, or a range such as `8-12`")
        return parse_range(text, lexicon)

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a count or a range, `8-12`."""
        return written(*self.read(text, lexicon))

    def describe(self) -> Fragment:
        """Return the schema of a count or a range."""
        # What joins the two ends may be a word of any language.
        pattern = rf"{_PATTERN}(?:[^0-9]+{_PATTERN})?"
        message = "a whole number such as `10`, or a range such as `8-12`"
        return whole_number(whole(pattern), message, 1, MAX_COUNT)
