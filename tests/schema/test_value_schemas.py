"""Values: the schema of a type takes what the program takes, and little more."""

from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from helpers.cases import cases, in_a_line
from helpers.editors import LOADERS, complaints
from voicecoach.language import fields, values
from voicecoach.language.distance import read_distance
from voicecoach.language.fields import Keys
from voicecoach.language.keys import cues, exercise, header, music, sounds, voices
from voicecoach.language.pace import read_pace
from voicecoach.text.parsing import parse_document

DURATIONS = [
    "20", "1.5", "20s", "20 sec", "1m30s", "1:30", "1:02:30", "2 min", "1h", "1h 20 min 5s", "90 m",
    "1.5s", "12 SECS", "20 sek", "fast", '"1:75"', '"100:00:00:00"', "100 m", "90.5m", "-5", "-5s",
    "20s 1m", "s", "[20s]", "{for: 20s}", '""', "1,5s", "20 s.",
]  # fmt: skip
ZEROS = ["0", "0s", "0:00", "0.0", "0m0s"]
COUNTS = ["1", "10", "007", "999999", "0", "-1", "1.5", "ten", "10x", "1000000", "[1]"]
RANGES = [
    "15-20s", "15 - 20 s", "15s to 20s", "15s–20s", "1:00-1:30", "15-1:30", "8-", "-8s", "1-2-3",
    "15-100m", "0-5s", "5 TO 10s", "10to20s",
]  # fmt: skip
LISTS = ["[20s, 30s]", "[20s]", "[]", "[20s, soon]", "[[20s]]"]
TEXTS = [
    "Hello.", "10", "1.5", "007", "yes", "true", "a {b", '"{side} now"', '"{ side }"', '"{{side}"',
    '" "', '""', "[a]", "{a: b}", "Größe", '"{{{side}"',
]  # fmt: skip


