"""Intervals: `20/10 x 8` and `8 x 20s on, 10s off`, which are sets and the rest between them."""

from collections.abc import Iterator

from voicecoach.language.grammar.counts import find_counts
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.parts import (
    Objection,
    Part,
    count_value,
    duration_value,
    is_times,
)
from voicecoach.text.document import Text


def find_intervals(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield `20/10 x 8` and `8 x 20s/10s`: work and rest, so many times."""
    for times_at, times in _multiplied(line, at, lexicon):
        ends = list(_on_and_off(line, times_at, lexicon))
        for end, work, rest in ends:
            if times is not None:
                yield _interval_part(line, at, end, times, work, rest)
            elif is_times(line, end):
                for found in find_counts(line, end + 1, lexicon):
                    value = count_value(line, end + 1, found)
                    yield _interval_part(line, at, found.end, value, work, rest)
            elif lexicon.ends("off", line, end - 1) is not None or _has_units(line, at, end):
                eight = Text("8", line.part(at, end).span, inline=False)
                yield _interval_part(line, at, end, eight, work, rest)


def _multiplied(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[int, Text | None]]:
    yield at, None
    for found in find_counts(line, at, lexicon):
        if is_times(line, found.end):
            opened = line.folded(found.end + 1) == "("
            yield found.end + 1 + opened, count_value(line, at, found)


def _on_and_off(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[int, Text, Text]]:
    """Yield where `20/10`, `20s/10s` or `20s on, 10s off` ends, with both times."""
    work_end, work = seconds_at(line, at, lexicon)
    if work is None:
        return
    is_on = lexicon.ends("on", line, work_end) is not None
    work_end += is_on
    if line.folded(work_end) == "/" or (is_on and line.folded(work_end) == ","):
        work_end += 1
    elif not is_on:
        return
    rest_end, rest = seconds_at(line, work_end, lexicon)
    if rest is None:
        return
    rest_end += lexicon.ends("off", line, rest_end) is not None
    rest_end += line.folded(rest_end) == ")"
    yield rest_end, work, rest


def _has_units(line: TokenLine, at: int, end: int) -> bool:
    """Return whether both times of `30s/20s` have a unit."""
    words = sum(line.is_kind(place, "word") for place in range(at, end))
    return words >= 2


def seconds_at(line: TokenLine, at: int, lexicon: Lexicon) -> tuple[int, Text | None]:
    """Return where a time in seconds ends, with or without its unit, and the time."""
    for found in find_durations(line, at, lexicon):
        return found.end, duration_value(line, at, found)
    if not line.is_kind(at, "number"):
        return at, None
    number = line.part(at, at + 1)
    return at + 1, Text(f"{number}s", number.span, inline=False)


def _interval_part(line: TokenLine, at: int, end: int, times: Text, work: Text, rest: Text) -> Part:
    written = line.part(at, end)
    objection = Objection(written, f"`{written}` is no dose: intervals of work and rest?")
    return Part("dose", at, end, {"sets": times, "for": work, "rest": rest}, (objection,))
