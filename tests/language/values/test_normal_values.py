"""Random values in random spellings: what `fmt` writes means the same, and editors take it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from helpers.values import kind_of_key, plain
from voicecoach.language.blocks.amrap import AmrapKeys
from voicecoach.language.fields import Keys
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.keys.cues import CueKeys
from voicecoach.language.keys.exercise import ExerciseKeys, TipKeys
from voicecoach.language.keys.music import MusicKeys

DASHES = st.sampled_from(["-", " - ", "–", "—", " to "])
BLANKS = st.sampled_from(["", " ", "\u00a0"])
SECONDS = st.integers(1, 3599)
COUNTS = st.integers(1, 99)


@st.composite
def durations(draw: st.DrawFn) -> str:
    """Return a duration of 0.1 s or more in one of its spellings."""
    hours, minutes, seconds = (draw(st.integers(0, most)) for most in (2, 59, 58))
    blank = draw(BLANKS)
    spellings = [
        f"{hours}:{minutes:02}:{seconds + 1:02}",
        f"{minutes}:{seconds + 1:02}",
        f"{hours * 60 + minutes + 1}{blank}min",
        f"{hours + 1}{blank}h {minutes} min",
        f"{minutes + 1}m{seconds:02}s",
        f"{seconds}.{draw(st.integers(10, 99))}{blank}sec",
        f"{seconds + 1}{blank}S",
    ]
    return draw(st.sampled_from(spellings))


@st.composite
def duration_ranges(draw: st.DrawFn) -> str:
    """Return a range of durations whose unit stands once or twice."""
    low, high = sorted((draw(SECONDS), draw(SECONDS)))
    unit = draw(st.sampled_from(["s", " sec", " min"]))
    return f"{low}{draw(st.sampled_from(['', unit]))}{draw(DASHES)}{high}{unit}"


@st.composite
def count_ranges(draw: st.DrawFn) -> str:
    """Return a count or a range of counts."""
    low, high = sorted((draw(COUNTS), draw(COUNTS)))
    return draw(st.sampled_from([f"{low}", f"0{low}", f"{low}{draw(DASHES)}{high}"]))


@st.composite
def breaths(draw: st.DrawFn) -> str:
    """Return one breath with or without the names of its parts."""
    lengths = draw(st.lists(st.integers(0, 9), min_size=2, max_size=4).filter(any))
    unit = draw(st.sampled_from(["", "s"]))
    if draw(st.booleans()):
        return draw(st.sampled_from(["-", " - ", "–"])).join(f"{each}{unit}" for each in lengths)
    names = [draw(st.sampled_from(["in", "out", "hold", "pause"])) for _ in lengths]
    return ", ".join(f"{each}{unit} {name}" for each, name in zip(lengths, names, strict=True))


TEMPOS = st.lists(st.decimals(0, 99, places=1), min_size=2, max_size=4).filter(any)
OFF = st.sampled_from(["off", "no", "none"])


def stays_the_same(model: type[Keys], key: str, text: str) -> None:
    """Check that a text in its normal form is read as before, has one form, and fits the schema."""
    kind, english = kind_of_key(model, key), lexicon("en")
    normal = kind.write(plain(text), english)
    assert kind.read(plain(normal), english) == kind.read(plain(text), english)
    assert kind.write(plain(normal), english) == normal
    Draft7Validator(kind.describe()).validate(normal)


@given(text=st.one_of(durations(), duration_ranges()))
def test_a_duration_stays_what_it_is(text: str) -> None:
    for model, key in ((ExerciseKeys, "hold"), (ExerciseKeys, "rest"), (AmrapKeys, "amrap")):
        stays_the_same(model, key, text)


@given(text=st.one_of(durations(), OFF))
def test_how_often_the_time_is_told_stays_what_it_is(text: str) -> None:
    stays_the_same(CueKeys, "time_left", text)


@given(text=st.one_of(count_ranges(), st.sampled_from(["max", "as many as you can"])))
def test_a_number_of_repetitions_stays_what_it_is(text: str) -> None:
    stays_the_same(ExerciseKeys, "reps", text)


@given(text=breaths())
def test_a_breath_stays_what_it_is(text: str) -> None:
    stays_the_same(ExerciseKeys, "breath", text)


@given(seconds=TEMPOS, dash=st.sampled_from(["-", " - ", "–"]))
def test_a_tempo_stays_what_it_is(seconds: list[Any], dash: str) -> None:
    stays_the_same(ExerciseKeys, "tempo", dash.join(map(str, seconds)))


@given(
    text=st.one_of(
        durations(), durations().map("-{}".format), st.integers(0, 100).map("{} %".format)
    )
)
def test_the_time_of_a_tip_stays_what_it_is(text: str) -> None:
    stays_the_same(TipKeys, "at", text)


@given(text=st.decimals(-40, 6, places=2).map(str), unit=st.sampled_from(["", "dB", " dB"]))
def test_a_level_of_music_stays_what_it_is(text: str, unit: str) -> None:
    stays_the_same(MusicKeys, "gain_db", text + unit)
