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
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language import tips
from voicecoach.language.breathing import breathes
from voicecoach.language.companions import check_companions
from voicecoach.language.entry import Entry
from voicecoach.language.exercise_form import long_form
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.layers import Fields
from voicecoach.language.levels import AtLevel, Written, home_of, resolve
from voicecoach.language.short_names import find, is_name
from voicecoach.language.sounds import over
from voicecoach.language.values import Level, Range
from voicecoach.routine.cues import Line
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.flow import Scope, Step, line_for
from voicecoach.routine.phase import Heading, RestPhase, SwitchPhase, Work
from voicecoach.text.document import Text
from voicecoach.units import SECOND_MS

KEYS = ExerciseKeys


class ExerciseBlock(Struct, frozen=True):
    """All sets and sides of one exercise.

    `rests_ms` lie between two sets, None where none is written; `own_rest_ms` is a rest written for
    one set, which stands after it. With `by_round`, each round does the one set of its own number.
    `sided` says that it is done for the side that the block around it is at. `names` are what it is
    called: as it is spoken and as it is written, and its id.
    """

    exercise: Exercise
    keys: ExerciseKeys
    rests_ms: tuple[int | None, ...]
    own_rest_ms: int | None
    by_round: bool
    sided: bool
    names: tuple[str, ...]

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
                side=side or (scope.place.side if self.sided else None),
                begins=index == 0,
                on_lines=self._line(self.keys.on_set, number, side, edge=0),
                after_lines=self._line(self.keys.after_set, number, side, edge=-1),
            )
            yield inner.counted(work)
        if self.own_rest_ms is not None:
            yield inner.counted(RestPhase(exercise.span, inner.place, self.own_rest_ms))

    @property
    def sides_in_turn(self) -> tuple[str, ...]:
        """The sides that do whole sets."""
        return () if self.keys.side_order == "each-rep" else self.exercise.sides

    def for_one_side(self) -> "ExerciseBlock":
        """Return the exercise without sides of its own."""
        return replace(self, exercise=replace(self.exercise, sides=()), sided=True)

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
        rest_ms = self.rests_ms[before[0] - 1] if after[0] > before[0] else None
        if rest_ms is not None:
            # A written rest of 0 is told from none: nothing waits there.
            yield scope.counted(RestPhase(self.exercise.span, scope.place, rest_ms))
        if not rest_ms and before[1] != after[1] and self.keys.switch:
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
    full = long_form(entry)
    return None if full is None else of_keys(full)


def of_keys(entry: Entry, fixed: Fields | None = None) -> ExerciseBlock | None:
    """Return the exercise of an entry in the long form, or None where problems were noted.

    `fixed` are fields that the block around it sets, over all others.
    """
    data = dict(entry.data)
    name: Text = data.pop("exercise")
    keys = entry.reader.keys(ExerciseKeys, data, entry.path, ("exercise",))
    if keys is None or not is_name(entry, name) or name in entry.around.faulty:
        return None
    definition = find(entry, name, as_key=not entry.one_line)
    written = Written(name, definition, keys, fixed or {})
    # What only one level does is checked at any: faults do not wait for it.
    resolved = {level: resolve(entry, written, level) for level in get_args(Level)}
    found = {level: exercise for level, exercise in resolved.items() if exercise is not None}
    if len(found) < len(resolved):
        return None
    check_companions(entry, keys, {level: exercise.keys for level, exercise in found.items()})
    most_sets = max(len(exercise.sets.doses) for exercise in found.values())
    blocks = {level: _block(entry, exercise, most_sets) for level, exercise in found.items()}
    return blocks[entry.around.level]


def _block(entry: Entry, exercise: AtLevel, most_sets: int) -> ExerciseBlock:
    """Return the block of an exercise at one level; `most_sets` is what it has at any level."""
    own, keys, sets = exercise.own, exercise.keys, exercise.sets
    _check_lines(entry, exercise)
    cues = own.cues.over(entry.around.cues)
    sounds = over(entry.reader, own.sounds, entry.around.sounds)
    all_tips = tips.resolve(home_of(entry, exercise.level, "tips"), keys, most_sets, sounds)
    done = Exercise(
        name=exercise.name,
        span=entry.span,
        doses=sets.doses,
        loads=sets.loads,
        sides=keys.sides,
        setup=keys.setup if cues.setup else None,
        tips=tuple(tip for tip in all_tips if tip.say is None or cues.tips),
        ready_ms=keys.ready,
        own_ready="ready" in own.fields_set,
        on_side=keys.on_side,
        metronome_bpm=keys.metronome,
        effort=None if keys.effort is None else str(keys.effort),
        breathes=breathes(own, sets.doses, entry.around.phrases),
        cues=cues,
        sounds=sounds,
    )
    sided = entry.around.sided and "sides" not in keys.fields_set
    one_set = exercise.by_round or len(sets.doses) == 1
    own_rest_ms = _own_rest_ms(own, exercise.level) if one_set else None
    names = (*exercise.names, entry.id)
    return ExerciseBlock(done, keys, sets.rests_ms, own_rest_ms, exercise.by_round, sided, names)


def _check_lines(entry: Entry, exercise: AtLevel) -> None:
    sets = len(exercise.sets.doses)
    for key in ("on_set", "after_set"):
        found = len(getattr(exercise.keys, key))
        if found > 1 and found != sets:
            message = f"`{key}` lists {found} lines for {sets} set{'s' * (sets > 1)}"
            home = home_of(entry, exercise.level, key)
            home.fail(key, message, "one line a set, or one for all")


def _own_rest_ms(own: ExerciseKeys, level: Level) -> int | None:
    """Return the rest written for the only set; a list of rests has been refused before."""
    return own.rest.at(level, SECOND_MS, resting=True) if isinstance(own.rest, Range) else None
