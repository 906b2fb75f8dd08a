"""Shapes: what the language says about each key, taken from its own models.

A field's validator says what kind of value it is, so a new block or key is known here as soon as
the language has it.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from voicecoach.language import fields, values
from voicecoach.language.distance import read_distance
from voicecoach.language.fmt import lengths
from voicecoach.language.keys import cues, exercise, music
from voicecoach.language.pace import read_pace

Shape = lengths.Writer | type[fields.Keys] | None

_EXERCISE = fields.by_key(exercise.PlainExerciseKeys)
_WRITERS: dict[Callable[..., Any] | None, lengths.Writer] = {
    values.duration: lengths.length,
    values.positive_duration: lengths.length,
    values.duration_range: lengths.length_range,
    values.positive_duration_range: lengths.length_range,
    values.count_range: lengths.count_range,
    fields.sides: lengths.sides,
    fields.validator(_EXERCISE["for"]): lengths.length_range,
    fields.validator(_EXERCISE["distance"]): lambda text: str(read_distance(text)),
    fields.validator(_EXERCISE["pace"]): lambda text: str(read_pace(text)),
    fields.validator(_EXERCISE["rest"]): lengths.length_range,
    fields.validator(_EXERCISE["reps"]): lengths.reps,
    exercise.tempo_parts: lengths.tempo,
    exercise.breath_parts: lengths.breath,
    exercise.tip_time: lengths.tip_time,
    cues.times_left: lengths.length,
    cues.clock_every: lengths.length,
    music.fade_length: lengths.length,
}


@cache
def shapes_of(model: type[fields.Keys]) -> dict[str, Shape]:
    """Return what writes each key of a model, or the model of what it holds, or None."""
    return {
        key: next(iter(fields.models_in(info.annotation)), _WRITERS.get(fields.validator(info)))
        for key, info in fields.by_key(model).items()
    }
