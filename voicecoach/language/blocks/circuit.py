"""Rounds of the same exercises, one chapter together.

With `by_round: true` the per-set lists in it give one value a round.

```yaml
title: Three rounds
workout:
  - circuit: Legs and arms
    rounds: 3
    by_round: true
    exercise_rest: 15s
    round_rest: 60s
    on_round: Keep the rhythm.
    do:
      - exercise: Squats
        reps: [21, 15, 9]
      - Push-ups x10
```
"""

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from voicecoach.language import values
from voicecoach.language.containers import (
    SidedContainer,
    SidedContainerKeys,
    draw_of,
    inside,
    read_do,
    switch_gap,
    with_between,
)
from voicecoach.language.entry import Entry
from voicecoach.language.titles import check_title
from voicecoach.language.values import Range
from voicecoach.routine.cues import Line
from voicecoach.routine.flow import (
    Rank,
    Scope,
    Step,
    exercises_of,
    line_for,
    sequence,
    with_first_work,
    with_last_work,
    with_round_end,
)
from voicecoach.routine.phase import Heading, SayPhase, Title
from voicecoach.routine.placeholders import fill_some
from voicecoach.routine.sides import each_side
from voicecoach.units import SECOND_MS


class CircuitKeys(SidedContainerKeys, frozen=True, kw_only=True):
    """The keys of a circuit."""

    what: ClassVar[str] = "a circuit"
    circuit: values.TextField
    rounds: values.CountRange = Range(1, 1)
    round_rest: values.RestRange | None = None
    exercise_rest: values.RestRange | None = None
    on_round: values.LinesField = ()
    after_round: values.LinesField = ()
    by_round: values.Flag = False


KEYS = CircuitKeys


class Circuit(SidedContainer, frozen=True):
    """A circuit: `rounds` passes over `do`."""

    keys: CircuitKeys
    heading: Heading
    rounds: int

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its title and its id."""
        return (self.heading.title, self.entry.id)

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the steps of all rounds, for each side, with their gaps."""
        place = scope.place
        if place.section is None and place.chapters == "section":
            place = replace(place, chapter=place.chapter or self.heading)
        inner = replace(scope, place=place).without_gap(Rank.ROUND).without_gap(Rank.EXERCISE)
        inner = with_between(inner, self.entry, self.keys)
        for rank, key in ((Rank.EXERCISE, "exercise_rest"), (Rank.ROUND, "round_rest")):
            inner = inner.with_gap(rank, self._rest_ms(key), self.entry.key_span(key))
        steps = each_side(self.keys.sides, inner, switch_gap(self.entry, self.keys), self._passes)
        return with_first_work(steps, titles=(Title(self.heading.title, self.rounds),))

    def _passes(self, scope: Scope) -> Iterator[Step]:
        for number in range(1, self.rounds + 1):
            if number > 1:
                yield from scope.neighbours()
            place = replace(scope.place, block="circuit", round=number, rounds=self.rounds)
            inner = replace(scope, place=place).without_gap(Rank.ROUND)
            if self.keys.by_round:
                inner = replace(inner, list_round=number)
            first = self._of_round(self.keys.on_round, number)
            last = self._of_round(self.keys.after_round, number)
            steps = list(sequence(self.do, inner))
            if not exercises_of(steps):
                # Nothing is done in the round that its lines could be said with.
                yield from (_said(line, inner) for line in first)
                yield from steps
                yield from (_said(line, inner) for line in last)
                continue
            begun = with_first_work(steps, lines=first, rounds=((number, self.rounds),))
            done = with_last_work(begun, last)
            yield from with_round_end(done, number, self.rounds)

    def _of_round(self, lines: tuple[Line, ...], number: int) -> tuple[Line, ...]:
        """Return the line of a round; `{round}` in it is this circuit's, not an inner one's."""
        values = {"round": str(number), "rounds": str(self.rounds)}
        return tuple(
            replace(line, text=fill_some(line.text, values), span=line.span.within(self.entry.id))
            for line in line_for(lines, number)
        )

    def _rest_ms(self, key: str) -> int | None:
        rest: Range | None = getattr(self.keys, key)
        return None if rest is None else rest.at(self.entry.around.level, SECOND_MS, resting=True)


def _said(line: Line, scope: Scope) -> Step:
    return scope.counted(SayPhase(line.span, scope.place, line))


def read(entry: Entry) -> Circuit | None:
    """Return the circuit that `entry` describes, or None where problems were noted."""
    keys = entry.keys(CircuitKeys)
    if keys is None:
        read_do(entry, replace(entry.around, depth=entry.around.depth + 1))
        return None
    check_title(entry, keys.circuit, keys.rounds)
    rounds = entry.around.rounds(keys.rounds)
    for key in ("on_round", "after_round"):
        found = len(getattr(keys, key))
        if found > 1 and found != rounds:
            entry.fail(key, f"`{key}` lists {found} lines for {rounds} rounds")
    around = replace(
        inside(entry, keys),
        by_round=rounds if keys.by_round else None,
        in_rounds=entry.around.in_rounds or (rounds > 1 and not keys.by_round),
        sided=entry.around.sided or bool(keys.sides),
    )
    do = read_do(entry, around, draw_of(entry, keys))
    return Circuit(entry, do, keys, Heading(str(keys.circuit), entry.span), rounds)
