"""Field types: which schema in `values` describes a field, by the validator of its type."""

from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

from voicecoach.language import fields, values
from voicecoach.language.blocks.sound import SoundKeys
from voicecoach.language.keys import cues, exercise, header, music, sounds
from voicecoach.language.schema.values import Fragment, choice, ref


def value_schema(owner: type[fields.Keys], name: str) -> Fragment:
    """Return the schema of the field `name`. Raises LookupError where its type is unknown here."""
    if (owner, name) in _FIELDS:
        return ref(_FIELDS[owner, name])
    info = owner.model_fields[name]
    for validator in fields.validators(info):
        if validator in _TYPES:
            return ref(_TYPES[validator])
    for part in fields.parts(info.annotation):
        if get_origin(part) is Literal:
            return choice(get_args(part))
    raise LookupError(f"{owner.__name__}.{name}: its type is missing in {__name__}")


def _of(owner: type[fields.Keys], name: str) -> Callable[..., Any]:
    return fields.validators(owner.model_fields[name])[0]


_TYPES: dict[Callable[..., Any], str] = {
    fields.text: "text",
    fields.any_text: "note",
    fields.line: "line",
    fields.lines: "lines",
    fields.sides: "sides",
    values.duration: "duration",
    values.positive_duration: "positive-duration",
    values.positive_duration_range: "length",
    values.duration_range: "rest-length",
    values.count: "count",
    values.count_range: "count-range",
    values.switch: "on-off",
    values.flag: "flag",
    _of(exercise.PlainExerciseKeys, "hold"): "lengths",
    _of(exercise.PlainExerciseKeys, "rest"): "rests",
    _of(exercise.PlainExerciseKeys, "reps"): "reps",
    _of(exercise.PlainExerciseKeys, "load"): "loads",
    exercise.tempo_parts: "tempo",
    exercise.breath_parts: "breath",
    exercise.beats: "beats",
    exercise.tip_time: "tip-time",
    cues.seconds_counted: "seconds-counted",
    cues.times_left: "times-left",
    cues.clock_every: "clock",
    cues.encouragements: "encouragements",
    _of(header.FileKeys, "language"): "language",
    _of(header.FileKeys, "intro"): "spoken",
    _of(header.FileKeys, "pronounce"): "spellings",
    _of(header.VoiceKeys, "rate"): "rate",
    _of(header.VoiceKeys, "pitch"): "pitch",
    _of(header.VoiceKeys, "volume"): "volume",
    music.music_files: "music-files",
    music.music_gain: "music-gain",
    music.ducking: "ducking",
    music.fade_length: "fade",
    _of(sounds.NoteKeys, "hz"): "hertz",
    _of(sounds.NoteKeys, "gap"): "note-length",
}

# Fields with a narrower type: breaths have no `max`, and a sound is a role or a file.
_FIELDS: dict[tuple[type[fields.Keys], str], str] = {
    (exercise.PlainExerciseKeys, "breaths"): "breaths",
    (exercise.TipKeys, "sound"): "tone",
    (SoundKeys, "sound"): "tone",
}
