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
from voicecoach.routine.flow import Scope, Step, sequence, with_round_end
from voicecoach.routine.sides import each_side


class RepeatKeys(SidedContainerKeys, frozen=True, kw_only=True):
    """The keys of a repeat."""

    what: ClassVar[str] = "a repeat"
    repeat: values.Count


KEYS = RepeatKeys


class Repeat(SidedContainer, frozen=True):
    """Blocks that are done `keys.repeat` times."""

    keys: RepeatKeys

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its kind and its id."""
        return ("repeat", self.entry.id)

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the steps of all passes, with the gaps of the surroundings between them."""
        inner = with_between(scope, self.entry, self.keys)
        return each_side(self.keys.sides, inner, switch_gap(self.entry, self.keys), self._passes)

    def _passes(self, scope: Scope) -> Iterator[Step]:
        for number in range(1, self.keys.repeat + 1):
            if number > 1:
                yield from scope.neighbours()
            place = replace(scope.place, block="repeat", round=number, rounds=self.keys.repeat)
            steps = sequence(self.do, replace(scope, place=place))
            yield from with_round_end(steps, number, self.keys.repeat)


def read(entry: Entry) -> Repeat | None:
    """Return the repeat that `entry` describes, or None where problems were noted."""
    keys = entry.keys(RepeatKeys)
    around = entry.around if keys is None else inside(entry, keys)
    sided = around.sided or bool(keys and keys.sides)
    again = around.in_rounds or bool(keys and keys.repeat > 1)
    around = replace(around, sided=sided, in_rounds=again)
    do = read_do(entry, around, draw_of(entry, keys))
    return None if keys is None else Repeat(entry, do, keys)
