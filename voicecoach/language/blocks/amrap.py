"""As many rounds as possible in a time: the list is read out once, then the minutes are called.

```yaml
title: Twelve minutes
workout:
  - amrap: 12 min
    do:
      - 5 push-ups
      - 10 squats
```
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, TypeGuard

from msgspec.structs import replace

from voicecoach.language import fields
from voicecoach.language.blocks.exercise import ExerciseBlock
from voicecoach.language.containers import Container, read_do
from voicecoach.language.entry import Entry
from voicecoach.language.values import Range
from voicecoach.language.values.duration import DurationRange
from voicecoach.routine.clocked import clocked_place
from voicecoach.routine.exercise import Dose, Exercise
from voicecoach.routine.flow import Block, Scope, Step
from voicecoach.routine.phase import Work
from voicecoach.units import MINUTE_MS

NAME = "AMRAP"


class AmrapKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of an amrap."""

    what: ClassVar[str] = "an amrap"
    amrap: Annotated[Range, DurationRange(positive=True, with_unit=True)]
    do: Any = None


KEYS = AmrapKeys


class Amrap(Container, frozen=True):
    """One timed work of `length_ms`; `do` is what it consists of."""

    do: tuple[ExerciseBlock, ...]
    length_ms: int

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its kind and its id."""
        return ("amrap", self.entry.id)

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the work."""
        span, around = self.entry.span, self.entry.around
        place = clocked_place(scope.place, "amrap", span, 1, 1)
        inner = replace(scope, place=replace(place, round=None, rounds=None))
        # The minutes are called, and so is the middle one.
        cues = replace(
            around.cues,
            halfway=False,
            clock_ms=around.cues.clock_ms or (MINUTE_MS if around.cues.calls else None),
        )
        exercises = tuple(block.exercise for block in self.do)
        work = Work(
            Exercise(
                NAME,
                span,
                (Dose("for", self.length_ms),),
                (None,),
                cues=cues,
                sounds=around.sounds,
            ),
            inner.place,
            set=1,
            sets=1,
            begins=True,
            opening=exercises,
            listed=exercises,
        )
        yield inner.counted(work)


def read(entry: Entry) -> Amrap | None:
    """Return the amrap that `entry` describes, or None where problems were noted."""
    keys = entry.keys(AmrapKeys)
    do = read_do(entry, replace(entry.around, depth=entry.around.depth + 1, read_out=True))
    exercises = [block for block in do if _fits(block, entry)]
    if keys is None or not do or len(exercises) < len(do):
        return None
    return Amrap(entry, tuple(exercises), entry.around.time_ms(keys.amrap))


def _fits(block: Block, entry: Entry) -> TypeGuard[ExerciseBlock]:
    """Return whether a block can be part of an amrap; where it cannot, that is noted."""
    if not isinstance(block, ExerciseBlock):
        hint = "rest is taken when it is needed; put everything else before or after"
        entry.fail("do", "an amrap holds exercises alone", hint)
        return False
    span, exercise, keys = block.exercise.span, block.exercise, block.keys
    if len(exercise.doses) > 1:
        hint = "a round has one set of each"
        entry.reader.fail(span, f"`{exercise.name}` has {len(exercise.doses)} sets", hint)
        return False
    own_tips = any(tip.say is None or not tip.say.stock for tip in exercise.tips)
    unsaid = own_tips or keys.on_set or keys.after_set or keys.on_side or keys.metronome
    if unsaid:
        message = (
            f"`{exercise.name}` has tips, lines or a metronome, which an amrap has no time for"
        )
        entry.reader.fail(span, message, "leave them out, or put them into `setup`")
    return not unsaid
