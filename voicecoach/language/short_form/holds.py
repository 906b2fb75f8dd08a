"""Holds: one, so many of them, and sets of them."""

from collections.abc import Iterator

from msgspec.structs import replace

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.amounts import counted, timed
from voicecoach.language.short_form.parts import (
    Objection,
    Part,
    Value,
    behind_times,
    count_value,
    is_times,
)
from voicecoach.language.short_form.tails import find_sets

# Up to this long, a counted hold is one of so many repetitions; a longer one is a set.
LONGEST_REPEATED_HOLD_MS = 15_000
# Marks behind which `hold 5s` is no part of the name.
BEFORE_HOLD = frozenset(",;:(-")


def find_hold(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `30s hold`, `30s hold x 5`, `hold 30s`, `hold 10s x 10`."""
    for time in timed(line, at, lexicon):
        end = lexicon.ends("hold", line, time.end)
        if end is not None:
            yield replace(time, end=end, keys={"hold": time.keys["for"]})
    start = lexicon.ends("hold", line, at)
    if start is None:
        return
    start = lexicon.ends("for", line, start) or start
    for time in timed(line, start, lexicon):
        # Without a mark before it, `hold` belongs to the name, unless each of many is a hold.
        repeated = time.hold_ms <= LONGEST_REPEATED_HOLD_MS and _is_repeated(
            line, time.end, lexicon
        )
        if line.folded(at - 1) in BEFORE_HOLD or repeated:
            held = replace(time, start=at, keys={"hold": time.keys["for"]})
            yield held if not repeated else _behind_hold(line, held)


def _behind_hold(line: TokenLine, hold: Part) -> Part:
    """Return a hold that says behind it how often, which is written before it."""
    written = line.part(hold.start, hold.end)
    objection = Objection(written, f"`{written}` stands before its repetitions: is each a hold?")
    return replace(hold, objections=(*hold.objections, objection))


def _is_repeated(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether `x 10` or `, 10 reps` stands at `at`."""
    at += line.folded(at) in BEFORE_HOLD
    at = lexicon.ends("repeat", line, at) or at
    return any({"times", "repeats"} & sets.keys.keys() for sets in find_sets(line, at, lexicon))


def find_counted_hold(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `5x10s hold`, `5 holds of 10s`, `5 10s holds`, `5 reps of 10s hold`, `8x20s`."""
    for found, head in counted(line, at, lexicon):
        number = count_value(line, at, found)
        for end, key, is_linked in _behind_times(line, found.end, lexicon):
            for time in timed(line, end, lexicon):
                hold_end = lexicon.ends("hold", line, time.end)
                keys: dict[str, Value] = {key: number}
                joined = replace(
                    time,
                    start=at,
                    objections=head.objections + time.objections,
                    question=head.question or time.question,
                )
                if hold_end is not None or is_linked:
                    held = {**keys, "hold": time.keys["for"]}
                    yield replace(joined, end=hold_end or time.end, keys=held)
                multiplied = behind_times(line, found.end, lexicon)
                if hold_end is None and end == multiplied:
                    yield replace(joined, keys={**keys, "for": time.keys["for"]}, hold_ms=0)


def _behind_times(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[int, str, bool]]:
    """Yield where a hold begins behind its number, what the number counts, and if `of` is said."""
    multiplied = behind_times(line, at, lexicon)
    if multiplied is not None:
        yield multiplied, "times", False
    if line.is_spaced(at) and line.is_kind(at, "number"):
        yield at, "times", False
    for word, key in (("hold", "times"), ("rep", "reps")):
        end = lexicon.ends(word, line, at)
        if end is not None:
            link = end + 1 if is_times(line, end) else lexicon.ends("of", line, end)
            yield link or end, key, link is not None
