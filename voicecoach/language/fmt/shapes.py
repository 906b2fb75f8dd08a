"""Shapes: what the language says about each key, taken from its own models.

A field's validator says what kind of value it is, so a new block or key is known here as soon as
the language has it.
"""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import PlainValidator

from voicecoach.language import blocks, fields, values
from voicecoach.language.fields import Keys
from voicecoach.language.fmt import lengths, order
from voicecoach.language.keys import cues, exercise, header, music


@dataclass(frozen=True, slots=True)
class Value:
    """How a value is written: a text, an item of a list, and a value of an item's own mapping."""

    text: lengths.Writer
    item: lengths.Writer | None = None
    part: lengths.Writer | None = None


def _validator(annotated: Any) -> Callable[..., Any]:
    """Return the function that an annotated type is read by."""
    found: Callable[..., Any] = annotated.__metadata__[0].func
    return found


_VALUES: dict[Callable[..., Any], Value] = {
    values.duration: Value(lengths.length),
    values.positive_duration: Value(lengths.length),
    values.duration_range: Value(lengths.length_range),
    values.positive_duration_range: Value(lengths.length_range),
    values.count_range: Value(lengths.count_range),
    fields.reps: Value(lengths.reps),
    fields.sides: Value(lengths.sides),
    _validator(fields.Lengths): Value(lengths.length_range, lengths.length_range),
    _validator(fields.Rests): Value(lengths.length_range, lengths.length_range),
    _validator(fields.Reps): Value(lengths.reps, lengths.reps),
    exercise.tempo_parts: Value(lengths.tempo, part=lengths.length),
    exercise.breath_parts: Value(lengths.breath),
    exercise.tip_time: Value(lengths.tip_time),
    cues.times_left: Value(lengths.length, lengths.length),
    cues.clock_every: Value(lengths.length),
    music.fade_length: Value(lengths.length),
}

Field = Value | type[Keys] | None


@cache
def fields_of(model: type[Keys]) -> dict[str, Field]:
    """Return what each key of a model holds; None where it is left as it is."""
    return {
        info.alias or name: _field(info.annotation, info.metadata)
        for name, info in model.model_fields.items()
    }


@cache
def block_model(kind: str) -> type[Keys]:
    """Return the model of a kind of block."""
    if kind == "exercise":
        return exercise.ExerciseKeys
    module = importlib.import_module(f"{blocks.__name__}.{kind}")
    return next(
        found
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Keys) and kind in found.model_fields
    )


def key_order(model: type[Keys], kind: str | None = None) -> order.Order:
    """Return the order of a model's keys, a block's kind first."""
    if issubclass(model, header.FileKeys):
        known = order.HEADER
    elif issubclass(model, exercise.PlainExerciseKeys):
        known = order.EXERCISE
    elif issubclass(model, exercise.TipKeys):
        known = order.TIP
    elif issubclass(model, cues.CueKeys):
        known = order.CUES
    elif issubclass(model, header.VoiceKeys):
        known = order.VOICE
    elif issubclass(model, music.MusicKeys):
        known = order.MUSIC
    else:
        known = order.BLOCK
    first = () if kind is None else (kind,)
    rest = [key for key in (*known, *fields_of(model)) if key not in (*first, "do", "workout")]
    return (*first, *dict.fromkeys(rest))


def _field(annotation: Any, metadata: list[Any]) -> Field:
    for part in (*metadata, *_metadata(annotation)):
        if isinstance(part, PlainValidator):
            return _VALUES.get(part.func)
    return next(_models(annotation), None)


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata(argument)


def _models(annotation: Any) -> Iterator[type[Keys]]:
    if isinstance(annotation, type) and issubclass(annotation, Keys):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
