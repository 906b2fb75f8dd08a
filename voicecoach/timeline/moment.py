"""Moments: the phases as the cues see them, each with what lies before and after it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from voicecoach.problems import Span
from voicecoach.routine import Routine
from voicecoach.routine.cues import Line
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.phase import Phase, Work
from voicecoach.routine.placeholders import MissingValueError, fill
from voicecoach.routine.utterance import Utterance
from voicecoach.speech.reading import Reading
from voicecoach.timeline.notebook import Notebook
from voicecoach.timeline.wording import Wording

Measure = Callable[[Utterance], int]

_BRACES = re.compile("[{}]")


@dataclass(frozen=True, slots=True)
class Moment:
    """A phase and its surroundings.

    `before` and `after` are its neighbours, `last_work` and `next_work` the nearest work before and
    after it (`next_index` is that phase's number), `next_name` the next exercise other than this
    one, and `name_after_next` the one after that. Pauses, which are silent, count for nothing in
    `follows_work`, `led_in` (something before this work leads in to it) and `work_follows`.
    `remaining_ms` is the sum of the exact phases from here on. `setups_here` are the exercises
    whose setups belong before this work, `setups_due` those before the next; `next_unannounced`
    says that the phase before the next work has no room for its name.
    """

    index: int
    phase: Phase
    before: Phase | None
    after: Phase | None
    last_work: Work | None
    next_work: Work | None
    next_index: int
    next_name: str | None
    name_after_next: str | None
    follows_work: bool
    led_in: bool
    work_follows: bool
    remaining_ms: int
    setups_due: tuple[Exercise, ...]
    setups_here: tuple[Exercise, ...]
    routine: Routine
    wording: Wording
    measure: Measure
    notebook: Notebook
    reading: Reading
    next_unannounced: bool = False

    @property
    def ends_work(self) -> bool:
        """Whether the phase before is work, so that a tone stands at the start of this one."""
        return self.before is not None and self.before.kind == "work"

    @property
    def leads_in(self) -> bool:
        """Whether this phase is the one that leads in to the next work."""
        return self.work_follows and leads_in(self.phase)

    @property
    def countdown(self) -> int:
        """How many seconds before the end of this phase are counted."""
        follows = self.after is not None and self.after.kind == "work"
        if self.phase.work is not None:
            dose = self.phase.work.dose
            return self.phase.work.exercise.cues.countdown if dose.timed else 0
        if follows and self.next_work is not None and self.phase.kind != "pause":
            return self.next_work.exercise.cues.countdown
        return 0

    def utterance(self, role: str, text: str) -> Utterance:
        """Return a text as a line to be spoken."""
        return Utterance(role, text, self.reading.aloud(text), self.routine.voice)

    def text(self, line: Line, work: Work | None = None, rep: int | None = None) -> str:
        """Return an authored line with its placeholders filled in as of `work`.

        A placeholder without a value is noted as an error.
        """
        if not _BRACES.search(line.text):
            return " ".join(line.text.split())
        values = self._values(work, rep)
        try:
            return " ".join(fill(line.text, values).split())
        except MissingValueError as missing:
            message = f"`{{{missing.name}}}` has no value here"
            known = ", ".join(f"`{{{name}}}`" for name, value in values.items() if value)
            self.notebook.fail(line.span, "no-value", message, f"these have one: {known}")
            return line.text

    def _name_after(self, work: Work | None) -> str | None:
        """Return the name of the exercise after `work`, or after this phase."""
        here = self.phase.work
        if work is None or work is here:
            return self.next_name
        if here is not None:
            return self.next_name if _same(work, here) else here.exercise.name
        if self.next_work is not None and _same(work, self.next_work):
            return self.name_after_next
        return self.next_name

    def _values(self, work: Work | None, rep: int | None) -> dict[str, str | None]:
        place, phrases = work.place if work else self.phase.place, self.wording.phrases
        values: dict[str, str | None] = {
            "title": self.routine.title,
            "total": self.wording.rounded(self.routine.exact_ms),
            "remaining": self.wording.rounded(self.remaining_ms),
            "next": self._name_after(work),
            "round": None if place.round is None else str(place.round),
            "rounds": None if place.rounds is None else str(place.rounds),
            "rep": None if rep is None else str(rep),
        }
        if work is None:
            return values
        sides = work.exercise.sides or place.sides
        other = next((side for side in sides if side != work.side), None)
        return {
            **values,
            "exercise": work.exercise.name,
            "dose": self.wording.dose(work.dose),
            "set": str(work.set),
            "sets": str(work.sets),
            "reps": None if work.dose.reps is None else str(work.dose.reps // work.dose.sides),
            "side": None if work.side is None else phrases.side(work.side),
            "other_side": None if None in (other, work.side) else phrases.side(str(other)),
        }


def moments(
    phases: tuple[Phase, ...],
    routine: Routine,
    wording: Wording,
    measure: Measure,
    notebook: Notebook,
    reading: Reading,
) -> list[Moment]:
    """Return a moment for each phase, in order."""
    last_works, setups = _look_back(phases)
    loud_before = _loud_neighbours(phases)
    loud_after = _loud_neighbours(phases[::-1])[::-1]
    found: list[Moment] = []
    next_work, next_index, name_after_next, remaining_ms = None, -1, None, 0
    for index in reversed(range(len(phases))):
        phase = phases[index]
        remaining_ms += phase.length_ms or 0
        name = None if next_work is None else next_work.exercise.name
        if phase.work is not None and next_work is not None and _same(phase.work, next_work):
            name = name_after_next
        moment = Moment(
            index=index,
            phase=phase,
            before=phases[index - 1] if index else None,
            after=phases[index + 1] if index + 1 < len(phases) else None,
            last_work=last_works[index],
            next_work=next_work,
            next_index=next_index,
            next_name=name,
            name_after_next=name_after_next,
            follows_work=_is_work(loud_before[index]),
            led_in=leads_in(loud_before[index]),
            work_follows=_is_work(loud_after[index]),
            remaining_ms=remaining_ms,
            setups_due=setups.get(next_index, ()),
            setups_here=setups.get(index, ()),
            routine=routine,
            wording=wording,
            measure=measure,
            notebook=notebook,
            reading=reading,
        )
        found.append(moment)
        if phase.work is not None:
            next_work, next_index, name_after_next = phase.work, index, name
    return found[::-1]


def _look_back(
    phases: tuple[Phase, ...],
) -> tuple[list[Work | None], dict[int, tuple[Exercise, ...]]]:
    """Return the last work before each phase, and whose setups belong before which phase."""
    last_works: list[Work | None] = []
    setups: dict[int, tuple[Exercise, ...]] = {}
    last: Work | None = None
    seen: set[Span] = set()
    for index, phase in enumerate(phases):
        last_works.append(last)
        if phase.work is not None:
            last = phase.work
            begun = last.opening or (last.exercise,)
            setups[index] = tuple(exercise for exercise in begun if exercise.span not in seen)
            seen |= {exercise.span for exercise in begun}
    return last_works, setups


def leads_in(phase: Phase | None) -> bool:
    """Return whether a phase is of a kind that leads in to work."""
    if phase is None:
        return False
    fixed_say = phase.kind == "say" and phase.length_ms is not None
    return phase.kind in ("rest", "prepare", "switch") or fixed_say


def _loud_neighbours(phases: tuple[Phase, ...]) -> list[Phase | None]:
    """Return the nearest phase before each that is no pause."""
    found: list[Phase | None] = []
    last: Phase | None = None
    for phase in phases:
        found.append(last)
        last = last if phase.kind == "pause" else phase
    return found


def _is_work(phase: Phase | None) -> bool:
    return phase is not None and phase.kind == "work"


def _same(work: Work, other: Work) -> bool:
    return work.exercise.span == other.exercise.span
