"""Work and rest by the clock, again and again: eight intervals of 20 s with 10 s of rest.

A list of exercises is taken in turn.

```yaml
title: Four minutes
workout:
  - tabata: [Burpees, Mountain climbers]
```
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language import fields, values
from voicecoach.language.blocks.exercise import ExerciseBlock
from voicecoach.language.blocks.exercise import of_keys as exercise_of
from voicecoach.language.entry import Entry
from voicecoach.language.exercise_form import long_form
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import tokens_of
from voicecoach.language.layers import OVERLAYS
from voicecoach.language.short_form import DOSE_KEYS
from voicecoach.language.values import Range
from voicecoach.routine.clocked import clocked_place
from voicecoach.routine.flow import Scope, Step, exercises_of, with_first_work
from voicecoach.routine.phase import RestPhase, Title, Work
from voicecoach.text.document import Text
from voicecoach.units import SECOND_MS


class TabataKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of a tabata; `rounds` are intervals altogether."""

    what: ClassVar[str] = "a tabata"
    tabata: Any
    rounds: values.CountRange = Range(8, 8)
    work: values.LengthRange = Range(20 * SECOND_MS, 20 * SECOND_MS)
    rest: values.RestRange = Range(10 * SECOND_MS, 10 * SECOND_MS)


KEYS = TabataKeys
_HINT = "write `work`, `rest` and `rounds` beside `tabata`"


class Tabata(Struct, frozen=True):
    """`rounds` intervals with `rest_ms` between them; sides are taken in turn like exercises."""

    entry: Entry
    exercises: tuple[ExerciseBlock, ...]
    rounds: int
    rest_ms: int

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its kind and its id."""
        return ("tabata", self.entry.id)

    @property
    def inside(self) -> tuple[ExerciseBlock, ...]:
        """The exercises in it."""
        return self.exercises

    def holding(self, exercises: tuple[ExerciseBlock, ...]) -> "Tabata":
        """Return it with other exercises in it."""
        return replace(self, exercises=exercises)

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield work and rest in turn; no rest follows the last interval."""
        title = Title(rounds=self.rounds, phrase="title_tabata")
        steps = list(self._intervals(scope))
        return with_first_work(steps, titles=(title,), opening=exercises_of(steps))

    def _intervals(self, scope: Scope) -> Iterator[Step]:
        turns = [
            (block, index)
            for block in self.exercises
            for index in range(max(1, len(block.exercise.sides)))
        ]
        for number in range(1, self.rounds + 1):
            place = clocked_place(scope.place, "tabata", self.entry.span, number, self.rounds)
            inner = replace(scope, place=place)
            if number > 1:
                yield inner.counted(RestPhase(self.entry.span, place, self.rest_ms))
            block, index = turns[(number - 1) % len(turns)]
            # The first set of each side is all that is done of it.
            works = [step for step in block.unroll(inner) if isinstance(step, Work)]
            # The only exercise need not be named again.
            begins = number == 1 or len(self.exercises) > 1
            yield replace(works[index], begins=begins, rounds_begun=((number, self.rounds),))


def read(entry: Entry) -> Tabata | None:
    """Return the tabata that `entry` describes, or None where problems were noted."""
    keys = entry.keys(TabataKeys)
    if keys is None:
        return None
    listed = isinstance(keys.tabata, list)
    items = keys.tabata if listed else [keys.tabata]
    if not items:
        entry.fail("tabata", "`tabata` is empty", "write the name of an exercise, or a list")
    exercises = []
    for index, item in enumerate(items):
        # A lone exercise has the place of its block, those of a list have one each.
        path = (*entry.path, "tabata", index) if listed else (*entry.path, "tabata")
        if not listed and (hint := _hint_of(item, entry.reader.lexicon)):
            entry.fail("tabata", "`tabata` takes the name of an exercise", hint)
            continue
        inner = _interval(replace(entry, path=path), item)
        if inner is None:
            continue
        block = exercise_of(
            inner if listed else replace(inner, path=entry.path),
            fixed={"for_": keys.work, "sets": Range(1, 1)},
        )
        if block is not None:
            exercises.append(block)
    if len(exercises) < len(items) or not exercises:
        return None
    rest_ms = keys.rest.at(entry.around.level, SECOND_MS, resting=True)
    return Tabata(entry, tuple(exercises), entry.around.rounds(keys.rounds), rest_ms)


def _hint_of(item: Any, lexicon: Lexicon) -> str | None:
    """Return the hint for rounds where the exercise belongs, or None."""
    if isinstance(item, Text) and item.isdigit():
        return f"write `tabata: Burpees`, and `rounds: {item}` below"
    if isinstance(item, Text):
        line = tokens_of(item)
        at = next((at for at in range(1, len(line)) if lexicon.ends("round", line, at)), 0)
        if line.is_kind(at - 1, "number"):
            end = lexicon.ends("round", line, at) or at
            name = f"{line.part(0, at - 1)} {line.part(end, len(line))}".strip(" ,:") or "Burpees"
            return f"write `tabata: {name}`, and `rounds: {line.folded(at - 1)}` below"
    if isinstance(item, dict) and "exercise" in item and "rounds" in item:
        return f"write `tabata: {item['exercise']}`, and `rounds: {item['rounds']}` below"
    return None


def _interval(entry: Entry, item: Any) -> Entry | None:
    """Return the entry of one exercise in the long form, or None where problems were noted."""
    data = dict(item) if isinstance(item, dict) else {"exercise": item}
    if not isinstance(data.get("exercise"), Text):
        span = entry.reader.document.locate(entry.path)
        hint = "write names, or exercises with their keys"
        entry.reader.fail(span, "this is no exercise", hint)
        return None
    full = long_form(entry.with_data(data), dose_given=True, instead_of_rest=_HINT)
    if full is None:
        return None
    at_levels = [
        full.inside(key) for key in OVERLAYS.values() if isinstance(full.data.get(key), dict)
    ]
    fixed = [_refuses_times(each) for each in (full, *at_levels)]
    return None if any(fixed) else full


def _refuses_times(entry: Entry) -> bool:
    """Return whether keys say how long or how often, which is noted."""
    for key in (*DOSE_KEYS, "sets", "rest"):
        if key in entry.data:
            written = entry.reader.document.has_key((*entry.path, key))
            what = key if written else entry.data[key]
            hint = _HINT
            if not written and entry.path[-1] == "tabata":
                dose = entry.data.get("for") or entry.data.get("hold") or "20s"
                hint = f"write `tabata: {entry.data['exercise']}`, and `work: {dose}` below"
            entry.fail(key, f"`{what}` has no place in a tabata", hint)
            return True
    return False
