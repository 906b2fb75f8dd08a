"""Durations in a line: `20s`, `20-second`, `1m30`, `1:30`, `1 min 30 s`, `5'`, `1'30"`, `1h`.

The one grammar of a duration, by tokens: the values of keys and the lines of the short form both
ask it. Lengths are whole milliseconds.
"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.numbers import MAX_DIGITS, Fault, number
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS, clock

UNITS_MS = {
    "hour": HOUR_MS,
    "minute": MINUTE_MS,
    "minute_or_metre": MINUTE_MS,
    "second": SECOND_MS,
}
# Behind these words, the 30 of `1 min 30 each side` is no count: nothing is called so.
_BEHIND_A_TIME = ("of", "each_side", "each_limb", "hold")


class FoundDuration(Struct, frozen=True):
    """A duration, or a range of durations, in a line: where it ends, and how it is written.

    `bare_m` says that its only unit is an `m`, which may mean metres; `quoted` that its units are
    quotes, which may mean inches; `hyphened` that a hyphen ties the unit to its number;
    `loose_dash` that the dash of the range has blanks around it, as one behind a name would have.
    """

    end: int
    low_ms: int
    high_ms: int
    bare_m: bool = False
    quoted: bool = False
    hyphened: bool = False
    loose_dash: bool = False
    fault: Fault | None = None


class _Part(Struct, frozen=True):
    """A number and its unit: `2 min`. `rank` is the length of the unit in ms."""

    end: int
    length_ms: Decimal
    rank: int
    bare_m: bool = False
    quoted: bool = False
    hyphened: bool = False
    fault: Fault | None = None


def find_durations(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundDuration]:
    """Yield the durations and ranges with a unit that begin at `at`, the longest first."""
    singles = list(_singles(line, at, lexicon))
    for low in singles:
        dash = range_dash(line, low.end, lexicon)
        if dash is not None:
            for high in _singles(line, dash, lexicon):
                fault = low.fault or high.fault
                yield _ranged(line, at, dash, replace(high, low_ms=low.low_ms, fault=fault))
    yield from _sharing_a_unit(line, at, lexicon)
    yield from singles


def written(length_ms: int) -> str:
    """Return the one way to write a duration: `45s`, `2 min`, `1m30s`, `1h`, `1h30m`."""
    hours, rest_ms = divmod(length_ms, HOUR_MS)
    minutes, rest_ms = divmod(rest_ms, MINUTE_MS)
    if not hours and minutes and not rest_ms:
        return f"{minutes} min"
    parts = [f"{hours}h"] * bool(hours) + [f"{minutes}m"] * bool(minutes)
    return "".join(parts) + (f"{_seconds(rest_ms)}s" if rest_ms or not parts else "")


def written_range(low_ms: int, high_ms: int) -> str:
    """Return the one way to write a range: `15-20s`, `1-2 min`, `0:45-1:30`."""
    if low_ms == high_ms:
        return written(low_ms)
    if high_ms <= MINUTE_MS:
        return f"{_seconds(low_ms)}-{_seconds(high_ms)}s"
    if low_ms % HOUR_MS == 0 and high_ms % HOUR_MS == 0:
        return f"{low_ms // HOUR_MS}-{high_ms // HOUR_MS}h"
    if low_ms % MINUTE_MS == 0 and high_ms % MINUTE_MS == 0 and high_ms < HOUR_MS:
        return f"{low_ms // MINUTE_MS}-{high_ms // MINUTE_MS} min"
    return f"{clock(low_ms)}-{clock(high_ms)}"


def range_dash(line: TokenLine, at: int, lexicon: Lexicon) -> int | None:
    """Return where the high end begins behind the dash of a range at `at`: `-`, or a word."""
    if line.folded(at) == "-":
        return at + 1
    return lexicon.ends("to", line, at) if line.is_spaced(at) else None


def is_loose(line: TokenLine, dash: int) -> bool:
    """Return whether the dash before the token `dash` stands between blanks."""
    return line.folded(dash - 1) == "-" and (line.is_spaced(dash - 1) or line.is_spaced(dash))


def _singles(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundDuration]:
    if line.is_kind(at, "clock"):
        yield from _clock(line, at, lexicon)
    if line.is_kind(at, "number"):
        yield from _units(line, at, lexicon)


def _clock(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundDuration]:
    text = line.folded(at)
    first, *rest = text.split(":")
    if any(len(part) > MAX_DIGITS for part in (first, *rest)):
        too_long = Fault(f"`{text}` has too many digits", text)
        yield FoundDuration(at + 1, 0, 0, fault=too_long)
        return
    seconds = Decimal(first)
    for part in rest:
        seconds = seconds * 60 + Decimal(part)
    # `1:30 h` has no seconds, unlike `1:30 min`.
    in_hours = len(rest) == 1 and lexicon.ends("hour", line, at + 1) is not None
    length_ms = int(seconds * SECOND_MS) * (60 if in_hours else 1)
    fault = None
    if any(len(part.split(".")[0]) != 2 or Decimal(part) >= 60 for part in rest) or len(rest) > 2:
        message = f"`{text}` is no time: minutes and seconds have two digits, up to 59"
        fault = Fault(message, text, (clock(length_ms),) if len(rest) < 3 else ())
    found = FoundDuration(at + 1, length_ms, length_ms, fault=fault)
    for unit in ("hour", "minute"):
        end = lexicon.ends(unit, line, at + 1)
        if end is not None:
            yield replace(found, end=end)
    if not in_hours:
        yield found


def _units(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundDuration]:
    """Yield numbers with their units, from hours down, the longest first."""
    parts: list[_Part] = []
    part = _part(line, at, lexicon)
    while part is not None and (not parts or part.rank < parts[-1].rank):
        parts.append(part)
        joint = lexicon.ends("then", line, part.end)
        part = _part(line, joint or part.end, lexicon)
    if parts:
        tail = _bare_tail(line, parts[-1], lexicon)
        if tail is not None:
            yield _joined([*parts, tail], line, at)
    for count in range(len(parts), 0, -1):
        yield _joined(parts[:count], line, at)


def _part(line: TokenLine, at: int, lexicon: Lexicon) -> _Part | None:
    if not line.is_kind(at, "number"):
        return None
    value, fault = number(line.folded(at), lexicon)
    after = at + 1
    quotes = 0
    while line.folded(after + quotes) in ("'", '"') and not line.is_spaced(after + quotes):
        quotes += 1
    marks = "".join(line.folded(after + index) for index in range(quotes))
    if marks in ("'", '"', "''"):
        rank = MINUTE_MS if marks == "'" else SECOND_MS
        return _Part(after + quotes, value * rank, rank, quoted=True, fault=fault)
    hyphened = line.folded(after) == "-" and not line.is_spaced(after)
    start = after + 1 if hyphened else after
    if hyphened and line.is_spaced(start):
        return None
    for unit, rank in UNITS_MS.items():
        end = lexicon.ends(unit, line, start)
        if end is not None and not (hyphened and unit == "minute_or_metre"):
            is_m = unit == "minute_or_metre"
            if unit == "second":
                value, fault = number(line.folded(at), lexicon, of_seconds=True)
            return _Part(end, value * rank, rank, is_m, hyphened=hyphened, fault=fault)
    return None


def _bare_tail(line: TokenLine, last: _Part, lexicon: Lexicon) -> _Part | None:
    """Return the number without a unit in `1m30` and `1 min 30`, which counts the next unit."""
    at = last.end
    text = line.folded(at)
    if last.rank == SECOND_MS or last.hyphened or len(text) != 2 or not text.isdecimal():
        return None
    glued = not line.is_spaced(at)
    is_counted = line.is_kind(at + 1, "word") and not any(
        lexicon.ends(meaning, line, at + 1) for meaning in _BEHIND_A_TIME
    )
    followed = is_counted or line.folded(at + 1) in ("x", "*", "/", "-")
    if int(text) >= 60 or (followed and not (glued and line.is_spaced(at + 1))):
        return None
    rank = last.rank // 60
    return _Part(at + 1, Decimal(text) * rank, rank, quoted=last.quoted)


def _joined(parts: list[_Part], line: TokenLine, at: int) -> FoundDuration:
    length_ms = sum(part.length_ms for part in parts)
    fault = next((part.fault for part in parts if part.fault is not None), None)
    if length_ms != int(length_ms):
        fault = _too_fine(line.part(at, parts[-1].end))
    return FoundDuration(
        parts[-1].end,
        int(length_ms),
        int(length_ms),
        bare_m=len(parts) == 1 and parts[0].bare_m,
        quoted=any(part.quoted for part in parts),
        hyphened=parts[0].hyphened,
        fault=fault,
    )


def _sharing_a_unit(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundDuration]:
    """Yield `15-20s`, whose unit is that of both ends."""
    dash = range_dash(line, at + 1, lexicon) if line.is_kind(at, "number") else None
    high = None if dash is None else _part(line, dash, lexicon)
    if dash is None or high is None:
        return
    value, fault = number(line.folded(at), lexicon, of_seconds=high.rank == SECOND_MS)
    found = _joined([high], line, at)
    low_ms = value * high.rank
    if low_ms != int(low_ms):
        fault = _too_fine(line.part(at, high.end))
    yield _ranged(line, at, dash, replace(found, low_ms=int(low_ms), fault=fault or found.fault))


def _ranged(line: TokenLine, at: int, dash: int, found: FoundDuration) -> FoundDuration:
    """Return a range as it was meant; one that is turned round has a fault."""
    found = replace(found, loose_dash=is_loose(line, dash))
    low_ms, high_ms = found.low_ms, found.high_ms
    if low_ms <= high_ms:
        return found
    text = line.part(at, found.end)
    message = f"`{text}` is a range turned round"
    fault = Fault(message, text, (written_range(high_ms, low_ms),))
    return replace(found, low_ms=high_ms, high_ms=low_ms, fault=found.fault or fault)


def _too_fine(text: str) -> Fault:
    return Fault(f"`{text}` is finer than a millisecond", text)


def _seconds(length_ms: int) -> str:
    seconds, fraction_ms = divmod(length_ms, SECOND_MS)
    return f"{seconds}." + f"{fraction_ms:03}".rstrip("0") if fraction_ms else str(seconds)
