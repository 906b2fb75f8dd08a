"""The keys of an exercise, which `defaults` takes too."""

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainValidator

from voicecoach.language import fields, values
from voicecoach.language.distance import read_distance
from voicecoach.language.keys.cues import CueKeys
from voicecoach.language.pace import Pace, read_pace
from voicecoach.language.refusal import refusal
from voicecoach.routine.distance import Distance
from voicecoach.routine.exercise import TempoPart

_BREATH_NAME = r"in|out|hold|pause"
_BREATH_PART = re.compile(
    rf"(?:(?P<before>{_BREATH_NAME})\s+)?(?P<time>{values.DURATION})(?:\s+(?P<after>{_BREATH_NAME}))?",
    re.IGNORECASE,
)
_TEMPO = re.compile(r"[0-9]{1,2}(?:\.[0-9])?(?:\s*-\s*[0-9]{1,2}(?:\.[0-9])?){1,3}")


def tempo_parts(value: Any) -> tuple[TempoPart, ...]:
    """Return the parts of one repetition: `3-1-1-0` seconds, or a list of named parts."""
    if isinstance(value, list):
        parts = tuple(_named_part(item) for item in value)
    elif isinstance(value, str) and _TEMPO.fullmatch(value.strip()):
        numbers = [number.strip() for number in value.split("-")]
        parts = tuple(TempoPart(None, values.duration(number)) for number in numbers)
    else:
        hint = "write `3-1-1-0`, or a list such as `[{breathe in: 4s}, {breathe out: 4s}]`"
        raise refusal("this is no tempo", hint)
    if sum(part.length_ms for part in parts) == 0:
        raise refusal("a tempo must be longer than 0")
    return parts


def _named_part(item: Any) -> TempoPart:
    if not isinstance(item, dict) or len(item) != 1:
        raise refusal("each part of a tempo is a name and a duration", "write `{breathe in: 4s}`")
    (name, length), *_ = item.items()
    return TempoPart(name, values.positive_duration(length))


def breath_parts(value: Any) -> tuple[TempoPart, ...]:
    """Return one breath: `4s in, 4s out`, or its total length, split evenly into in and out."""
    words = str(value).strip() if isinstance(value, str) else ""
    parts = [_BREATH_PART.fullmatch(part.strip()) for part in words.split(",")]
    named = [(part["before"] or part["after"], part["time"]) for part in parts if part]
    if len(named) == len(parts) and all(name for name, _ in named):
        return tuple(
            TempoPart(name.lower(), values.positive_duration(time)) for name, time in named
        )
    if not re.fullmatch(rf"{values.DURATION}|[0-9.]+", words, re.IGNORECASE):
        raise refusal(f"`{words or value}` is no breath", "write `4s in, 4s out`")
    whole_ms = values.positive_duration(value)
    return TempoPart("in", whole_ms // 2), TempoPart("out", whole_ms - whole_ms // 2)


def beats(value: Any) -> int:
    """Return beats per minute, 20 to 300."""
    number = values.count(value)
    if not 20 <= number <= 300:
        raise refusal(f"`{value}`: a metronome ticks 20 to 300 times a minute")
    return number


def tip_time(value: Any) -> tuple[int | None, int | None]:
    """Return the time of a tip as (ms, percent), one of them None; negative ms are from the end."""
    words = str(value).strip() if isinstance(value, str) else ""
    percent = re.fullmatch(r"([0-9]{1,3})\s*%", words)
    if percent is not None:
        if int(percent[1]) > 100:
            raise refusal(f"`{words}` is more than 100%")
        return None, int(percent[1])
    if words.startswith("-"):
        return -values.positive_duration(words[1:]), None
    return values.duration(value), None


class TipKeys(fields.Keys):
    """One of an exercise's `tips`."""

    what: ClassVar[str] = "a tip"
    at: Annotated[tuple[int | None, int | None], PlainValidator(tip_time)] = (None, None)
    say: fields.LineField | None = None
    sound: fields.TextField | None = None
    set: fields.Count | None = None
    side: fields.TextField | None = None
    round: fields.Count | None = None


class PlainExerciseKeys(fields.Keys):
    """The keys of an exercise at one level, except its name."""

    what: ClassVar[str] = "an exercise"
    for_: fields.Lengths | None = Field(None, alias="for")
    hold: fields.Lengths | None = None
    reps: fields.Reps = None
    distance: Annotated[
        Distance | fields.PerSet | None, PlainValidator(fields.per_set(read_distance))
    ] = None
    pace: Annotated[Pace | fields.PerSet | None, PlainValidator(fields.per_set(read_pace))] = None
    sets: fields.CountRange | None = None
    rest: fields.Rests | None = None
    sides: fields.SidesField = ()
    switch: fields.Duration = 5000
    side_order: fields.SideOrder = "each-set"
    tempo: Annotated[tuple[TempoPart, ...], PlainValidator(tempo_parts)] = ()
    rep: fields.PositiveDuration = 3000
    release: fields.Duration = 2000
    count: fields.CountStyleField = "aloud"
    setup: fields.LineField | None = None
    tips: Annotated[
        tuple[Annotated[TipKeys, fields.text_means("say")], ...],
        BeforeValidator(lambda value: value if isinstance(value, list) else [value]),
    ] = ()
    on_set: fields.LinesField = ()
    after_set: fields.LinesField = ()
    on_side: fields.LineField | None = None
    load: fields.Loads | None = None
    note: fields.NoteField | None = None
    ready: fields.Duration | None = None
    cues: CueKeys = CueKeys()
    breaths: fields.Reps = None
    breath: Annotated[tuple[TempoPart, ...], PlainValidator(breath_parts)] = (
        TempoPart("in", 4000),
        TempoPart("out", 4000),
    )
    metronome: Annotated[int | None, PlainValidator(beats)] = None


class ExerciseKeys(PlainExerciseKeys):
    """The keys of an exercise, except its name."""

    easier: PlainExerciseKeys | None = None
    harder: PlainExerciseKeys | None = None
