"""Counts: `10`, and ranges of counts such as `8-12`, by tokens."""

from collections.abc import Iterator

from msgspec import Struct

from voicecoach.language.grammar.durations import is_loose, range_dash
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.numbers import Fault, number
from voicecoach.language.grammar.tokens import TokenLine

MAX_COUNT = 9999


class FoundCount(Struct, frozen=True):
    """A count, or a range of counts, in a line: where it ends, and what is wrong with it.

    `loose_dash` says that the dash of the range stands between blanks.
    """

    end: int
    low: int
    high: int
    loose_dash: bool = False
    fault: Fault | None = None


def find_counts(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundCount]:
    """Yield the range and the count that begin at `at`."""
    low = _single(line, at, lexicon)
    if low is None:
        return
    dash = range_dash(line, low.end, lexicon)
    high = None if dash is None else _single(line, dash, lexicon)
    if dash is not None and high is not None:
        yield _ranged(line, at, dash, low, high)
    yield low


def written(low: int, high: int) -> str:
    """Return the one way to write a count or a range of counts."""
    return str(low) if low == high else f"{low}-{high}"


def _single(line: TokenLine, at: int, lexicon: Lexicon) -> FoundCount | None:
    text = line.folded(at)
    if not line.is_kind(at, "number"):
        return None
    exact, fault = number(text, lexicon)
    value = int(exact)
    if exact != value and fault is None:
        ways = tuple(str(near) for near in (value, value + 1) if near)
        fault = Fault(f"`{text}` is no whole number", text, ways)
    return FoundCount(at + 1, value, value, fault=fault or _out_of_bounds(text, value))


def _out_of_bounds(text: str, value: int) -> Fault | None:
    if value == 0:
        return Fault(f"`{text}`: must be 1 or more", text)
    if value > MAX_COUNT:
        return Fault(f"`{text}` is too many: counts end at {MAX_COUNT}", text)
    return None


def _ranged(line: TokenLine, at: int, dash: int, low: FoundCount, high: FoundCount) -> FoundCount:
    ends = sorted((low.low, high.high))
    fault = low.fault or high.fault
    if low.low > high.high and fault is None:
        text = line.part(at, high.end)
        fault = Fault(f"`{text}` is a range turned round", text, (written(*ends),))
    return FoundCount(high.end, ends[0], ends[1], is_loose(line, dash), fault)
