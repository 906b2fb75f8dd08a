"""Kinds of values besides durations and counts: what is read, refused, and written by `fmt`."""

from typing import Any

import pytest

from helpers.cases import cases, in_a_line
from helpers.values import data_of, kind_of_key
from voicecoach.language.blocks.amrap import AmrapKeys
from voicecoach.language.blocks.emom import EmomKeys
from voicecoach.language.fields import Keys
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.keys.cues import CueKeys
from voicecoach.language.keys.exercise import ExerciseKeys, TipKeys
from voicecoach.language.keys.header import RoutineKeys
from voicecoach.language.keys.music import MusicKeys
from voicecoach.language.keys.voices import VoiceKeys
from voicecoach.language.refusal import RefusalError

BREATH = "write `4s in, 4s out`"
TEMPO = "write `3-1-1-0`, or a list such as `[{breathe in: 4s}, {breathe out: 4s}]`"
DURATION = "write for instance `30s`, `1:30` or `2 min`"
IN_OUT = (("in", 4000), ("out", 6000))
RELAXED = (("in", 4000), ("hold", 7000), ("out", 8000))

# What is written in the file, what it means, and how `fmt` writes it.
READ: dict[str, tuple[type[Keys], str, dict[str, tuple[Any, str]]]] = {
    "a breath": (
        ExerciseKeys,
        "breath",
        {
            "4s in, 6s out": (IN_OUT, "4s in, 6s out"),
            "in 4s, OUT 6s": (IN_OUT, "4s in, 6s out"),
            "4 in, 6 out": (IN_OUT, "4s in, 6s out"),
            "4s in,6s out": (IN_OUT, "4s in, 6s out"),
            "4-6": (IN_OUT, "4s in, 6s out"),
            "4s-6s": (IN_OUT, "4s in, 6s out"),
            "4 – 6s": (IN_OUT, "4s in, 6s out"),
            "10": ((("in", 5000), ("out", 5000)), "10s"),
            "0:09": ((("in", 4500), ("out", 4500)), "9s"),
            "4-7-8": (RELAXED, "4s in, 7s hold, 8s out"),
            "4 in, 7 hold, 8 out": (RELAXED, "4s in, 7s hold, 8s out"),
            "“4-7-8”": (RELAXED, "4s in, 7s hold, 8s out"),
            "4-0-6": (IN_OUT, "4s in, 6s out"),
            "4s in, 0s hold, 6s out": (IN_OUT, "4s in, 6s out"),
            "4-4-4-4": (
                (("in", 4000), ("hold", 4000), ("out", 4000), ("hold", 4000)),
                "4s in, 4s hold, 4s out, 4s hold",
            ),
            "4s in, 2s pause": ((("in", 4000), ("pause", 2000)), "4s in, 2s pause"),
        },
    ),
    "a tempo": (
        ExerciseKeys,
        "tempo",
        {
            "3-1-1-0": (((None, 3000), (None, 1000), (None, 1000), (None, 0)), "3-1-1-0"),
            "3 - 1": (((None, 3000), (None, 1000)), "3-1"),
            "3–1": (((None, 3000), (None, 1000)), "3-1"),
            "«2.5-1»": (((None, 2500), (None, 1000)), "2.5-1"),
            "32.3-1": (((None, 32_300), (None, 1000)), "32.3-1"),
        },
    ),
    "sides": (
        ExerciseKeys,
        "sides",
        {
            "each": (("right", "left"), "each"),
            "off": ((), "off"),
            "no": ((), "off"),
            "both": (("right", "left"), "each"),
            "Each Side": (("right", "left"), "each"),
            "e/s": (("right", "left"), "each"),
            "on each leg": (("right", "left"), "each"),
            "right and left": (("right", "left"), "each"),
            "left and right": (("left", "right"), "left and right"),
            "L/R": (("left", "right"), "left and right"),
        },
    ),
    "a tip's time": (
        TipKeys,
        "at",
        {
            "90": ((90_000, None), "1m30s"),
            "0": ((0, None), "0s"),
            "-10": ((-10_000, None), "-10s"),
            "'- 10s'": ((-10_000, None), "-10s"),
            "−10s": ((-10_000, None), "-10s"),
            "50 %": ((None, 50), "50%"),
            "007%": ((None, 7), "7%"),
        },
    ),
    "beats": (
        ExerciseKeys,
        "metronome",
        {"180": (180, "180"), "180 bpm": (180, "180"), "180BPM": (180, "180")},
    ),
    "repetitions": (
        ExerciseKeys,
        "reps",
        {
            "max": (None, "max"),
            "As many as  possible": (None, "max"),
            "8 to 12": ((8, 12), "8-12"),
        },
    ),
    "a cue": (
        CueKeys,
        "halfway",
        {"on": (True, "on"), "off": (False, "off"), "no": (False, "off"), "None": (False, "off")},
    ),
    "the announcement": (
        CueKeys,
        "announce",
        {"“name”": ("name", "name"), "none": ("off", "off")},
    ),
    "seconds counted": (CueKeys, "countdown", {"05": (5, "5"), "no": (0, "off")}),
    "times left": (CueKeys, "time_left", {"60": ((60_000,), "1 min"), "none": ((), "off")}),
    "the clock": (CueKeys, "clock", {"300": (300_000, "5 min"), "no": (None, "off")}),
    "encouragement": (CueKeys, "encourage", {"no": ((), "off")}),
    "an intro": (
        RoutineKeys,
        "intro",
        {"auto": ("auto", "auto"), "no": ("off", "off"), "None": ("off", "off")},
    ),
    "the level of music": (MusicKeys, "gain_db", {"-8 dB": (-8.0, "-8"), "+2.50": (2.5, "2.5")}),
    "a rate": (VoiceKeys, "rate", {"150.0": (150.0, "150")}),
    "a duration in curly quotes": (
        ExerciseKeys,
        "switch",
        {
            "“20s”": (20_000, "20s"),
            "„20s“": (20_000, "20s"),
            "\u00a020\u00a0s\u00a0": (20_000, "20s"),
            "\u200b20s": (20_000, "20s"),
        },
    ),
    "the length of an AMRAP": (AmrapKeys, "amrap", {"12:00": ((720_000,) * 2, "12 min")}),
    "a slot": (EmomKeys, "every", {"90s": (90_000, "1m30s")}),
}

