"""Exercises: what is done, how much of it, and how it is coached."""

from typing import Literal

from msgspec import Struct, field

from voicecoach.problems import Span
from voicecoach.routine.cues import CountStyle, Cues, Line, Tip
from voicecoach.routine.distance import Distance
from voicecoach.routine.sounds import CLASSIC, Sounds

# A repetition, or a part of one, that is shorter can neither be done nor heard.
SHORTEST_PART_MS = 100
# Where nobody wrote how long a change of sides, a repetition, or the time between two holds is.
USUAL_SWITCH_MS = 5000
USUAL_REP_MS = 3000
USUAL_RELEASE_MS = 2000

DoseKind = Literal["for", "hold", "reps", "reps+hold", "reps+for", "breaths", "distance"]


class TempoPart(Struct, frozen=True):
    """A part of one repetition; only a named one is spoken."""

    name: str | None
    length_ms: int


class Dose(Struct, frozen=True):
    """What is done in one set of one side.

    `reps` is None for time alone and for "as many as possible". `rep_ms` is one repetition, or one
    hold of held repetitions, with `release_ms` between two holds. `sides` is how many sides take
    turns from repetition to repetition; `reps` are those of all of them. A `distance` that is only
    read out, in an amrap, has a length of 0.
    """

    kind: DoseKind
    length_ms: int
    reps: int | None = None
    rep_ms: int | None = None
    release_ms: int = 0
    tempo: tuple[TempoPart, ...] = ()
    count: CountStyle = "aloud"
    sides: int = 1
    distance: Distance | None = None

    @property
    def timed(self) -> bool:
        """Whether the end is a matter of time (counted down) and not of repetitions."""
        return self.kind != "reps"


class Exercise(Struct, frozen=True):
    """An exercise in full: one dose and one load a set, the sides in their order.

    The place of its block (`span`) tells two exercises of one name apart. `ready_ms` is None where
    nobody wrote how long it takes to get ready; `own_ready` says that the exercise itself does.
    `breathes` says that it is nothing but breathing; `sounds` are those of its work.
    """

    name: str
    span: Span
    doses: tuple[Dose, ...]
    loads: tuple[str | None, ...]
    sides: tuple[str, ...] = ()
    setup: Line | None = None
    tips: tuple[Tip, ...] = ()
    ready_ms: int | None = None
    own_ready: bool = False
    on_side: Line | None = None
    metronome_bpm: int | None = None
    effort: str | None = None
    breathes: bool = False
    cues: Cues = field(default_factory=Cues)
    sounds: Sounds = field(default_factory=lambda: CLASSIC)
