"""Phases: a routine written out flat, without times. What blocks make and cues decorate.

There is a class for each kind. A phase has a length in whole milliseconds, or None where it lasts
as long as what is said or sounded in it. Phases follow one another without gap or overlap.
"""

from typing import ClassVar, Literal

from msgspec import Struct

from voicecoach.problems import Span
from voicecoach.routine.cues import Line
from voicecoach.routine.exercise import Dose, Exercise
from voicecoach.routine.sounds import Sound

# What makes a chapter: see `voicecoach.timeline.chapters`.
Chapters = Literal["section", "exercise", "interval"]
# What becomes a file of its own.
Split = Literal["section", "exercise"]
# How much is announced of an exercise that begins: what an emom does again is known.
Announcement = Literal["whole", "name", "nothing"]
PhaseKind = Literal["work", "rest", "switch", "pause", "prepare", "say", "sound"]


class Heading(Struct, frozen=True):
    """A title and where it stands: two headings may read alike and still be two."""

    title: str
    span: Span


class Place(Struct, frozen=True):
    """Where in the routine a phase stands.

    `section` is the innermost section and `chapter` the heading that its chapter bears, `block`
    and `round` those of the innermost circuit or repeat; `side` is the one of `sides` that a
    circuit or repeat is being done for. `clocked` says that a block around (tabata, emom, amrap)
    keeps the time, so that nothing waits for the listener. `chapters` says what makes a chapter
    here.
    """

    section: Heading | None = None
    chapter: Heading | None = None
    block: str | None = None
    round: int | None = None
    rounds: int | None = None
    side: str | None = None
    sides: tuple[str, ...] = ()
    clocked: bool = False
    chapters: Chapters = "section"


class Title(Struct, frozen=True):
    """What is said as a section or another block begins, with how many `rounds` it has.

    `text` is the author's, or with `phrase` there is a phrase of that key in its place; `every_ms`
    is what an emom's phrase tells.
    """

    text: str = ""
    rounds: int = 1
    phrase: str = "title"
    every_ms: int = 0


class Work(Struct, frozen=True):
    """One set of one side of an exercise, and the lines that come with its beginning and its end.

    `set` counts from 1. `begins` marks the first set and side of its block. `titles` are the
    sections and circuits that begin here, `rounds_begun` the rounds, each with their number in all;
    `ends_round` says that a round ends here and another one follows.
    `opening` are the exercises of the clocked block that begins here, whose setups are all said
    now; `listed` what an amrap's work consists of; `announcement` says how much is said of it.

    What depends on the whole routine is filled in as it is laid out: `last` marks the last
    exercise, unless all are breathing, `no_rest` says that the author wrote a rest of 0 before this
    work, `introduces` are the exercises that have not been done before, `next_name` is the name of
    the exercise after it.
    """

    kind: ClassVar[Literal["work"]] = "work"
    exercise: Exercise
    place: Place
    set: int
    sets: int
    side: str | None = None
    begins: bool = False
    titles: tuple[Title, ...] = ()
    rounds_begun: tuple[tuple[int, int], ...] = ()
    ends_round: bool = False
    opening: tuple[Exercise, ...] = ()
    listed: tuple[Exercise, ...] = ()
    announcement: Announcement = "whole"
    on_lines: tuple[Line, ...] = ()
    after_lines: tuple[Line, ...] = ()
    last: bool = False
    no_rest: bool = False
    introduces: tuple[Exercise, ...] = ()
    next_name: str | None = None

    @property
    def span(self) -> Span:
        """Where the exercise stands."""
        return self.exercise.span

    @property
    def dose(self) -> Dose:
        """What is done."""
        return self.exercise.doses[self.set - 1]

    @property
    def load(self) -> str | None:
        """With what it is done."""
        return self.exercise.loads[self.set - 1]

    @property
    def length_ms(self) -> int:
        """How long it takes."""
        return self.dose.length_ms


class RestPhase(Struct, frozen=True):
    """A rest. `fills_slot` marks what is left of an emom's slot, a rest that nobody wrote."""

    kind: ClassVar[Literal["rest"]] = "rest"
    span: Span
    place: Place
    length_ms: int
    line: Line | None = None
    fills_slot: bool = False


class SwitchPhase(Struct, frozen=True):
    """A change of side."""

    kind: ClassVar[Literal["switch"]] = "switch"
    span: Span
    place: Place
    length_ms: int


class PausePhase(Struct, frozen=True):
    """Silence, without any cue."""

    kind: ClassVar[Literal["pause"]] = "pause"
    span: Span
    place: Place
    length_ms: int


class PreparePhase(Struct, frozen=True):
    """Time to get ready before work: what is to be said, then `ready_ms`."""

    kind: ClassVar[Literal["prepare"]] = "prepare"
    length_ms: ClassVar[None] = None
    span: Span
    place: Place
    ready_ms: int


class SayPhase(Struct, frozen=True):
    """A text, which may have a length of its own; without a `line`, what the program says itself.

    `role` is its speech role: intro, caution and outro are texts too.
    """

    kind: ClassVar[Literal["say"]] = "say"
    span: Span
    place: Place
    line: Line | None
    length_ms: int | None = None
    role: str = "say"


class SoundPhase(Struct, frozen=True):
    """A tone or a file by itself."""

    kind: ClassVar[Literal["sound"]] = "sound"
    length_ms: ClassVar[None] = None
    span: Span
    place: Place
    sound: Sound


# What leads in to work, or stands by itself.
Interlude = RestPhase | SwitchPhase | PausePhase | PreparePhase | SayPhase | SoundPhase
Phase = Work | Interlude
