"""Values: the schema of a key takes all that the program takes, and tells what is surely wrong."""

from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from helpers.cases import cases, in_a_line
from helpers.editors import LOADERS
from helpers.values import data_of, kind_of_key
from voicecoach.language.blocks.circuit import CircuitKeys
from voicecoach.language.blocks.emom import EmomKeys
from voicecoach.language.blocks.pause import PauseKeys
from voicecoach.language.blocks.rest import RestKeys
from voicecoach.language.fields import Keys
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.keys.cues import CueKeys
from voicecoach.language.keys.exercise import ExerciseKeys, TipKeys
from voicecoach.language.keys.header import RoutineKeys
from voicecoach.language.keys.music import MusicKeys
from voicecoach.language.keys.sounds import NoteKeys
from voicecoach.language.keys.voices import VoiceKeys
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.kind import Kind

DURATIONS = [
    "20", "1.5", "20s", "20 sec", "1m30s", "1:30", "1:02:30", "2 min", "1h", "1h 20 min 5s", "90 m",
    "1.5s", "12 SECS", "100 m", "20 s.", "“20s”", ".5s", "1m30", '30"', "5'", "20-second",
]  # fmt: skip
NO_DURATIONS = ["fast", '"1:75"', "-5", "-5s", "s", "[20s]", "{for: 20s}", '""']
ZEROS = ["0", "0s", "0:00", "0.0", "0m0s"]
RANGES = ["15-20s", "15 - 20 s", "15s to 20s", "15s–20s", "1:00-1:30", "5 TO 10s"]
LISTS = ["[20s, 30s]", "[20s]", '["20s"]']
NO_LISTS = ["[]", "[20s, soon]", "[[20s]]"]
TEXTS = ["Hello.", "10", "1.5", "007", "yes", "true", '"{{side}"', "Größe"]
NO_TEXTS = ['" "', '""', "[a]", "{a: b}"]
OFF = ["off", "no", "none", "No"]

