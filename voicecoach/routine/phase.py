"""Phases: a routine written out flat, without times. What blocks make and cues decorate.

A phase has a length in whole milliseconds, or None where the length is that of what is said in it.
"""

from dataclasses import dataclass, field
from typing import Literal

from voicecoach.problems import Span
from voicecoach.routine.cues import Line
from voicecoach.routine.exercise import Dose, Exercise
from voicecoach.routine.sounds import SoundFile

PhaseKind = Literal["work", "rest", "switch", "pause", "prepare", "say", "sound"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title and where it stands: two headings may read alike and still be two."""

    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the routine a phase stands.

    `section` is the innermost section and `chapter` the heading that its chapter bears, `block`
    and `round` those of the innermost circuit or repeat; `side` is the one of `sides` that a
    circuit or repeat is being done for. `clocked` says that a block around (tabata, emom, amrap)
    keeps the time, so that nothing waits for the listener.
    """

    section: Heading | None = None
    chapter: Heading | None = None
    block: str | None = None
    round: int | None = None
    rounds: int | None = None
    side: str | None = None
    sides: tuple[str, ...] = ()
    clocked: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """What is said as a section or another block begins, with how many `rounds` it has.

    `text` is the author's, or with `phrase` there is a phrase of that key in its place; `every_ms`
    is what an emom's phrase tells.
    """

    text: str = ""
    rounds: int = 1
    phrase: str = "title"
    every_ms: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """The work of one phase, and the lines that come with its beginning and its end.

    `set` counts from 1. `begins` marks the first set and side of its block, `last` the last
    exercise of the programme. `titles` are the sections and circuits that begin here,
    `rounds_begun` the rounds, each with their number in all. `no_rest` says that the author wrote
    a rest of 0 before this work. `opening` are the exercises of the clocked block that begins here,
    whose setups are all said now; `listed` what an amrap's work consists of.
    """

    exercise: Exercise
    set: int
    sets: int
    side: str | None = None
    place: Place = field(default_factory=Place)
    begins: bool = False
    last: bool = False
    titles: tuple[Title, ...] = ()
    rounds_begun: tuple[tuple[int, int], ...] = ()
    opening: tuple[Exercise, ...] = ()
    listed: tuple["Work", ...] = ()
    on_lines: tuple[Line, ...] = ()
    after_lines: tuple[Line, ...] = ()
    no_rest: bool = False

    @property
    def dose(self) -> Dose:
        """What is done."""
        return self.exercise.doses[self.set - 1]

    @property
    def load(self) -> str | None:
        """With what it is done."""
        return self.exercise.loads[self.set - 1]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the programme; phases follow one another without gap or overlap.

    `work` belongs to work phases, `say` to say and rest phases, `ready_ms` to prepare phases.
    `role` is the speech role of a say phase. `fills_slot` marks the rest that is left of an emom's
    slot, which is not a rest that somebody wrote. `sound` is the role or file of a sound phase.
    """

    kind: PhaseKind
    span: Span
    place: Place
    length_ms: int | None = None
    work: Work | None = None
    say: Line | None = None
    role: str = "say"
    ready_ms: int = 0
    fills_slot: bool = False
    sound: str | SoundFile | None = None
