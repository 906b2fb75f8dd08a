"""Field types: which schema in `values` describes a field, by the validator of its type."""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from voicecoach.language import fields
from voicecoach.language.blocks.sound import SoundKeys
from voicecoach.language.fields import Keys
from voicecoach.language.keys import cues, exercise, header, music, sounds
from voicecoach.language.schema.values import Fragment, choice, ref

Validator = Callable[..., Any]


def value_schema(owner: type[Keys], name: str) -> Fragment | None:
    """Return the schema of the field `name`, or None if its type is unknown here."""
    info = owner.model_fields[name]
    if (owner, name) in _FIELDS:
        return ref(_FIELDS[owner, name])
    for validator in _validators(info):
        if validator in _TYPES:
            return ref(_TYPES[validator])
    return next((choice(words) for words in _choices(info.annotation)), None)


def _validators(info: FieldInfo) -> Iterator[Validator]:
    yield from _plain(info.metadata)
    yield from _annotated(info.annotation)


def _annotated(annotation: Any) -> Iterator[Validator]:
    if get_origin(annotation) is Annotated:
        yield from _plain(annotation.__metadata__)
    for argument in get_args(annotation):
        yield from _annotated(argument)


def _plain(metadata: Any) -> Iterator[Validator]:
    return (item.func for item in metadata if isinstance(item, PlainValidator))


def _choices(annotation: Any) -> Iterator[tuple[str, ...]]:
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    for argument in get_args(annotation):
        yield from _choices(argument)


def _of(annotation: Any) -> Validator:
    return next(_annotated(annotation))


def _of_field(model: type[Keys], name: str) -> Validator:
    return next(_validators(model.model_fields[name]))


_TYPES: dict[Validator, str] = {
    _of(fields.TextField): "text",
    _of(fields.NoteField): "note",
    _of(fields.LineField): "line",
    _of(fields.LinesField): "lines",
    _of(fields.SidesField): "sides",
    _of(fields.Duration): "duration",
    _of(fields.PositiveDuration): "positive-duration",
    _of(fields.LengthRange): "length",
    _of(fields.RestRange): "rest-length",
    _of(fields.Count): "count",
    _of(fields.CountRange): "count-range",
    _of(fields.Lengths): "lengths",
    _of(fields.Rests): "rests",
    _of(fields.Reps): "reps",
    _of(fields.Loads): "loads",
    _of(fields.OnOff): "on-off",
    _of(fields.Flag): "flag",
    exercise.tempo_parts: "tempo",
    exercise.breath_parts: "breath",
    exercise.beats: "beats",
    exercise.tip_time: "tip-time",
    cues.seconds_counted: "seconds-counted",
    cues.times_left: "times-left",
    cues.clock_every: "clock",
    cues.encouragements: "encouragements",
    _of_field(header.FileKeys, "language"): "language",
    _of_field(header.FileKeys, "intro"): "spoken",
    _of_field(header.FileKeys, "pronounce"): "spellings",
    _of_field(header.VoiceKeys, "rate"): "rate",
    _of_field(header.VoiceKeys, "pitch"): "pitch",
    _of_field(header.VoiceKeys, "volume"): "volume",
    music.music_files: "music-files",
    music.music_gain: "music-gain",
    music.ducking: "ducking",
    music.fade_length: "fade",
    _of_field(sounds.NoteKeys, "hz"): "hertz",
    _of_field(sounds.NoteKeys, "gap"): "note-length",
}

# Fields with a narrower type: breaths have no `max`, and a sound is a role or a file.
_FIELDS: dict[tuple[type[Keys], str], str] = {
    (exercise.PlainExerciseKeys, "breaths"): "breaths",
    (exercise.TipKeys, "sound"): "tone",
    (SoundKeys, "sound"): "tone",
}