# The mapping and the key, what both take, and what both refuse.
KEYS: dict[str, tuple[type[Keys], str, list[str], list[str]]] = {
    "a duration": (ExerciseKeys, "switch", [*DURATIONS, *ZEROS], NO_DURATIONS),
    "a positive duration": (PauseKeys, "pause", DURATIONS, [*NO_DURATIONS, *ZEROS]),
    "a range of rests": (RestKeys, "rest", [*DURATIONS, *ZEROS, *RANGES], NO_DURATIONS),
    "durations": (ExerciseKeys, "hold", [*RANGES, *LISTS], [*NO_LISTS, *ZEROS]),
    "rests": (ExerciseKeys, "rest", [*RANGES, *LISTS, *ZEROS], NO_LISTS),
    "a count": (EmomKeys, "emom", ["1", "10", "007", "9999"], ["0", "-1", "1.5", "ten", "[1]"]),
    "a range of counts": (
        ExerciseKeys,
        "sets",
        ["1", "8-12", "8 – 12", "8 to 12"],
        ["0", "-1", "ten", "0-5", "8-12s", "[1]"],
    ),
    "repetitions": (
        ExerciseKeys,
        "reps",
        ["10", "8-12", "max", "MAX", "as many as possible", "[6, max]"],
        ["0", "2.5", "[]"],
    ),
    "breaths": (ExerciseKeys, "breaths", ["5", "4-6", "[5, 4]"], ["max", "0"]),
    "distances": (
        ExerciseKeys,
        "distance",
        ["500 m", "500m", "5 KM", "1.5 miles", "0.125 mi", "20 cal", "3 laps", "[400 m, 200 m]"],
        ["400", "0 m", "0.0 km", "m", "-5 m", "[]", "{m: 400}"],
    ),
    "paces": (
        ExerciseKeys,
        "pace",
        ["6:00/km", "6 min/km", "6:00 per km", "2:00 / 500 m", "5-6 min/mile", "3s/cal", "[6:00/km]"],
        ["6/km", "0:00/km", "6:00", "/km", "[]"],
    ),
    "loads": (ExerciseKeys, "load", ["12 kg", "12", "[10 kg, 12 kg]"], ["[]", "{kg: 12}"]),
    "a title": (RoutineKeys, "title", [*TEXTS, "a {b"], [*NO_TEXTS, '"{side} now"']),
    "a note": (ExerciseKeys, "note", [*TEXTS, '"{side} now"', "a {b"], NO_TEXTS),
    "a line": (ExerciseKeys, "setup", [*TEXTS, '"{side} now"'], [*NO_TEXTS, "a {b", '"{ side }"']),
    "lines": (ExerciseKeys, "on_set", [*TEXTS, "[a, b]"], ["[]", "a {b"]),
    "sides": (
        ExerciseKeys,
        "sides",
        ["each", "Each Side", "both", "e/s", "each leg", "[left]", "[left, right]", "L/R"],
        ["left", "right", "[left, left]", "[]", "2"],
    ),
    "sides of a block": (
        CircuitKeys,
        "sides",
        ["each", "both sides", "[left, right]", "[in, out]"],
        ["off", "Off", "no", "none", "left", "[]"],
    ),
    "on or off": (CueKeys, "halfway", ["on", *OFF], ["maybe", "1", "[on]"]),
    "a choice with off": (CueKeys, "announce", ["full", "“name”", "“off”", *OFF], ["loud", "on"]),
    "a flag": (EmomKeys, "alternate", ["true", "false"], ["maybe", "1"]),
    "a tempo": (
        ExerciseKeys,
        "tempo",
        ["3-1-1-0", "3 - 1", "2.5-1", "3–1", "[{in: 4s}, {out: 4s}]"],
        ["3", "0-0", "3-1-1-0-1", "slow", "[{in: 4s, out: 4s}]", "[in]", "[]", "[{in: 0}]"],
    ),
    "a breath": (
        ExerciseKeys,
        "breath",
        ["4s in, 4s out", "in 4s, hold 4s, OUT 4s", "4s in", "8", "4-7-8", "4 in, 7 hold, 8 out"],
        ["in 0s", "slowly", "0"],
    ),
    "a tip's time": (
        TipKeys,
        "at",
        ["10", "10s", "-5s", "-5", "50%", "100%", "1:30", '"- 5s"'],
        ["101%", "half", "-0s", "[5s]"],
    ),
    "files of music": (
        MusicKeys,
        "file",
        ["a.mp3", "b/c.OGG", "a.wav", "a.flac", "[a.mp3, b.ogg]"],
        ["a.opus", "mp3", ".mp3", "off", "[]", "[off]", "{file: a.mp3}", '""', "5"],
    ),
    "the level of music": (
        MusicKeys,
        "gain_db",
        ["-8", "0", "6.0", "-40", "-7.25", "+3", "-8 dB"],
        ["6.1", "7", "-40.5", "-41", "loud", "[1]", '""', "-8 lu"],
    ),
    "ducking": (
        MusicKeys,
        "duck_db",
        ["-15", "-15dB", "0", "-0", "-60", "-12.5"],
        ["-60.5", "15", "1", "off", "[1]"],
    ),
    "a fade": (MusicKeys, "fade", ["3s", "0", "60", "1:00", "0.5s"], ["61", "slow", "-1", "[3s]"]),
    "beats": (ExerciseKeys, "metronome", ["20", "170", "300", "180 bpm"], ["19", "301", "fast"]),
    "seconds counted": (CueKeys, "countdown", ["1", "10", *OFF], ["0", "11", "3s"]),
    "times left": (CueKeys, "time_left", ["10s", "[30s, 10s]", "[]", *OFF], ["0", "soon"]),
    "the clock": (CueKeys, "clock", ["5 min", *OFF], ["0", "hourly"]),
    "encouragement": (CueKeys, "encourage", ["Go.", "[Go., On.]", *OFF], ["[]"]),
    "a language": (RoutineKeys, "language", ["en", "en-GB", "EN_us", "de-AT"], ["e", "12"]),
    "an intro": (
        RoutineKeys,
        "intro",
        ["auto", "“auto”", "Welcome.", '"{title}"', *OFF],
        ['"{a b}"', "[]"],
    ),
    "spellings": (
        RoutineKeys,
        "pronounce",
        ["{HIIT: hit}", "{HIIT: 5}", "{}"],
        ["HIIT", "[hit]", "{HIIT: [hit]}", '{HIIT: ""}'],
    ),
    "a rate": (VoiceKeys, "rate", ["80", "400", "150.5"], ["79", "401", "fast"]),
    "a pitch": (VoiceKeys, "pitch", ["0", "-12", "+12", "2.5"], ["12.5", "-13", "high"]),
    "a volume": (VoiceKeys, "volume", ["0.1", "1", "1.0"], ["0.09", "1.1"]),
    "a command": (
        VoiceKeys,
        "run",
        ['[say, "{out}"]', '[say, -o, "--to={out}", "{text}"]', '[say, 5, "{out}"]'],
        ["[say]", "say", '"{out}"', "[]", '[say, ["{out}"]]', '[say, "{out}", ""]'],
    ),
    "hertz": (NoteKeys, "hz", ["50", "440.5", "10000"], ["49", "10001", "high"]),
    "the length of a note": (
        NoteKeys,
        "for",
        ["120ms", "50 ms", "3", "1s", "30s"],
        ["0", "31", "long", "-1"],
    ),
}  # fmt: skip

TAKEN = {
    f"{name}: {in_a_line(text)}": (model, key, text)
    for name, (model, key, taken, _) in KEYS.items()
    for text in taken
}
REFUSED = {
    f"{name}: {in_a_line(text)}": (model, key, text)
    for name, (model, key, _, refused) in KEYS.items()
    for text in refused
}
with_both_loaders = pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)


@with_both_loaders
@cases(("model", "key", "text"), TAKEN)
def test_what_is_right_is_taken_by_both(
    model: type[Keys], key: str, text: str, loader: Any
) -> None:
    kind = kind_of_key(model, key)
    kind.read(data_of(text), lexicon("en"))
    assert complaints(kind, text, loader) == []


@with_both_loaders
@cases(("model", "key", "text"), REFUSED)
def test_what_is_wrong_is_refused_by_both(
    model: type[Keys], key: str, text: str, loader: Any
) -> None:
    kind = kind_of_key(model, key)
    with pytest.raises(RefusalError):
        kind.read(data_of(text), lexicon("en"))
    assert complaints(kind, text, loader) != []


def complaints(kind: Kind[Any], text: str, loader: Any) -> list[str]:
    """Return what the schema of a kind has against a value as an editor reads it."""
    value = yaml.load(f"value: {text}", loader)["value"]
    return [error.message for error in Draft7Validator(kind.describe()).iter_errors(value)]
