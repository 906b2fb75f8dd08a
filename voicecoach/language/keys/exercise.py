"""The keys of an exercise, those of `defaults`, and those of `easier` and `harder`."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from voicecoach.language import fields, values
from voicecoach.language.keys.cues import CueKeys, CuesField
from voicecoach.language.keys.sounds import SoundsField, SoundsKeys
from voicecoach.language.values.breath import Breath
from voicecoach.language.values.choice import Choice
from voicecoach.language.values.every import EverySoOften
from voicecoach.language.values.number import Beats
from voicecoach.language.values.tempo import Tempo
from voicecoach.language.values.text import SpokenLine
from voicecoach.language.values.tip_time import TipTime
from voicecoach.routine.exercise import USUAL_RELEASE_MS, USUAL_REP_MS, USUAL_SWITCH_MS, TempoPart


class TipKeys(fields.Keys, frozen=True, kw_only=True):
    """One of an exercise's `tips`."""

    what: ClassVar[str] = "a tip"
    at: Annotated[tuple[int | None, int | None], TipTime()] = (None, None)
    every: Annotated[int | None, EverySoOften(with_unit=True, what="a tip")] = None
    say: values.LineField | None = None
    sound: values.SoundField | None = None
    set: values.Count | None = None
    side: values.SideField | None = None
    round: values.Count | None = None


_A_LINE = fields.text_means("say", SpokenLine())
_SIDE_ORDERS = ("each-set", "all-sets", "each-rep")
_COUNT_STYLES = ("aloud", "tick", "silent")


class PlainExerciseKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of an exercise at one level, except its name."""

    what: ClassVar[str] = "an exercise"
    for_: values.Lengths | None = field(default=None, name="for")
    hold: values.Lengths | None = None
    reps: values.Reps = None
    distance: values.Distances | None = None
    pace: values.Paces | None = None
    sets: values.CountRange | None = None
    rest: values.Rests | None = None
    sides: values.SidesOrOff = ()
    switch: values.Duration = USUAL_SWITCH_MS
    side_order: Annotated[Literal["each-set", "all-sets", "each-rep"], Choice(_SIDE_ORDERS)] = (
        "each-set"
    )
    tempo: Annotated[tuple[TempoPart, ...], Tempo()] = ()
    rep: values.PositiveDuration = USUAL_REP_MS
    release: values.Duration = USUAL_RELEASE_MS
    count: Annotated[Literal["aloud", "tick", "silent"], Choice(_COUNT_STYLES)] = "aloud"
    setup: values.LineField | None = None
    tips: Annotated[tuple[Annotated[TipKeys, _A_LINE], ...], fields.OneOrList()] = ()
    on_set: values.LinesField = ()
    after_set: values.LinesField = ()
    on_side: values.LineField | None = None
    load: values.Loads = None
    effort: values.TextOrOff = None
    note: values.NoteField | None = None
    ready: values.Duration | None = None
    cues: CuesField = CueKeys()
    sounds: SoundsField = SoundsKeys()
    breaths: values.Breaths = None
    breath: Annotated[tuple[TempoPart, ...], Breath()] = (
        TempoPart("in", 4000),
        TempoPart("out", 4000),
    )
    metronome: Annotated[int | None, Beats()] = None


class DefaultsKeys(PlainExerciseKeys, frozen=True, kw_only=True):
    """The keys of `defaults`."""

    easier: PlainExerciseKeys | None = None
    harder: PlainExerciseKeys | None = None


class OverlayKeys(PlainExerciseKeys, frozen=True, kw_only=True):
    """The keys of `easier` and `harder`, in which `exercise` is another exercise."""

    exercise: values.TextField | None = None


class ExerciseKeys(PlainExerciseKeys, frozen=True, kw_only=True):
    """The keys of an exercise, except its name."""

    easier: OverlayKeys | None = None
    harder: OverlayKeys | None = None
