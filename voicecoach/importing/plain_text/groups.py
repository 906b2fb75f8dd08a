"""Groups: the exercises between two headings, and what they come to together."""

from collections.abc import Sequence
from itertools import groupby, takewhile

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.importing import tree
from voicecoach.importing.plain_text.clocks import Clock, clocked
from voicecoach.importing.plain_text.common import Common, applied
from voicecoach.importing.plain_text.exercises import Exercise
from voicecoach.importing.plain_text.performing import parts_of
from voicecoach.importing.steps import Open, Part, Remark, Rest, Section, Step, Time
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.units import clock

_MOST_ROUNDS = 1000

Entry = tuple[int, Exercise | Part]


class Group(Struct):
    """Exercises and parts under a `title`, each with its line.

    `rounds` is how often they are done, `common` what holds for each of them, `clock` what they are
    done against. `heading` is what its title itself says of an exercise.
    """

    title: str
    line: int
    heading: Exercise | None = None
    common: Common = field(default_factory=Common)
    clock: Clock | None = None
    rounds: int = 1
    entries: list[Entry] = field(default_factory=list)
    is_advice: bool = False

    @property
    def has_exercises(self) -> bool:
        """Whether anything is done in it."""
        return any(not isinstance(entry, Remark) for _, entry in self.entries)

    @property
    def last(self) -> Exercise | None:
        """The exercise that was added last, if nothing has come behind it."""
        entry = self.entries[-1][1] if self.entries else None
        return entry if isinstance(entry, Exercise) else None

    def replace_last(self, exercise: Exercise) -> None:
        """Put another exercise in the place of the one that was added last."""
        self.entries[-1] = (self.entries[-1][0], exercise)

    def parts(self, lexicon: Lexicon) -> list[Part]:
        """Return the parts of all entries."""
        if self.clock is not None:
            made = self._clocked(self.clock, lexicon)
        else:
            runs = groupby(self.entries, lambda entry: _label(entry[1]))
            made = [part for label, run in runs for part in self._run(label, list(run), lexicon)]
        if not made:
            doubt = Remark(f"{self.rounds} times: what is repeated is not said", self.line)
            return [doubt] if self.rounds > 1 else []
        made += self._lost_rest(made)
        section: list[Part] = [Section(self.title, self.line)] if self.title else []
        between_ms, round_rest_ms = self.common.between_ms, self.common.round_rest_ms
        once = _parted(made, between_ms, self.line)
        rest_ms = between_ms if round_rest_ms is None else round_rest_ms
        return [*section, *_rounds(once, self.rounds, rest_ms, self.line)]

    def _lost_rest(self, made: Sequence[Part]) -> list[Part]:
        """Return a doubt about a rest between sets where nothing has several."""
        rest_ms = self.common.facts.rest_ms
        steps = [part for part in made if not isinstance(part, Remark)]
        if not rest_ms or any(not isinstance(part, Step) or part.sets > 1 for part in steps):
            return []
        return [Remark(f"a rest of {clock(rest_ms)} between sets: of what is not said", self.line)]

    def _clocked(self, clock: Clock, lexicon: Lexicon) -> list[Part]:
        """Return the parts of what is done against the clock, with what stands around it."""
        remarks = [entry for _, entry in self.entries if isinstance(entry, Remark)]
        done = [(line, each) for line, each in self.entries if isinstance(each, Exercise)]
        rests = [entry for _, entry in self.entries if isinstance(entry, Rest)]
        if not done:
            return [*remarks, *rests]
        return [*remarks, *clocked(clock, done, self.title, lexicon), *rests]

    def _run(self, label: str, run: Sequence[Entry], lexicon: Lexicon) -> list[Part]:
        """Return the parts of entries with the same label: those of a superset are in turn."""
        done = [(line, each) for line, each in run if isinstance(each, Exercise)]
        if label and len(done) > 1:
            return self._superset(done, lexicon)
        made: list[Part] = []
        for line, entry in run:
            if isinstance(entry, Exercise):
                made += self._exercise(entry, line, lexicon)
            else:
                made.append(entry)
        return made

    def _superset(self, done: Sequence[tuple[int, Exercise]], lexicon: Lexicon) -> list[Part]:
        """Return exercises that are done in turn, once in each of their sets."""
        line = done[0][0]
        sets = {exercise.facts.sets or self.common.facts.sets or 1 for _, exercise in done}
        told = ", ".join(exercise.label for _, exercise in done)
        if len(sets) > 1:
            made = [part for at, each in done for part in self._exercise(each, at, lexicon)]
            return [
                Remark(f"{told} are done in turn, but not in the same number of sets", line),
                *made,
            ]
        once: list[Part] = []
        for at, exercise in done:
            facts = replace(exercise.facts, sets=1, rest_ms=0)
            once += self._exercise(replace(exercise, facts=facts), at, lexicon)
            if exercise.facts.rest_ms and exercise is not done[-1][1]:
                once.append(Rest(Time(exercise.facts.rest_ms), at))
        last_ms = done[-1][1].facts.rest_ms
        rest_ms = self.common.facts.rest_ms if last_ms is None else last_ms
        told_so = Remark(f"{told} in turn", line, doubt=False)
        return [told_so, *_rounds(once, sets.pop(), rest_ms, line)]

    def _exercise(self, exercise: Exercise, line: int, lexicon: Lexicon) -> list[Part]:
        exercise = applied(self.common, exercise)
        if not exercise.facts.doses:
            sets = exercise.facts.sets
            until = None if sets is None or sets < 2 else f"{sets} sets are done"
            exercise = replace(exercise, facts=replace(exercise.facts, doses=(Open(until),)))
        return parts_of(exercise, line, lexicon.tag)


def _label(entry: Exercise | Part) -> str:
    """Return the letter that exercises done in turn share."""
    return entry.label[:1] if isinstance(entry, Exercise) else ""


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
    remarks = list(takewhile(lambda part: isinstance(part, Remark), once))
    rest = Rest(Time(rest_ms), line) if rest_ms else None
    return [*remarks, *tree.rounds(rounds, once[len(remarks) :], rest, line)]
