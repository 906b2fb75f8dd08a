"""Bare numbers: a dose without a unit, which only its place makes one."""

from collections.abc import Iterator

from msgspec.structs import replace

from voicecoach.language.grammar.counts import FoundCount
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.amounts import counted
from voicecoach.language.short_form.parts import (
    Objection,
    Part,
    Value,
    closes,
    count_value,
    has_unit,
    is_times,
)
from voicecoach.language.short_form.sides import find_sides
from voicecoach.language.short_form.tails import find_sets, find_within
from voicecoach.text.document import Text

# From here on, the same number twice may be seconds of work and of rest.
_LEAST_SECONDS = 20


def find_bare(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield a mere number: a dose before a side and first in a line, elsewhere a question."""
    for found, part in counted(line, at, lexicon):
        end = found.end
        sided = any(find_sides(line, end, lexicon, has_dose=True))
        if has_unit(line, end, lexicon) or not (closes(line, end) or sided):
            continue
        yield from _same_twice_alone(line, at, found, part)
        keys: dict[str, Value] = {"reps": count_value(line, at, found)}
        opened = end + 1 if line.folded(end) in ("(", ",") else end
        before_side = any(find_sides(line, opened, lexicon, has_dose=True))
        before_side |= any("sets" in sets.keys for sets in find_sets(line, end, lexicon))
        before_side |= any(find_within(line, end, lexicon))
        leads = (
            at == 0
            and line.is_spaced(end)
            and line.is_kind(end, "word")
            and not (is_times(line, end))
        )
        if before_side or leads:
            yield replace(part, keys=keys, bare=True)
        elif at > 0:
            written = line.part(at, end)
            message = f"`{written}` can be read two ways: repetitions or seconds?"
            question = Objection(written, message)
            yield replace(part, keys=keys, question=question, bare=True)
            seconds = f"{count_value(line, at, found)}s"
            as_time = Text(seconds, line.part(at, end).span, inline=False)
            yield replace(part, keys={"for": as_time}, question=question, bare=True)


def _same_twice_alone(line: TokenLine, at: int, found: FoundCount, part: Part) -> Iterator[Part]:
    """Yield `10/10`, which is each side; from 20 on it may be seconds on and off."""
    for twice in same_twice(line, at, found, part):
        if found.low < _LEAST_SECONDS:
            yield replace(twice, bare=True)
            continue
        written = line.part(at, twice.end)
        message = f"`{written}` can be read two ways: sides, or seconds on and off?"
        question = Objection(written, message)
        yield replace(twice, question=question, bare=True)
        seconds = Text(f"{found.low}s", line.part(at, at + 1).span, inline=False)
        yield replace(twice, keys={"for": seconds, "rest": seconds}, question=question, bare=True)


def mere_reps(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the number of `3x10`; `3x10/10` is ten on each side."""
    for found, part in counted(line, at, lexicon):
        if has_unit(line, found.end, lexicon) or not closes(line, found.end):
            continue
        yield replace(part, keys={"reps": count_value(line, at, found)})
        yield from same_twice(line, at, found, part)


def same_twice(line: TokenLine, at: int, found: FoundCount, part: Part) -> Iterator[Part]:
    """Yield `10/10`, which is ten on each side."""
    number = line.part(at, found.end)
    twice = line.folded(found.end) == "/" and line.folded(found.end + 1) == line.folded(at)
    if twice and found.end == at + 1 and closes(line, at + 3) and line.folded(at + 3) != "/":
        each = Text("each", number.span, inline=False)
        yield replace(part, end=at + 3, keys={"reps": number, "sides": each})
