"""Fit: workouts of Garmin's watches and programs. It needs the extra `fit`.

A file consists of bytes; here it is in base64:

```fit base64
DCPcUmMAAAAuRklUQAAAAAAFAAEAAQKEAgKEAwSMBASGAAX/AAAAAQAAAABtuENAAAAaAAMEAQAGAoQIBQcACwEAV2FsawBA
AAAbAAb+AoQABgcBAQACBIYDAQAHAQAAAABCcmlzawAA4JMEAAIAqbw=
```

The profile of Garmin's FIT SDK says what a field means:

- a time is in milliseconds, a distance in centimetres, whose time its speed says, if it has one;
- a repeat is a step of its own behind what it repeats: it goes back to the step of a number, so
  that all is done so often altogether, and may lie in another one;
- how many steps there are (`num_valid_steps`) is often wrong, and not needed;
- an exercise without a name has the one that the file, or else the profile, gives its numbers.

`rest` as an intensity is all that is not hard, so that such a step is a rest only where its name
says so, or where it has none. In notes, the line is the number of the step.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from voicecoach.importing import fit_messages
from voicecoach.importing.fit_doses import dose_of, load_of, until
from voicecoach.importing.fit_messages import EXERCISE_TITLE, STEP, WORKOUT, Message
from voicecoach.importing.fit_targets import target
from voicecoach.importing.formats import Match
from voicecoach.importing.intensity import in_english
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Open, Part, Plan, Remark, Repeat, Rest, Step, Time
from voicecoach.language.grammar.lexicon import Lexicon, lexicon
from voicecoach.language.short_form import is_rest_word

TITLE = "Garmin FIT workout (.fit)"

_SIGNATURE = b".FIT"
_SIGNED_AT = 8
_REPEAT = 6
_REPEATS_UNTIL = (*range(7, 14), 17, 18, 27)
_RUNNING, _RESTING = (1, 11), 1
_USUAL = {1: "Run", 2: "Ride", 5: "Swim", 11: "Walk"}
_BY_INTENSITY = {1: "Rest", 2: "Warm-up", 3: "Cool-down", 4: "Recovery"}
# The bits above these say which step is selected.
_INDEX_BITS = 0x0FFF


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a FIT file."""
    signed = source.content[_SIGNED_AT : _SIGNED_AT + len(_SIGNATURE)] == _SIGNATURE
    return Match.CERTAIN if signed else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the workouts in a file."""
    found = fit_messages.messages(source)
    if not any(message.kind == STEP for message in found):
        message = "there is no workout in this file, only what was recorded"
        raise source.error(1, message, "export the plan, not the activity")
    titles = {
        (message.number("exercise_category"), message.number("exercise_name")): title
        for message in found
        if message.kind == EXERCISE_TITLE and (title := message.text("wkt_step_name"))
    }
    words = lexicon(source.language or "en")
    return [
        _Reader(source, workout, titles, words).plan(steps) for workout, steps in _workouts(found)
    ]


def _workouts(found: Sequence[Message]) -> Iterator[tuple[Message, list[Message]]]:
    """Yield each workout with its steps, which may stand before the first one as well."""
    workout = Message(WORKOUT, {})
    steps: list[Message] = []
    for message in found:
        if message.kind == STEP:
            steps.append(message)
        elif message.kind == WORKOUT:
            if workout.fields and steps:
                yield workout, steps
                steps = []
            workout = message
    if steps:
        yield workout, steps


class _Stretch(Struct, frozen=True):
    """A part, and the index of the first step in it."""

    first: int
    part: Part


class _Reader(Struct, frozen=True):
    """Reads the steps of a workout; `titles` are names of exercises by their two numbers."""

    source: Source
    workout: Message
    titles: dict[tuple[int | None, int | None], str]
    words: Lexicon

    def plan(self, steps: Sequence[Message]) -> Plan:
        """Return the plan of a workout's steps."""
        done: list[_Stretch] = []
        for index, line, step in _in_order(steps):
            if step.number("duration_type") == _REPEAT:
                _repeat(done, step, index, line)
            else:
                done.append(_Stretch(index, self._part(step, line)))
        return Plan(
            self.workout.text("wkt_name"),
            (*in_english(self.source, 1), *(stretch.part for stretch in done)),
            self.workout.text("wkt_description") or None,
        )

    def _part(self, step: Message, line: int) -> Part:
        kind = step.number("duration_type")
        if kind in _REPEATS_UNTIL:
            what = until(kind, step.number("target_value")) or "something is reached"
            message = f"steps are repeated until {what}: how often is not said"
            hint = "say how often in the program that made it, and export it anew"
            raise self.source.error(line, message, hint)
        name, unnamed = self._name(step)
        sport = self.workout.number("sport")
        effort = target(step, running=sport in _RUNNING)
        dose, doubts = dose_of(step)
        resting = is_rest_word(name, self.words)
        if resting and effort is None and isinstance(dose, Time | Open):
            return Rest(dose, line, step.text("notes") or None)
        if effort == "":
            aim = step.number("target_type")
            doubts = (*doubts, f"{name}: its target, of kind {aim}, is not understood")
        tips = tuple(filter(None, [step.text("notes")]))
        doubts, load = (*unnamed, *doubts), load_of(step)
        return Step(name, dose, line, effort or None, tips=tips, load=load, doubts=doubts)

    def _name(self, step: Message) -> tuple[str, tuple[str, ...]]:
        """Return the name of a step, and what is doubtful about it."""
        named = step.text("wkt_step_name")
        category, number = step.number("exercise_category"), step.number("exercise_name")
        if named or category is None:
            usual = _USUAL.get(self.workout.number("sport") or 0, "Interval")
            return named or _BY_INTENSITY.get(step.number("intensity") or 0, usual), ()
        known = self.titles.get((category, number)) or fit_messages.exercise_name(category, number)
        if known is not None:
            return known, ()
        numbers = " ".join(str(each) for each in (category, number) if each is not None)
        return f"Exercise {numbers}", ("the exercise is only known by its numbers",)


def _in_order(steps: Sequence[Message]) -> list[tuple[int, int, Message]]:
    """Return steps by their indices, each with its index and line: a file may mix them up."""
    found: list[tuple[int, int, Message]] = []
    for line, step in enumerate(steps, start=1):
        index = step.number("message_index")
        found.append((line - 1 if index is None else index & _INDEX_BITS, line, step))
    is_unique = len({index for index, _, _ in found}) == len(found)
    return sorted(found, key=lambda each: each[0]) if is_unique else found


def _repeat(done: list[_Stretch], step: Message, index: int, line: int) -> None:
    """Put what a step repeats into a repeat."""
    first, count = step.number("duration_value"), step.number("target_value")
    start = next((at for at, each in enumerate(done) if each.first == first), None)
    if start is None or count is None or count < 1:
        what = "how often" if start is not None else "from where on"
        doubt = Remark(f"a repeat is left out: {what} is not said", line)
        done.append(_Stretch(index, doubt))
        return
    parts = tuple(stretch.part for stretch in done[start:])
    done[start:] = [_Stretch(done[start].first, Repeat(count, parts, line))]
