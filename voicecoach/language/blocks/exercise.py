"""An exercise: its name, its dose, and how it is coached.

```yaml
title: One exercise
workout:
  - exercise: Side plank 20s hold, each side
    setup: Lie on your side, elbow under your shoulder.
    tips:
      - Keep your hips high.
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from voicecoach.language import doses, tips
from voicecoach.language.companions import check_companions
from voicecoach.language.definitions import find, used
from voicecoach.language.exercise_form import long_form, note_dose_fault
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.reader import OVERLAYS, Entry, Surroundings, at_level, merged
from voicecoach.language.values import Level, Range
from voicecoach.language.values.text import PlainText
from voicecoach.routine.cues import Line
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.flow import Scope, Step, line_for
from voicecoach.routine.phase import Heading, RestPhase, SwitchPhase, Work
from voicecoach.text.document import Text
from voicecoach.units import SECOND_MS

KEYS = ExerciseKeys


@dataclass(frozen=True, slots=True)
class ExerciseBlock:
    """All sets and sides of one exercise.

    `rests_ms` lie between two sets; `own_rest_ms` is a rest written for one set, which stands after
    it. With `by_round`, each round does the one set of its own number.
    """

    exercise: Exercise
    keys: ExerciseKeys
    rests_ms: tuple[int, ...]
    own_rest_ms: int | None
    by_round: bool

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the sets and sides in their order, with what lies between them."""
        exercise = self.exercise
        if self.by_round and scope.list_round is not None:
            index = scope.list_round - 1
            exercise = replace(
                exercise, doses=(exercise.doses[index],), loads=(exercise.loads[index],)
            )
        chapter = scope.place.chapter or Heading(exercise.name, exercise.span)
        inner = replace(scope, place=replace(scope.place, chapter=chapter))
        order = self._order(len(exercise.doses))
        for index, (number, side) in enumerate(order):
            if index > 0:
                yield from self._between(order[index - 1], order[index], inner)
            work = Work(
                exercise,
                inner.place,
                set=number,
                sets=len(exercise.doses),
                side=side or scope.place.side,
                begins=index == 0,
                on_lines=self._line(self.keys.on_set, number, side, edge=0),
                after_lines=self._line(self.keys.after_set, number, side, edge=-1),
            )
            yield inner.counted(work)
        if self.own_rest_ms is not None:
            yield inner.counted(RestPhase(exercise.span, inner.place, self.own_rest_ms))

    def _order(self, sets: int) -> list[tuple[int, str | None]]:
        sides: tuple[str | None, ...] = self.exercise.sides or (None,)
        numbers = range(1, sets + 1)
        if self.keys.side_order == "each-rep":
            return [(number, None) for number in numbers]
        if self.keys.side_order == "all-sets":
            return [(number, side) for side in sides for number in numbers]
        return [(number, side) for number in numbers for side in sides]

    def _between(
        self, before: tuple[int, str | None], after: tuple[int, str | None], scope: Scope
    ) -> Iterator[Step]:
        rest_ms = self.rests_ms[before[0] - 1] if after[0] > before[0] else 0
        if rest_ms:
            yield scope.counted(RestPhase(self.exercise.span, scope.place, rest_ms))
        elif before[1] != after[1] and self.keys.switch:
            yield scope.counted(SwitchPhase(self.exercise.span, scope.place, self.keys.switch))

    def _line(
        self, lines: tuple[Line, ...], number: int, side: str | None, edge: int
    ) -> tuple[Line, ...]:
        """Return the line of a set where `side` is the first (0) or last (-1) to do it."""
        sides = self.exercise.sides
        if sides and self.keys.side_order == "each-set" and side != sides[edge]:
            return ()
        return line_for(lines, number)


def read(entry: Entry) -> ExerciseBlock | None:
    """Return the exercise that `entry` describes, or None where problems were noted."""
    data = long_form(entry)
    if data is None:
        return None
    name: Text = data.pop("exercise")
    own = entry.reader.keys(ExerciseKeys, data, entry.path, ("exercise",))
    if own is None or not _is_name(entry, name):
        return None
    around, written, short_name = entry.around, own, name
    alone = not entry.one_line and str(entry.data["exercise"]).strip() == name
    definition = find(around.definitions, name, alone)
    if definition is not None:
        name = definition.name
    rounds: int | None = None
    for level in ("easy", "hard", around.level):
        # What only one level does is checked at any: faults do not wait for it.
        own = at_level(written, level)
        if definition is not None:
            own = used(definition, own, level)
        keys = _with_defaults(entry, written, own, level)
        rounds = around.by_round if doses.has_lists(keys) else None
        try:
            sets = doses.resolve(keys, level, rounds, around.read_out)
        except doses.DoseFaultError as fault:
            stock = definition is not None and short_name not in around.definitions
            note_dose_fault(entry, short_name, fault, OVERLAYS.get(level), stock)
            return None
    check_companions(entry, written, keys)
    _check_lines(entry, keys, len(sets.doses))
    exercise = Exercise(
        name=str(name),
        span=entry.span,
        doses=sets.doses,
        loads=sets.loads,
        sides=keys.sides,
        setup=keys.setup,
        tips=tips.resolve(entry, keys, len(sets.doses)),
        ready_ms=keys.ready,
        own_ready="ready" in own.model_fields_set,
        on_side=keys.on_side,
        metronome_bpm=keys.metronome,
        cues=own.cues.over(around.cues),
    )
    one_set = rounds is not None or len(sets.doses) == 1
    own_rest_ms = _own_rest_ms(own, around) if one_set else None
    return ExerciseBlock(exercise, keys, sets.rests_ms, own_rest_ms, rounds is not None)


def _is_name(entry: Entry, name: Text) -> bool:
    if any(character.isalpha() for character in name):
        return entry.reader.value(PlainText(), name) is not None
    entry.reader.fail(name.span, f"`{name}` is no name that can be spoken", "write it in words")
    return False


def _with_defaults(
    entry: Entry, written: ExerciseKeys, own: ExerciseKeys, level: Level
) -> ExerciseKeys:
    keys = merged(at_level(entry.around.defaults, level), own)
    if not entry.around.sided:
        return keys
    if "sides" in written.model_fields_set:
        hint = "delete it here, or there"
        entry.fail("sides", "the block around this exercise does each side already", hint)
    return keys.model_copy(update={"sides": ()})


def _check_lines(entry: Entry, keys: ExerciseKeys, sets: int) -> None:
    for key in ("on_set", "after_set"):
        found = len(getattr(keys, key))
        if found > 1 and found != sets:
            message = f"`{key}` lists {found} lines for {sets} set{'s' * (sets > 1)}"
            entry.fail(key, message, "one line a set, or one for all")


def _own_rest_ms(own: ExerciseKeys, around: Surroundings) -> int | None:
    """Return the rest written for the only set; a list of rests has been refused before."""
    if not isinstance(own.rest, Range):
        return None
    return own.rest.at(around.level, SECOND_MS, resting=True)
