"""Amounts: the counts and times that doses are made of, as parts that hold them."""

from collections.abc import Iterator

from voicecoach.language.counts import FoundCount, find_counts
from voicecoach.language.durations import find_durations
from voicecoach.language.lexicon import Lexicon
from voicecoach.language.short_form.parts import Part, duration_value, is_times, objections
from voicecoach.language.tokens import TokenLine
from voicecoach.text.document import Text


def counted(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[FoundCount, Part]]:
    """Yield the counts at `at`, each with a part that holds no keys yet."""
    for found in find_counts(line, at, lexicon):
        faults = objections(line, at, found.end, found.fault)
        question = _dash_question(line, at, found.end) if found.loose_dash else None
        yield found, Part("dose", at, found.end, {}, faults, question)


def timed(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the durations at `at` as parts with `for`; their hold would be as long."""
    for found in find_durations(line, at, lexicon):
        question = None
        if found.bare_m:
            question = f"`{line.part(at, found.end)}`: minutes or metres?"
        elif found.loose_dash:
            question = _dash_question(line, at, found.end)
        yield Part(
            "dose",
            at,
            found.end,
            {
                "for": _in_minutes(line, at, found.end)
                if found.bare_m
                else duration_value(line, at, found)
            },
            objections(line, at, found.end, found.fault),
            question,
            hold_ms=found.high_ms,
            quoted=found.quoted,
            hyphened=found.hyphened,
            bare_m=found.bare_m,
        )


def _in_minutes(line: TokenLine, at: int, end: int) -> Text:
    """Return `40 m` as minutes, so that they are seen to be what they are."""
    written = line.part(at, end)
    return Text(f"{line.part(at, end - 1)} min", written.span, inline=False)


def _dash_question(line: TokenLine, at: int, end: int) -> str | None:
    """Return the question of a dash between blanks, which may also end the name before it."""
    before_x = is_times(line, at - 1) and line.is_spaced(at - 1)
    if at == 0 or before_x:
        return None
    return (
        f"`{line.part(at, end)}` can be read two ways: a range, or the end of the name and a dose?"
    )
