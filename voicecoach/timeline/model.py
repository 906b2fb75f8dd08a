"""The timeline: every phase, event and chapter with its absolute time, in whole milliseconds."""

from typing import Literal

from msgspec import Struct, field

from voicecoach.phrases import Phrases, english
from voicecoach.problems import Problem
from voicecoach.routine.distance import Distance
from voicecoach.routine.phase import PhaseKind
from voicecoach.routine.sounds import Sound
from voicecoach.routine.utterance import Utterance

EventKind = Literal["speech", "tone"]


class Event(Struct, frozen=True):
    """A spoken line or a tone: `role` says what it is for, `phase` is the index of its phase.

    `start_ms` is the first sample of the clip or tone. Speech has its `utterance`; a tone has none
    and may ring on into the next phase; `sound` is what is heard of it. `id` is the place of the
    block that it belongs to, None for no block.
    """

    kind: EventKind
    role: str
    start_ms: int
    length_ms: int
    phase: int
    utterance: Utterance | None
    line: int
    id: str | None = None
    sound: Sound | None = None

    @property
    def text(self) -> str | None:
        """What is said, as it is written."""
        return None if self.utterance is None else self.utterance.text

    @property
    def end_ms(self) -> int:
        """The first millisecond after the event."""
        return self.start_ms + self.length_ms


class TimedPhase(Struct, frozen=True):
    """A phase with its place on the timeline; the fields are those of the timeline's JSON.

    `distance` is text there: `500 m`. `id` is the place of its block, None for a rest that belongs
    to no block.
    """

    kind: PhaseKind
    start_ms: int
    length_ms: int
    file: str
    line: int
    name: str | None = None
    dose: str | None = None
    distance: Distance | None = None
    effort: str | None = None
    rep_ms: int | None = None
    reps: int | None = None
    set: int | None = None
    sets: int | None = None
    side: str | None = None
    round: int | None = None
    rounds: int | None = None
    section: str | None = None
    block: str | None = None
    id: str | None = None

    @property
    def end_ms(self) -> int:
        """Where the next phase starts."""
        return self.start_ms + self.length_ms


class Chapter(Struct, frozen=True):
    """A stretch of the programme with a title of its own; chapters tile the programme."""

    title: str
    start_ms: int
    end_ms: int


class Instructions(Struct, frozen=True):
    """How an exercise is done, whether or not there was room to say so.

    `id` and `name` are those of its work phases. `titles` are the sections and circuits that begin
    with it, `loads` the different loads of its sets in their order. `parts` are the exercises that
    an amrap consists of, each named with its dose.
    """

    id: str | None
    name: str
    titles: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    setup: str | None = None
    tips: tuple[str, ...] = ()
    parts: tuple["Instructions", ...] = ()


class Timeline(Struct, frozen=True):
    """A planned programme. Phases and chapters tile it; events are sorted by start, tones first.

    `instructions` are those of its exercises, in the order in which they are first done.
    `warnings` are what the author wrote and nobody hears; `notes` what a coach would want to know.
    `phrases` are what the program says in its `language`, a BCP 47 tag.
    """

    title: str
    language: str
    duration_ms: int
    phases: tuple[TimedPhase, ...]
    events: tuple[Event, ...]
    chapters: tuple[Chapter, ...]
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()
    instructions: tuple[Instructions, ...] = ()
    phrases: Phrases = field(default_factory=english)
