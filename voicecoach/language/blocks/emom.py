"""Every minute on the minute: all of it at each start, or one entry a start; the rest is rest.

An entry with sides is one for each side.

```yaml
title: Ten minutes
workout:
  - emom: 10
    do:
      - Kettlebell swings x12
```
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Annotated, Any, ClassVar

from msgspec.structs import replace

from voicecoach.language import fields, values
from voicecoach.language.containers import Container, read_do
from voicecoach.language.entry import Entry
from voicecoach.language.values.duration import Duration
from voicecoach.problems import Span
from voicecoach.routine.clocked import clocked_place
from voicecoach.routine.flow import (
    Scope,
    Step,
    UnrollError,
    exercises_of,
    sequence,
    with_first_work,
    with_round_end,
)
from voicecoach.routine.layout import resolved
from voicecoach.routine.phase import Announcement, Phase, RestPhase, Title, Work
from voicecoach.routine.sides import side_by_side
from voicecoach.units import MINUTE_MS, clock


class EmomKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of an emom."""

    what: ClassVar[str] = "an emom"
    emom: values.Count
    every: Annotated[int, Duration(positive=True, with_unit=True)] = MINUTE_MS
    do: Any = None
    alternate: values.Flag = False


KEYS = EmomKeys


class Emom(Container, frozen=True):
    """`keys.emom` starts, `keys.every` apart."""

    keys: EmomKeys

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its kind and its id."""
        return ("emom", self.entry.id)

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield each slot's work and what is left of it as rest. Raises UnrollError."""
        phrase = "title_emom_minute" if self.keys.every == MINUTE_MS else "title_emom"
        title = Title(rounds=self.keys.emom, phrase=phrase, every_ms=self.keys.every)
        done: set[Span] = set()
        steps = [
            step
            for number in range(1, self.keys.emom + 1)
            for step in self._slot(number, scope, done)
        ]
        return with_first_work(steps, titles=(title,), opening=exercises_of(steps))

    def _slot(self, number: int, scope: Scope, done: set[Span]) -> Iterator[Step]:
        """Yield one start; `done` are the exercises of those before, to which it adds its own."""
        span = self.entry.span
        place = clocked_place(scope.place, "emom", span, number, self.keys.emom)
        # The rests that rules put between exercises would only eat into the slot.
        inner = replace(scope, place=place, gaps=())
        do, turns = self.do, 1
        if self.keys.alternate:
            entries = [entry for block in do for entry in side_by_side(block)]
            turns = len(entries)
            do = (entries[(number - 1) % turns],)
        phases = list(resolved(sequence(do, inner)))
        phases = list(_remembered(phases, done, in_turn=turns > 1))
        done.update(phase.span for phase in phases if isinstance(phase, Work))
        steps = with_first_work(phases, rounds=((number, self.keys.emom),))
        yield from with_round_end(steps, number, self.keys.emom)
        left_ms = self.keys.every - sum(self._length_ms(phase) for phase in phases)
        if left_ms < 0:
            message = f"the work of one start takes {clock(self.keys.every - left_ms)}"
            hint = f"a start comes every {clock(self.keys.every)}: do less, or write `every`"
            raise UnrollError(span, message, hint)
        if left_ms:
            yield inner.counted(RestPhase(span, place, left_ms, fills_slot=True))

    def _length_ms(self, phase: Phase) -> int:
        if phase.length_ms is None:
            sound = phase.kind == "sound"
            hint = "put it before the emom" if sound else "give it a length with `for`"
            raise UnrollError(phase.span, "in an emom, everything has a length", hint)
        return phase.length_ms


def read(entry: Entry) -> Emom | None:
    """Return the emom that `entry` describes, or None where problems were noted."""
    keys = entry.keys(EmomKeys)
    around = replace(entry.around, depth=entry.around.depth + 1)
    do = read_do(entry, around)
    return None if keys is None or not do else Emom(entry, do, keys)


def _remembered(
    phases: Iterable[Phase], done: Collection[Span], *, in_turn: bool
) -> Iterator[Phase]:
    """Yield the phases of a start, in which what was `done` before is not announced again.

    Where entries come `in_turn`, the first of a start is named: one has to know which it is.
    """
    named = in_turn
    for phase in phases:
        if not (isinstance(phase, Work) and phase.begins):
            yield phase
            continue
        known: Announcement = "name" if named else "nothing"
        yield replace(phase, announcement=known) if phase.span in done else phase
        named = False
