"""Values: a JSON Schema for each type of value.

In a routine all scalars are text. An editor, however, parses YAML: `20` becomes a number, and under
YAML 1.1 `off` becomes a boolean and `1:30` the number 90. Each type accepts all of these.
"""

from typing import Any

from voicecoach.language.fields import MAX_TEXT
from voicecoach.language.keys.cues import MAX_COUNTDOWN
from voicecoach.language.keys.music import (
    HIGHEST_GAIN_DB,
    LOWEST_DUCK_DB,
    LOWEST_GAIN_DB,
    MAX_FADE_MS,
)
from voicecoach.language.keys.sounds import FILE_SUFFIXES, MAX_TONE_MS
from voicecoach.language.schema import patterns
from voicecoach.language.short_form import MAX_LINE
from voicecoach.language.values import MAX_COUNT
from voicecoach.routine.sounds import CLASSIC
from voicecoach.units import SECOND_MS

Fragment = dict[str, Any]


def ref(name: str) -> Fragment:
    """Return a reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def any_of(*fragments: Fragment) -> Fragment:
    """Return the schema of what fits any of several schemas."""
    return {"anyOf": list(fragments)}


def one_or_list(item: Fragment, at_least: int = 1) -> Fragment:
    """Return the schema of a value or a list of such values."""
    return any_of(item, {"type": "array", "items": item, "minItems": at_least})


def _string(pattern: str, message: str, **limits: float) -> Fragment:
    return {"type": "string", "pattern": pattern, **limits, "errorMessage": message}


def _scalar(pattern: str, message: str, **limits: float) -> Fragment:
    return {**_string(pattern, message, **limits), "type": ["string", "number"]}


def _whole_number(pattern: str, message: str, minimum: int, maximum: int) -> Fragment:
    number = _string(pattern, message, minimum=minimum, maximum=maximum)
    return {**number, "type": ["string", "integer"]}


def _text(pattern: str, message: str, longest: int = MAX_TEXT) -> Fragment:
    return any_of(_scalar(pattern, message, maxLength=longest), _boolean())


def _boolean(*only: bool) -> Fragment:
    # Negated twice so that editors accept it but do not suggest it: `off` is the way to write it.
    return {"not": {"not": {"enum": list(only)} if only else {"type": "boolean"}}}


def choice(words: tuple[str, ...]) -> Fragment:
    """Return the schema of one of `words`."""
    chosen: Fragment = {"enum": list(words)}
    return any_of(chosen, _boolean(False)) if "off" in words else chosen


def or_off(fragment: Fragment, message: str) -> Fragment:
    """Return the schema of `off` or what fits `fragment`."""
    return any_of({"enum": ["off"], "errorMessage": message}, fragment, _boolean(False))


_DURATION = "a duration, such as `30s`, `1:30` or `2 min`"
_POSITIVE = "a duration longer than 0, such as `30s`, `1:30` or `2 min`"
_LENGTH = "a duration longer than 0, such as `30s` or `1:30`, or a range such as `15-20s`"
_REST = "a duration such as `30s` or `1:30`, or a range such as `15-20s`"
_COUNT_RANGE = "a whole number such as `10`, or a range such as `8-12`"
_SECONDS_COUNTED = f"`off`, or a number from 1 to {MAX_COUNTDOWN}"
_TONE = f"a tone ({', '.join(CLASSIC)}) or a file ({', '.join(FILE_SUFFIXES)})"
_MUSIC = f"a file of music ({', '.join(FILE_SUFFIXES)})"
_MUSIC_GAIN = f"dB above speech, {LOWEST_GAIN_DB} to {HIGHEST_GAIN_DB}"
_DUCKING = f"dB that the music goes down under speech, {LOWEST_DUCK_DB} to 0"

DEFINITIONS: dict[str, Fragment] = {
    "variable": _string(
        patterns.VARIABLE, 'a value of the right type, or a name in `vars` such as "{time}"'
    ),
    "text": _text(patterns.PLAIN, "a text without placeholders; `{{` is a brace"),
    "note": _text(patterns.ANY_TEXT, "a text"),
    "line": _text(patterns.LINE, "a text; what stands in braces is a name, and `{{` is a brace"),
    "name": _text(patterns.NAMED, "a name, or a line such as `Plank 40s`", MAX_LINE),
    "short-form": _string(
        patterns.NAMED, "a line such as `Push-ups 3x10, rest 45s`", maxLength=MAX_LINE
    ),
    "lines": one_or_list(ref("line")),
    "sides": any_of(
        _string(patterns.EACH_SIDE, "`each`, or a list such as `[left, right]`"),
        {"type": "array", "items": ref("text"), "minItems": 1, "uniqueItems": True},
    ),
    "duration": _scalar(patterns.DURATION_TEXT, _DURATION, minimum=0),
    "positive-duration": _scalar(patterns.POSITIVE_DURATION, _POSITIVE, exclusiveMinimum=0),
    "length": _scalar(patterns.POSITIVE_DURATION_RANGE, _LENGTH, exclusiveMinimum=0),
    "rest-length": _scalar(patterns.DURATION_RANGE, _REST, minimum=0),
    "count": _whole_number(patterns.COUNT, "a whole number, 1 or more", 1, MAX_COUNT),
    "count-range": _whole_number(patterns.COUNT_RANGE, _COUNT_RANGE, 1, MAX_COUNT),
    "lengths": one_or_list(ref("length")),
    "rests": one_or_list(ref("rest-length")),
    "max": {"type": "string", "pattern": patterns.MAX},
    "reps": one_or_list(any_of(ref("count-range"), ref("max"))),
    "breaths": one_or_list(ref("count-range")),
    "distances": one_or_list(
        _string(patterns.DISTANCE, "a distance such as `400 m`, `5 km`, `20 cal` or `3 laps`")
    ),
    "paces": one_or_list(_string(patterns.PACE, "a pace such as `6:00/km` or `2:00/500m`")),
    "loads": one_or_list(ref("text")),
    "on-off": any_of({"enum": ["on", "off"]}, _boolean()),
    "flag": {
        **_string("^(?:true|false)$", "`true` or `false`"),
        "type": ["boolean", "string"],
    },
    "tempo": any_of(
        _string(patterns.TEMPO, "a tempo such as `3-1-1-0`, or a list of named parts"),
        {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": any_of(ref("positive-duration"), ref("variable")),
                "errorMessage": "a name and a duration, such as `{breathe in: 4s}`",
            },
        },
    ),
    "breath": _scalar(patterns.BREATH, "a breath such as `4s in, 4s out`", exclusiveMinimum=0),
    "tip-time": _scalar(patterns.TIP_TIME, "a time such as `10s`, `-5s` or `50%`"),
    "seconds-counted": or_off(
        _whole_number(patterns.SECONDS_COUNTED, _SECONDS_COUNTED, 1, MAX_COUNTDOWN),
        _SECONDS_COUNTED,
    ),
    "times-left": or_off(
        one_or_list(ref("positive-duration"), at_least=0), "`off`, or times such as `[30s, 10s]`"
    ),
    "clock": or_off(ref("positive-duration"), "`off`, or a duration such as `5 min`"),
    "encouragements": or_off(ref("lines"), "`off`, or lines"),
    "beats": _whole_number(patterns.BEATS, "a number from 20 to 300", 20, 300),
    "language": _string(
        patterns.LANGUAGE, "a language that there are phrases for, such as `en` or `en-GB`"
    ),
    "spoken": any_of({"enum": ["auto", "off"]}, ref("line")),
    "tone": any_of(
        {"enum": list(CLASSIC), "errorMessage": _TONE},
        _string(patterns.SOUND_FILE, _TONE),
    ),
    "hertz": _scalar(patterns.HERTZ, "50 to 10000, in hertz", minimum=50, maximum=10_000),
    "note-length": _scalar(
        patterns.NOTE_LENGTH,
        "a length up to 3 s, such as `120ms`",
        minimum=0.001,
        maximum=MAX_TONE_MS / SECOND_MS,
    ),
    "command-line": {
        "type": "array",
        "items": ref("note"),
        "contains": {"type": "string", "pattern": r"\{out\}"},
        "errorMessage": 'a program and what it is given, such as `[say-it, "{out}", "{text}"]`',
    },
    "music-files": one_or_list(_string(patterns.SOUND_FILE, _MUSIC)),
    "music": or_off(ref("music-files"), f"`off`, {_MUSIC}, or a list of files"),
    "music-gain": _scalar(
        patterns.MUSIC_GAIN, _MUSIC_GAIN, minimum=LOWEST_GAIN_DB, maximum=HIGHEST_GAIN_DB
    ),
    "ducking": _scalar(patterns.DUCKING, _DUCKING, minimum=LOWEST_DUCK_DB, maximum=0),
    "fade": _scalar(
        patterns.DURATION_TEXT,
        "a duration up to 60 s, such as `3s`",
        minimum=0,
        maximum=MAX_FADE_MS / SECOND_MS,
    ),
    "spellings": {
        "type": "object",
        "additionalProperties": ref("text"),
        "errorMessage": "words and their spellings, such as `HIIT: hit`",
    },
    "vars": {
        "type": "object",
        "propertyNames": {
            "pattern": patterns.VARIABLE_NAME,
            "errorMessage": "a name of letters, digits and underscores that is no placeholder",
        },
        "additionalProperties": {"not": {"type": "null"}},
    },
    "rate": _scalar(patterns.NUMBER, "a number from 80 to 400", minimum=80, maximum=400),
    "pitch": _scalar(patterns.NUMBER, "a number from -12 to 12", minimum=-12, maximum=12),
    "volume": _scalar(patterns.NUMBER, "a number from 0.1 to 1", minimum=0.1, maximum=1),
}
