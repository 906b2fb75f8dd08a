"""The same blocks several times over; it says nothing of its own.

```yaml
title: Run and walk
workout:
  - repeat: 8
    do:
      - Run 60s
      - Walk 90s
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from voicecoach.language import values
from voicecoach.language.containers import (
    ContainerKeys,
    draw_of,
    inside,
    read_do,
    switch_gap,
    with_between,
)
from voicecoach.language.entry import Entry
from voicecoach.routine.flow import Block, Scope, Step, sequence, with_round_end
from voicecoach.routine.sides import each_side


class RepeatKeys(ContainerKeys):
    """The keys of a repeat."""

    what: ClassVar[str] = "a repeat"
    repeat: values.Count
    sides: values.SidesField = ()


KEYS = RepeatKeys


@dataclass(frozen=True, slots=True)
class Repeat:
    """Blocks that are done `keys.repeat` times."""

    entry: Entry
    keys: RepeatKeys
    do: tuple[Block, ...]

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the steps of all passes, with the gaps of the surroundings between them."""
        inner = with_between(scope, self.entry, self.keys)
        return each_side(self.keys.sides, inner, switch_gap(self.entry, self.keys), self._passes)

    @property
    def sides_in_turn(self) -> tuple[str, ...]:
        """The sides that it is done for."""
        return self.keys.sides

    def for_one_side(self) -> "Repeat":
        """Return it without sides of its own."""
        return replace(self, keys=self.keys.model_copy(update={"sides": ()}))

    def _passes(self, scope: Scope) -> Iterator[Step]:
        for number in range(1, self.keys.repeat + 1):
            if number > 1:
                yield from scope.neighbours()
            place = replace(scope.place, block="repeat", round=number, rounds=self.keys.repeat)
            steps = sequence(self.do, replace(scope, place=place))
            yield from with_round_end(steps) if number < self.keys.repeat else steps


def read(entry: Entry) -> Repeat | None:
    """Return the repeat that `entry` describes, or None where problems were noted."""
    keys = entry.keys(RepeatKeys)
    around = entry.around if keys is None else inside(entry, keys)
    sided = around.sided or bool(keys and keys.sides)
    again = around.in_rounds or bool(keys and keys.repeat > 1)
    around = replace(around, sided=sided, in_rounds=again)
    do = read_do(entry, around, draw_of(entry, keys))
    return None if keys is None else Repeat(entry, keys, do)
