"""Durations as values of keys: `20`, `20s`, `1m30s`, `1:30`, `2 min`, and ranges, `15-20s`.

How a duration with a unit is written, say the `durations` of lines as well; a bare number is one
only here, in seconds.
"""

from functools import lru_cache
from typing import Any

from voicecoach.language.grammar.durations import find_durations, range_dash, written, written_range
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.numbers import number
from voicecoach.language.grammar.ranges import Range
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.refusal import RefusalError, faulty
from voicecoach.language.values.bare import bare, tokens
from voicecoach.language.values.fragments import Fragment, scalar, whole
from voicecoach.language.values.kind import Kind
from voicecoach.language.values.off import means_off_without_quotes
from voicecoach.routine.exercise import SHORTEST_PART_MS
from voicecoach.text.document import Text
from voicecoach.units import SECOND_MS

# Units are words of any language: a number, and no time such as 1:75.
PATTERN = r"(?![^:]*:(?:[6-9]|[0-9](?![0-9])))\.?[0-9][^\[\]{}]*"
_NOT_ZERO = r"(?=[^1-9–—-]*[1-9])"


def parse(text: str, lexicon: Lexicon) -> int:
    """Return a duration in ms, 0 or more. Raises the refusal of a text that is none."""
    lengths_ms = _parse(text, lexicon)
    if len(set(lengths_ms)) > 1:
        raise _no_duration(text)
    return lengths_ms[0]


def parse_range(text: str, lexicon: Lexicon) -> Range:
    """Return a range of durations in ms, or a single one.

    Raises the refusal of a text that is none.
    """
    low_ms, high_ms = _parse(text, lexicon)
    if low_ms > high_ms:
        hint = f"write `{written_range(high_ms, low_ms)}`"
        raise RefusalError(f"`{text}` is a range turned round", hint)
    return Range(low_ms, high_ms)


def is_bare(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text is a number, or a range of numbers, without a unit."""
    return bool(_numbers(tokens(text), lexicon))


# A routine that is read for many people has the same few durations.
@lru_cache(maxsize=1024)
def _parse(text: str, lexicon: Lexicon) -> tuple[int, int]:
    """Return the two ends of a duration or range in ms as they are written."""
    line = tokens(text)
    numbers = _numbers(line, lexicon)
    if numbers:
        return _seconds_ms(numbers[0], lexicon), _seconds_ms(numbers[-1], lexicon)
    # A full stop may follow a unit that is cut short.
    ends = (len(line), len(line) - 1) if line.folded(len(line) - 1) == "." else (len(line),)
    found = next((each for each in find_durations(line, 0, lexicon) if each.end in ends), None)
    if found is None:
        raise _no_duration(text)
    if found.fault is not None:
        raise faulty(found.fault, text)
    return found.low_ms, found.high_ms


def _numbers(line: TokenLine, lexicon: Lexicon) -> list[str]:
    """Return the number of a line, or the two of a range; none where there is anything else."""
    last = 0 if len(line) == 1 else range_dash(line, 1, lexicon)
    if last is None or last != len(line) - 1:
        return []
    places = sorted({0, last})
    both = all(line.is_kind(at, "number") for at in places)
    return [line.folded(at) for at in places] if both else []


def _seconds_ms(text: str, lexicon: Lexicon) -> int:
    seconds, fault = number(text, lexicon, of_seconds=True)
    if fault is not None:
        raise faulty(fault, text)
    if seconds * SECOND_MS != int(seconds * SECOND_MS):
        raise RefusalError(f"`{text}` is finer than a millisecond")
    return int(seconds * SECOND_MS)


def _no_duration(text: str) -> RefusalError:
    if means_off_without_quotes(text):
        return RefusalError(f"`{text}` is no duration", "write `0`")
    return RefusalError(f"`{text}` is no duration", "write for instance `30s`, `1:30` or `2 min`")


class Duration(Kind[int], frozen=True):
    """A duration in ms; `positive` is long enough to be heard, and `with_unit` no bare number."""

    positive: bool = False
    with_unit: bool = False

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return a duration in ms, 0 or more."""
        text = bare(value, "a duration such as `30s` or `1:30`")
        length_ms = parse(text, lexicon)
        if self.positive:
            check_positive(value, length_ms)
        if self.with_unit and is_bare(text, lexicon):
            raise _without_unit(text)
        return length_ms

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a duration as it is written."""
        return written(self.read(text, lexicon))

    def describe(self) -> Fragment:
        """Return the schema of a duration."""
        expected = "a duration" + " longer than 0" * self.positive
        return _described(f"{expected}, such as `30s`, `1:30` or `2 min`", self.positive)


class DurationRange(Kind[Range], frozen=True):
    """A range of durations in ms; `positive` is long enough to be heard, `with_unit` no bare
    number.
    """

    positive: bool = False
    with_unit: bool = False

    def read(self, value: Any, lexicon: Lexicon) -> Range:
        """Return a range of durations in ms, each 0 or more."""
        text = bare(value, "a duration such as `30s`, or a range such as `15-20s`")
        lengths_ms = parse_range(text, lexicon)
        if self.positive:
            check_positive(value, lengths_ms.low)
        if self.with_unit and is_bare(text, lexicon):
            raise _without_unit(text)
        return lengths_ms

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a duration or a range of them as it is written."""
        return written_range(*self.read(text, lexicon))

    def describe(self) -> Fragment:
        """Return the schema of a duration or a range of them."""
        expected = "a duration" + " longer than 0" * self.positive
        message = f"{expected} such as `30s` or `1:30`, or a range such as `15-20s`"
        return _described(message, self.positive)


def check_positive(value: Any, length_ms: int) -> None:
    """Refuse what takes no time, or too little to be done or heard."""
    if length_ms == 0:
        raise RefusalError(f"`{value}`: must be longer than 0")
    if length_ms < SHORTEST_PART_MS:
        message = f"`{value}`: nobody can do or hear what is shorter than {SHORTEST_PART_MS} ms"
        raise RefusalError(message, span=value.span if isinstance(value, Text) else None)


def _without_unit(text: str) -> RefusalError:
    return RefusalError(f"`{text}`: seconds or minutes?", f"write `{text} min` or `{text}s`")


def _described(message: str, positive: bool) -> Fragment:
    if positive:
        return scalar(whole(_NOT_ZERO + PATTERN), message, exclusiveMinimum=0)
    return scalar(whole(PATTERN), message, minimum=0)
