"""Field types: which schema in `values` describes a field, by the validator of its type."""

from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

from voicecoach.language import fields, values
from voicecoach.language.blocks.sound import SoundKeys
from voicecoach.language.keys import cues, exercise, header, music, sounds, voices
from voicecoach.language.schema.values import Fragment, choice, ref


def value_schema(owner: type[fields.Keys], name: str) -> Fragment:
    """Return the schema of the field `name`. Raises LookupError where its type is unknown here."""
    if (owner, name) in _FIELDS:
        return ref(_FIELDS[owner, name])
    info = owner.model_fields[name]
    validator = fields.validator(info)
    if validator in _TYPES:
        return ref(_TYPES[validator])
    for part in fields.parts(info.annotation):
        if get_origin(part) is Literal:
            return choice(get_args(part))
    raise LookupError(f"{owner.__name__}.{name}: its type is missing in {__name__}")


_EXERCISE = exercise.PlainExerciseKeys.model_fields
_HEADER = header.FileKeys.model_fields
_VOICE = voices.VoiceKeys.model_fields
_NOTE = sounds.NoteKeys.model_fields
_TYPES: dict[Callable[..., Any] | None, str] = {
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
    fields.validator(_EXERCISE["hold"]): "lengths",
    fields.validator(_EXERCISE["rest"]): "rests",
    fields.validator(_EXERCISE["reps"]): "reps",
    fields.validator(_EXERCISE["distance"]): "distances",
    fields.validator(_EXERCISE["pace"]): "paces",
    fields.validator(_EXERCISE["load"]): "loads",
    exercise.tempo_parts: "tempo",
    exercise.breath_parts: "breath",
    exercise.beats: "beats",
    exercise.tip_time: "tip-time",
    cues.seconds_counted: "seconds-counted",
    cues.times_left: "times-left",
    cues.clock_every: "clock",
    cues.encouragements: "encouragements",
    fields.validator(_HEADER["language"]): "language",
    fields.validator(_HEADER["intro"]): "spoken",
    fields.validator(_HEADER["pronounce"]): "spellings",
    fields.validator(_VOICE["rate"]): "rate",
    fields.validator(_VOICE["pitch"]): "pitch",
    fields.validator(_VOICE["volume"]): "volume",
    voices.command_line: "command-line",
    music.music_files: "music-files",
    music.music_gain: "music-gain",
    music.ducking: "ducking",
    music.fade_length: "fade",
    fields.validator(_NOTE["hz"]): "hertz",
    fields.validator(_NOTE["gap"]): "note-length",
}

# Fields with a narrower type: breaths have no `max`, and a sound is a role or a file.
_FIELDS: dict[tuple[type[fields.Keys], str], str] = {
    (exercise.PlainExerciseKeys, "breaths"): "breaths",
    (exercise.TipKeys, "sound"): "tone",
    (SoundKeys, "sound"): "tone",
}
