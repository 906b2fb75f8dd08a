"""Parts: what a line is made of besides the name, and what is found of each in it."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from voicecoach.language.grammar import distances, durations
from voicecoach.language.grammar.counts import FoundCount
from voicecoach.language.grammar.counts import written as written_count
from voicecoach.language.grammar.durations import FoundDuration, written_range
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.numbers import Fault
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.text.document import Text

Role = Literal["dose", "within", "sets", "sides", "load", "rest", "again", "tempo", "tips"]
Value = Text | list[Text]

# What stands beside a number and says no more than `about`.
ABOUT_MARKS = tuple("~>≥≈<≤*")
UNITS = (*durations.UNITS_MS, *distances.UNITS, "weight", "size")


class Objection(Struct, frozen=True):
    """Why a line cannot stand as it is: `part` is underlined.

    Where it is `certain` what was meant, the hint is the line as it should be. The readings with
    the least `weight` of objections are the likeliest.
    """

    part: Text
    message: str
    hint: str | None = None
    certain: bool = True
    weight: int = 1


class Part(Struct, frozen=True):
    """A part of a line up to the token `end`, and the keys that it stands for.

    Among the keys, `times` is a number that may be one of repetitions or of sets. `question` says
    that the part can be read in two ways, of which this is one. `hold_ms` is the longest hold.
    `quoted` is that of a duration; `bare` says that a dose is a mere number, `bare_m` that its unit
    is an `m`, `parts_name` that the name may go on behind the part, as in `5-minute walk`.
    """

    role: Role
    start: int
    end: int
    keys: Mapping[str, Value]
    objections: tuple[Objection, ...] = ()
    question: Objection | None = None
    hold_ms: int = 0
    quoted: bool = False
    parts_name: bool = False
    bare: bool = False
    bare_m: bool = False


# How like a unit a word of so many letters must be to be one that is mistyped.
_NEAR, _LEAST_LETTERS = 0.84, 4

_OPENING = frozenset(",;:()[]@=|~<>≥≤≈!")
_CLOSING = frozenset(",;:()[]@=|./!")

Rule = Callable[[TokenLine, int, Lexicon], Iterator[Part]]


def opens(line: TokenLine, at: int) -> bool:
    """Return whether a part can begin at a token: behind a blank or a mark that parts."""
    behind_dash = line.folded(at - 1) == "-" and line.is_spaced(at - 1)
    return (
        line.is_spaced(at)
        or behind_dash
        or line.folded(at - 1) in _OPENING
        or (line.folded(at) == "/")
    )


def closes(line: TokenLine, at: int) -> bool:
    """Return whether a part can end before a token: a blank or a mark that parts is there."""
    return line.is_spaced(at) or line.folded(at) in _CLOSING


def is_times(line: TokenLine, at: int) -> bool:
    """Return whether the token at `at` is a sign of multiplication."""
    return line.folded(at) in ("x", "*")


def behind_times(line: TokenLine, at: int, lexicon: Lexicon) -> int | None:
    """Return where what is multiplied begins behind `x`, or behind a word such as `times`."""
    if is_times(line, at):
        return at + 1
    end = lexicon.ends("times", line, at)
    is_number = end is not None and (line.is_kind(end, "number") or line.is_kind(end, "clock"))
    return end if is_number else None


def misfit(
    role: Role,
    written: Text,
    stretch: tuple[int, int],
    keys: Mapping[str, Value],
    message: str,
    weight: int = 1,
) -> Part:
    """Return the part for what has another place or other words, and stands for some keys.

    In the message, `{}` is what is written. The part is all of a stretch of tokens.
    """
    objection = Objection(written, message.replace("{}", f"`{written}`"), weight=weight)
    return Part(role, *stretch, keys, (objection,))


def chain_end(line: TokenLine, at: int) -> int:
    """Return where the numbers end that hyphens join from `at` on, as in `3-1-1`."""
    while line.folded(at + 1) == "-" and line.is_kind(at + 2, "number"):
        at += 2
    return at + 1


def has_unit(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether the word at `at` is a unit, which the number before it belongs to."""
    breathing = lexicon.ends("breathing", line, at)
    if breathing is not None and lexicon.ends("breath", line, breathing) is not None:
        return True
    hyphen = line.folded(at) == "-" and not line.is_spaced(at) and not line.is_spaced(at + 1)
    words = (at, at + 1) if hyphen else (at,)
    return (
        any(
            lexicon.ends(unit, line, place) is not None
            for place in words
            for unit in (*UNITS, "rep", "set", "breath", "round")
        )
        or (not line.is_spaced(at) and line.folded(at) in ("'", '"'))
        or (near_unit(line, at, lexicon) is not None)
    )


def near_unit(line: TokenLine, at: int, lexicon: Lexicon) -> str | None:
    """Return which unit the word at `at` is, mistyped, or None."""
    word = line.folded(at)
    if not line.is_kind(at, "word") or len(word) < _LEAST_LETTERS:
        return None
    for unit in ("second", "minute", "hour", "rep", "set", "breath"):
        words = list(lexicon.phrases[unit])
        if word in words:
            return None
        if difflib.get_close_matches(word, words, 1, _NEAR):
            return unit
    return None


def duration_value(line: TokenLine, at: int, found: FoundDuration) -> Text:
    """Return the text of a duration, as it was meant where there is something wrong with it."""
    written = line.part(at, found.end)
    if found.loose_dash:
        return Text(written_range(found.low_ms, found.high_ms), written.span, inline=False)
    return corrected(written, found.fault)


def count_value(line: TokenLine, at: int, found: FoundCount) -> Text:
    """Return the text of a count, as it was meant where there is something wrong with it."""
    written = line.part(at, found.end)
    if found.loose_dash:
        return Text(written_count(found.low, found.high), written.span, inline=False)
    return corrected(written, found.fault)


def corrected(written: Text, fault: Fault | None) -> Text:
    """Return a text as it was meant, where there is no doubt about that."""
    if fault is None or not fault.certain:
        return written
    return Text(fault.corrected(written)[0], written.span, inline=False)


def objections(line: TokenLine, at: int, end: int, *faults: Fault | None) -> tuple[Objection, ...]:
    """Return the objections for the faults of a part."""
    part = line.part(at, end)
    return tuple(
        Objection(part, fault.message, fault.hint(line.text), certain=fault.certain)
        for fault in faults
        if fault is not None
    )