# The schema of a type, what reads it in the program, and texts to try.
TYPES: dict[str, tuple[Any, list[str]]] = {
    "duration": (values.duration, [*DURATIONS, *ZEROS]),
    "positive-duration": (values.positive_duration, [*DURATIONS, *ZEROS]),
    "rest-length": (values.duration_range, [*DURATIONS, *ZEROS, *RANGES]),
    "length": (values.positive_duration_range, [*DURATIONS, *ZEROS, *RANGES]),
    "count": (values.count, COUNTS),
    "count-range": (values.count_range, [*COUNTS, "8-12", "8 – 12", "8 to 12", "0-5", "8-12s"]),
    "lengths": (fields.per_set(values.positive_duration_range), [*RANGES, *LISTS, *ZEROS]),
    "rests": (fields.per_set(values.duration_range), [*RANGES, *LISTS, *ZEROS]),
    "reps": (
        fields.per_set(fields.reps),
        [*COUNTS[:-1], "max", "MAX", "as many as possible", "[6, max]", "most"],
    ),
    "distances": (
        fields.per_set(read_distance),
        ["500 m", "500m", "5 KM", "1.5 miles", "0.125 mi", "25 yards", "20 cal", "3 laps", "400",
         "0 m", "0.0 km", "2.500 km", "2,000 m", "1,5 km", "400 secs", "m", "-5 m", "400-500 m",
         "[400 m, 200 m]", "[]", "{m: 400}"],
    ),
    "paces": (
        fields.per_set(read_pace),
        ["6:00/km", "6 min/km", "6:00 per km", "2:00/500m", "2:00 / 500 m", "5:30-6:00/km",
         "5-6 min/mile", "1:30 to 2:00 per lap", "3s/cal", "6/km", "5-6/km", "0:00/km", "12 km/h",
         "6:00", "/km", "6:00/h", "1:75/km", "[6:00/km, 5:30/km]", "[]"],
    ),
    "loads": (fields.per_set(fields.text), ["12 kg", "12", "[10 kg, 12 kg]", "[]", "{kg: 12}"]),
    "text": (fields.text, TEXTS),
    "note": (fields.any_text, TEXTS),
    "line": (fields.line, TEXTS),
    "lines": (fields.lines, [*TEXTS, "[a, b]", "[]"]),
    "sides": (
        fields.sides,
        ["each", "Each Side", "both", "e/s", "on each leg", "per  arm", "/ side", "left", "[left]",
         "[left, right]", "[left, left]", "[]", "2"],
    ),
    "on-off": (values.switch, ["on", "off", "maybe", "1", "[on]"]),
    "flag": (values.flag, ["true", "false", "maybe", "1"]),
    "tempo": (
        exercise.tempo_parts,
        ["3-1-1-0", "3 - 1", "2.5-1", "3", "0-0", "3-1-1-0-1", "slow", "[{in: 4s}, {out: 4s}]",
         "[{in: 4s, out: 4s}]", "[in]", "[]", "[{in: 0}]", "[{in: soon}]"],
    ),
    "breath": (
        exercise.breath_parts,
        ["4s in, 4s out", "in 4s, hold 4s, OUT 4s", "4s in", "8", "4s in,", "in 0s", "4s inward",
         "1:00 in, 1:00 out"],
    ),
    "tip-time": (
        exercise.tip_time,
        ["10", "10s", "-5s", "-5", "50%", "100%", "101%", "1:30", "half", '"- 5s"', "-0s", "[5s]"],
    ),
    "music-files": (
        music.music_files,
        ["a.mp3", "b/c.OGG", "a.wav", "a.flac", "a.opus", "a.mp4", "mp3", ".mp3", "off", "[a.mp3, b.ogg]",
         "[]", "[off]", "[[a.mp3]]", "{file: a.mp3}", '""', "5"],
    ),
    "music-gain": (
        music.music_gain,
        ["-8", "0", "6", "6.0", "-40", "-7.25", "+3", "-8 dB", "-8dB", "6.1", "7", "-40.5", "-41", "-41 dB",
         "10 dB", "-100", "loud", "[1]", '""', "-8 lu"],
    ),
    "ducking": (
        music.ducking,
        ["-15", "-15 dB", "-15dB", "0", "-0", "0 dB", "-60", "-12.5", "-60.5", "-61 dB", "15", "15 dB", "+1",
         "1", "off", "[1]"],
    ),
    "command-line": (
        voices.command_line,
        ['[say, "{out}"]', '[say, -o, "--to={out}", "{text}"]', '[say, 5, "{out}"]', "[say]", "say",
         '"{out}"', "[]", '[say, ["{out}"]]', '[say, "{out}", ""]'],
    ),
    "fade": (music.fade_length, ["3s", "0", "60", "60s", "1:00", "0.5s", "61", "slow", "-1", "[3s]"]),
    "beats": (exercise.beats, ["20", "170", "300", "19", "301", "fast"]),
    "seconds-counted": (cues.seconds_counted, ["1", "10", "off", "0", "11", "3s", "on"]),
    "times-left": (cues.times_left, ["10s", "[30s, 10s]", "[]", "off", "0", "soon"]),
    "clock": (cues.clock_every, ["5 min", "off", "0", "hourly"]),
    "encouragements": (cues.encouragements, ["Go.", "[Go., On.]", "off", "[]"]),
}  # fmt: skip
FIELDS: dict[str, tuple[type[Keys], str, list[str]]] = {
    "rate": (voices.VoiceKeys, "rate", ["80", "400", "79", "401", "fast", "150.5"]),
    "pitch": (voices.VoiceKeys, "pitch", ["0", "-12", "+12", "2.5", "12.5", "-13", "high"]),
    "volume": (voices.VoiceKeys, "volume", ["0.1", "1", "1.0", "0.09", "1.1"]),
    "language": (
        header.FileKeys,
        "language",
        ["en", "en-GB", "EN_us", "de", "de-AT", "xx", "english", "e", "en-", "12"],
    ),
    "hertz": (sounds.NoteKeys, "hz", ["50", "440.5", "10000", "49", "10001", "high"]),
    "note-length": (
        sounds.NoteKeys,
        "gap",
        ["120ms", "50 ms", "0", "3", "1s", "3s", "4", "120 MS", "long", "-1"],
    ),
    "spellings": (
        header.FileKeys,
        "pronounce",
        ["{HIIT: hit}", "{HIIT: 5}", "{}", "HIIT", "[hit]", "{HIIT: [hit]}", '{HIIT: ""}'],
    ),
    "spoken": (header.FileKeys, "intro", ["auto", "off", "Welcome.", '"{title}"', '"{a b}"', "[]"]),
}

CASES = {
    f"{name}: {in_a_line(text)}": (name, text)
    for name, (_, texts) in TYPES.items()
    for text in texts
}
FIELD_CASES = {
    f"{name}: {text}": (name, text) for name, (_, _, texts) in FIELDS.items() for text in texts
}


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
@cases(("name", "text"), CASES)
def test_a_type_takes_what_the_program_takes(name: str, text: str, loader: Any) -> None:
    read, _ = TYPES[name]
    try:
        read(data_of(text))
    except PydanticCustomError:
        taken = False
    else:
        taken = True
    assert (not complaints(text, loader, name)) == taken


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
@cases(("name", "text"), FIELD_CASES)
def test_a_field_takes_what_the_program_takes(name: str, text: str, loader: Any) -> None:
    model, field, _ = FIELDS[name]
    try:
        model.__pydantic_validator__.validate_assignment(
            model.model_construct(), field, data_of(text)
        )
    except ValueError as error:
        taken = "frozen" in str(error)
    else:
        taken = True
    assert (not complaints(text, loader, name)) == taken


def data_of(text: str) -> Any:
    data = parse_document(f"value: {text}", "value").data
    assert isinstance(data, dict)
    return data["value"]
