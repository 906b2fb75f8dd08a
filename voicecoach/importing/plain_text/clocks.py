"""Clocks: exercises that are done against the clock: as many rounds as possible, EMOM, Tabata."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from voicecoach.importing.plain_text.exercises import Exercise
from voicecoach.importing.plain_text.rounds import rounds_in
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Open, Part, Repeat, Rest, Step, Time
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form import is_rest_word
from voicecoach.language.values.bare import tokens
from voicecoach.units import MINUTE_MS, SECOND_MS

_WORK_MS, _REST_MS, _TABATA_ROUNDS = 20 * SECOND_MS, 10 * SECOND_MS, 8
_IN_TURN = re.compile(r"(?:min(?:ute)?s?\s*\.?\s*(?:\d{1,2}|[A-F])|odd|even)\b[^:]{0,10}:\s*", re.I)
_MOST_TIMES = 200

Kind = Literal["amrap", "emom", "tabata"]
_KINDS: tuple[Kind, ...] = ("amrap", "emom", "tabata")


class Clock(Struct, frozen=True):
    """What the clock says: for how long in ms, if that is said, and how long each start lasts.

    `rounds` is how often all exercises are done in turn, where that is said instead.
    """

    kind: Kind
    total_ms: int | None = None
    slot_ms: int = MINUTE_MS
    rounds: int | None = None

    @property
    def is_tabata(self) -> bool:
        """Whether it is a Tabata, whose work and rest are usual ones where they are not said."""
        return self.kind == "tabata"


@lru_cache(maxsize=4096)
def clock_in(text: str, lexicon: Lexicon) -> Clock | None:
    """Return what a heading says of the clock, None where it says nothing."""
    words = Words(lexicon.tag)
    kind = next((kind for kind in _KINDS if words.find(text, kind) is not None), None)
    line = tokens(text)
    rounds = rounds_in(text, lexicon)
    lengths: list[int] = []
    slot_ms = None
    at = 0
    while at < len(line):
        found = next(iter(find_durations(line, at, lexicon)), None)
        if found is None or found.low_ms != found.high_ms:
            at += 1
            continue
        if at and slot_ms is None and lexicon.ends("every", line, at - 1) is not None:
            slot_ms = found.low_ms
        else:
            lengths.append(found.low_ms)
        at = found.end
    if kind is None and slot_ms is None:
        return None
    total_ms = lengths[-1] if len(lengths) == 1 else None
    count = None if rounds is None else rounds.count
    return Clock(kind or "emom", total_ms, slot_ms or MINUTE_MS, count)


def clocked(
    clock: Clock, exercises: Sequence[tuple[int, Exercise]], title: str, lexicon: Lexicon
) -> list[Part]:
    """Return what exercises come to against the clock; each is done as it is written."""
    line = exercises[0][0]
    every = ", ".join(exercise.said for _, exercise in exercises)
    if clock.kind == "amrap":
        dose = Open("the time is over") if clock.total_ms is None else Time(clock.total_ms)
        return [Step(every, dose, line)]
    if clock.kind == "tabata":
        return [_tabata(exercise, at) for at, exercise in exercises]
    in_turn = len(exercises) == 1 or all(_IN_TURN.match(each.said) for _, each in exercises)
    slots: list[Part] = [_slot(exercise, clock.slot_ms, at, lexicon) for at, exercise in exercises]
    if not in_turn:
        doubt = "whether all is done at each start, or in turn, is not said"
        slots = [Step(every, Time(clock.slot_ms), line, doubts=(doubt,))]
    times = _times(clock, len(slots), in_turn)
    if times is None:
        return [Step(every, Open(f"“{title}” is over"), line)]
    return [Repeat(times, tuple(slots), line)]


def _times(clock: Clock, slots: int, in_turn: bool) -> int | None:
    """Return how often so many slots are done in turn, None where that is not said."""
    if clock.total_ms is None:
        times = clock.rounds if in_turn else None
    else:
        times, rest_ms = divmod(clock.total_ms, slots * clock.slot_ms)
        times = None if rest_ms else times
    return times if times is not None and 0 < times <= _MOST_TIMES else None


def _slot(exercise: Exercise, slot_ms: int, line: int, lexicon: Lexicon) -> Step | Rest:
    """Return what is done from one start to the next."""
    name = _IN_TURN.sub("", exercise.said)
    if is_rest_word(name, lexicon):
        return Rest(Time(slot_ms), line)
    return Step(name, Time(slot_ms), line, setup=exercise.setup or None)


def _tabata(exercise: Exercise, line: int) -> Step:
    doubt = "that a Tabata is 8 times 20 s of work and 10 s of rest is not written"
    return Step(
        exercise.name,
        Time(_WORK_MS),
        line,
        tips=exercise.tips,
        sets=_TABATA_ROUNDS,
        set_rest_ms=_REST_MS,
        doubts=(doubt,),
    )
