"""Groups: the exercises between two headings, and what they come to together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from voicecoach.importing.plain_text.common import Common, applied
from voicecoach.importing.plain_text.exercises import Exercise, parts_of
from voicecoach.importing.steps import Open, Part, Remark, Repeat, Rest, Section, Step, Time

_MOST_ROUNDS = 1000


@dataclass(slots=True)
class Group:
    """Exercises and parts under a `title`, each with its line.

    `rounds` is how often they are done, `common` what holds for each of them. `heading` is what its
    title itself says of an exercise.
    """

    title: str
    line: int
    heading: Exercise | None = None
    common: Common | None = None
    rounds: int = 1
    round_rest_ms: int | None = None
    entries: list[tuple[int, Exercise | Part]] = field(default_factory=list)
    is_advice: bool = False

    @property
    def has_exercises(self) -> bool:
        """Whether anything is done in it."""
        return any(not isinstance(entry, Remark) for _, entry in self.entries)

    def parts(self) -> list[Part]:
        """Return the parts of all entries."""
        made: list[Part] = []
        for line, entry in self.entries:
            if isinstance(entry, Exercise):
                made += self._exercise(entry, line)
            else:
                made.append(entry)
        if not made:
            return []
        section: list[Part] = [Section(self.title, self.line)] if self.title else []
        between_ms = self.common.between_ms if self.common is not None else None
        round_rest_ms = between_ms if self.round_rest_ms is None else self.round_rest_ms
        once = _parted(made, between_ms, self.line)
        return [*section, *_rounds(once, self.rounds, round_rest_ms, self.line)]

    def _exercise(self, exercise: Exercise, line: int) -> list[Part]:
        if self.common is not None:
            exercise = applied(self.common, exercise)
        if not exercise.facts.doses:
            sets = exercise.facts.sets
            until = None if sets is None or sets < 2 else f"{sets} sets are done"
            exercise = replace(exercise, facts=replace(exercise.facts, doses=(Open(until),)))
        return parts_of(exercise, line)


def _parted(parts: Sequence[Part], between_ms: int | None, line: int) -> list[Part]:
    """Return parts with a rest between any two steps."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        found.append(part)
        later = next((each for each in parts[at + 1 :] if not isinstance(each, Remark)), None)
        if between_ms and isinstance(part, Step) and isinstance(later, Step):
            found.append(Rest(Time(between_ms), line))
    return found


def _rounds(once: Sequence[Part], rounds: int, rest_ms: int | None, line: int) -> list[Part]:
    """Return parts that are done so often, with a rest between two rounds."""
    rounds = min(rounds, _MOST_ROUNDS)
    if rounds == 1:
        return list(once)
    if not rest_ms:
        return [Repeat(rounds, tuple(once), line)]
    others = (*once, Rest(Time(rest_ms), line))
    return [*(others if rounds == 2 else [Repeat(rounds - 1, others, line)]), *once]
