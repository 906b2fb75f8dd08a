"""Amounts: the counts and times that doses are made of, as parts that hold them."""

from collections.abc import Iterator

from voicecoach.language.grammar.counts import FoundCount, find_counts
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.parts import (
    Objection,
    Part,
    duration_value,
    is_times,
    objections,
)
from voicecoach.text.document import Text
from voicecoach.units import HOUR_MS

# No dose of minutes is longer; a bare `m` behind more is metres, which is told all the same.
_LONGEST_IN_MINUTES_MS = 6 * HOUR_MS


def counted(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[FoundCount, Part]]:
    """Yield the counts at `at`, each with a part that holds no keys yet."""
    for found in find_counts(line, at, lexicon):
        if found.fault is not None and any("," in way for way in found.fault.meant):
            continue  # a list without blanks
        faults = objections(line, at, found.end, found.fault)
        question = _dash_question(line, at, found.end) if found.loose_dash else None
        yield found, Part("dose", at, found.end, {}, faults, question)


def timed(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the durations at `at` as parts with `for`; their hold would be as long."""
    for found in find_durations(line, at, lexicon):
        question = _dash_question(line, at, found.end) if found.loose_dash else None
        length = duration_value(line, at, found)
        if found.bare_m and found.high_ms > _LONGEST_IN_MINUTES_MS:
            continue  # metres
        if found.bare_m:
            question, length = minutes_question(line, at, found.end), _in_minutes(length)
        yield Part(
            "dose",
            at,
            found.end,
            {"for": length},
            objections(line, at, found.end, found.fault),
            question,
            hold_ms=found.high_ms,
            quoted=found.quoted,
            parts_name=found.hyphened,
            bare_m=found.bare_m,
        )


def minutes_question(line: TokenLine, at: int, end: int) -> Objection:
    """Return the question of a bare `m`."""
    written = line.part(at, end)
    return Objection(written, f"`{written}`: minutes or metres?")


def _in_minutes(length: Text) -> Text:
    """Return `40 m` as minutes, so that they are seen to be what they are."""
    return Text(f"{length[:-1].rstrip()} min", length.span, inline=False)


def _dash_question(line: TokenLine, at: int, end: int) -> Objection | None:
    """Return the question of a dash between blanks, which may also end the name before it."""
    before_x = is_times(line, at - 1) and line.is_spaced(at - 1)
    if at == 0 or before_x:
        return None
    written = line.part(at, end)
    message = f"`{written}` can be read two ways: a range, or the end of the name and a dose?"
    return Objection(written, message)