# What is written, the message, and the hint.
REFUSED: dict[str, tuple[type[Keys], str, dict[str, tuple[str, str | None]]]] = {
    "a breath": (
        ExerciseKeys,
        "breath",
        {
            "slowly": ("`slowly` is no breath", BREATH),
            "4s, 6s": ("`4s, 6s` is no breath", BREATH),
            "4s in,": ("`4s in,` is no breath", BREATH),
            "4-7-8-9-1": ("`4-7-8-9-1` is no breath", BREATH),
            "0-0": ("`0-0`: must be longer than 0", None),
        },
    ),
    "a tempo": (
        ExerciseKeys,
        "tempo",
        {
            "3": ("this is no tempo", TEMPO),
            "3-1-1-0-1": ("this is no tempo", TEMPO),
            "0-0": ("a tempo must be longer than 0", None),
            "[]": ("a tempo must be longer than 0", None),
        },
    ),
    "sides": (
        ExerciseKeys,
        "sides",
        {
            "left": ("`left` is no list of sides", "write `sides: [left]`"),
            "«inside»": ("`inside` is no list of sides", "write `sides: [inside]`"),
        },
    ),
    "a tip's time": (
        TipKeys,
        "at",
        {
            "101%": ("`101%` is more than 100%", None),
            "-0": ("`-0`: must be longer than 0", None),
            "later": ("`later` is no duration", DURATION),
        },
    ),
    "beats": (
        ExerciseKeys,
        "metronome",
        {
            "19 bpm": ("`19 bpm`: a metronome ticks 20 to 300 times a minute", None),
            "301": ("`301`: a metronome ticks 20 to 300 times a minute", None),
            "fast": ("`fast` is no whole number", "write for instance `10`"),
        },
    ),
    "breaths": (
        ExerciseKeys,
        "breaths",
        {"max": ("`max`: breaths are counted", "write for instance `5`")},
    ),
    "a cue": (CueKeys, "halfway", {"'no'": ("`no` is not one of `on` or `off`", "write `off`")}),
    "the length of an AMRAP": (
        AmrapKeys,
        "amrap",
        {
            "12": ("`12`: seconds or minutes?", "write `12 min` or `12s`"),
            "10-12": ("`10-12`: seconds or minutes?", "write `10-12 min` or `10-12s`"),
            "10 to 12": ("`10 to 12`: seconds or minutes?", "write `10 to 12 min` or `10 to 12s`"),
        },
    ),
    "a slot": (
        EmomKeys,
        "every",
        {"2": ("`2`: seconds or minutes?", "write `2 min` or `2s`")},
    ),
}

READ_CASES = {
    f"{name}: {in_a_line(text)}": (model, key, text, *expected)
    for name, (model, key, table) in READ.items()
    for text, expected in table.items()
}
REFUSED_CASES = {
    f"{name}: {in_a_line(text)}": (model, key, text, *expected)
    for name, (model, key, table) in REFUSED.items()
    for text, expected in table.items()
}


@cases(("model", "key", "text", "meant", "normal"), READ_CASES)
def test_a_value_is_read_and_written_anew(
    model: type[Keys], key: str, text: str, meant: Any, normal: str
) -> None:
    kind, english = kind_of_key(model, key), lexicon("en")
    assert in_short(kind.read(data_of(text), english)) == meant
    assert kind.write(data_of(text), english) == normal
    assert in_short(kind.read(data_of(normal), english)) == meant


@cases(("model", "key", "text", "message", "hint"), REFUSED_CASES)
def test_what_is_no_such_value_is_refused(
    model: type[Keys], key: str, text: str, message: str, hint: str | None
) -> None:
    kind = kind_of_key(model, key)
    with pytest.raises(RefusalError) as raised:
        kind.read(data_of(text), lexicon("en"))
    assert (raised.value.message, raised.value.hint) == (message, hint)


@pytest.mark.parametrize("text", ["'no'", '"none"'])
def test_in_quotes_no_is_a_text_that_is_spoken(text: str) -> None:
    kind, english = kind_of_key(RoutineKeys, "intro"), lexicon("en")
    assert kind.read(data_of(text), english).text == text[1:-1]
    assert kind.write(data_of(text), english) == text[1:-1]


def test_a_comma_is_decimal_where_the_language_writes_it_so() -> None:
    kind = kind_of_key(ExerciseKeys, "switch")
    assert kind.read(data_of("1,5 min"), lexicon("de")) == 90_000
    with pytest.raises(RefusalError, match="comma where a point belongs"):
        kind.read(data_of("1,5 min"), lexicon("en"))


def in_short(value: Any) -> Any:
    """Return a value with the parts of a tempo or breath as names and lengths."""
    if isinstance(value, tuple) and value and hasattr(value[0], "length_ms"):
        return tuple((part.name, part.length_ms) for part in value)
    return value
