"""Metronome and breaths: what sounds and is spoken when, to the millisecond."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.cases import inputs
from helpers.routines import heard_in, plan_of, rule_of_thumb, shape_of, with_workout, works
from voicecoach.language.values import Level
from voicecoach.routine.utterance import Utterance


@pytest.mark.parametrize("bpm", [20, 60, 97, 119, 180, 181, 300])
def test_each_beat_is_rounded_by_itself(bpm: int) -> None:
    timeline = plan_of(with_workout(f"- exercise: Run 61.7s\n  metronome: {bpm}"))
    beats = [at for _, at, _ in heard_in(timeline, works(timeline)[0], "metronome")]
    # floor((60000 k + bpm / 2) / bpm), in whole numbers.
    exact = [(120_000 * k + bpm) // (2 * bpm) for k in range(1, len(beats) + 1)]
    assert beats == exact
    following = (120_000 * (len(beats) + 1) + bpm) // (2 * bpm)
    assert beats[-1] < 61_700 <= following


@settings(max_examples=8)
@example(180)
@given(st.integers(20, 300))
def test_beats_do_not_drift_in_an_hour(bpm: int) -> None:
    timeline = plan_of(with_workout(f"- exercise: Run 1h\n  metronome: {bpm}"))
    beats = heard_in(timeline, works(timeline)[0], "metronome")
    assert len(beats) == bpm * 60 - 1
    assert all(abs(at - k * 60_000 / bpm) <= 0.5 for k, (_, at, _) in enumerate(beats, 1))


def test_each_set_and_side_begins_a_beat_of_its_own() -> None:
    timeline = plan_of(with_workout("- exercise: Row 2x3s each side\n  metronome: 40"))
    for work in works(timeline):
        assert [at for _, at, _ in heard_in(timeline, work, "metronome")] == [1500]


def test_a_metronome_ticks_through_counted_work_too() -> None:
    timeline = plan_of(with_workout("- exercise: Hop x2\n  metronome: 60"))
    (work,) = works(timeline)
    beats = [at for _, at, _ in heard_in(timeline, work, "metronome")]
    assert beats == [1000, 2000, 3000, 4000, 5000]
    assert [at for _, at, _ in heard_in(timeline, work, "count")] == [600, 3000]


BREATHS = {
    "": [(600, "breathe in"), (4000, "breathe out"), (8000, "breathe in"), (12_000, "breathe out")],
    "4s in, 4s out": [
        (600, "breathe in"),
        (4000, "breathe out"),
        (8000, "breathe in"),
        (12_000, "breathe out"),
    ],
    "in 2s, out 3s": [
        (600, "breathe in"),
        (2000, "breathe out"),
        (5000, "breathe in"),
        (7000, "breathe out"),
    ],
    "2s in, 2s hold, 2s out, 2s pause": [
        (600, "breathe in"),
        (2000, "hold"),
        (4000, "breathe out"),
        (6000, "wait"),
        (8000, "breathe in"),
        (10_000, "hold"),
        (12_000, "breathe out"),
        (14_000, "wait"),
    ],
    "6s": [(600, "breathe in"), (3000, "breathe out"), (6000, "breathe in"), (9000, "breathe out")],
}


@inputs(("breath", "spoken"), BREATHS)
def test_the_parts_of_a_breath_are_spoken_as_they_begin(
    breath: str, spoken: list[tuple[int, str]]
) -> None:
    key = f"\n  breath: {breath}" if breath else ""
    blocks = f"- exercise: Breathe 2 breaths{key}"
    timeline = plan_of(with_workout(blocks, "cues: {countdown: off}"))
    heard = heard_in(timeline, works(timeline)[0], "tempo")
    assert [(at, text) for _, at, text in heard] == spoken


def _slowly(line: Utterance) -> int:
    """Return how long a line takes a voice that needs longer for `breathe out` than it has."""
    return 800 if line.role == "tempo" else rule_of_thumb(line)


BETWEEN_BREATHS = {
    "en": ("- Breathing 5 breaths\n- Push-ups x10", "Next: Push-ups, 10 repetitions."),
    "de": (
        "- Atmen 5 Atemzüge\n- Liegestütze x10",
        "Als Nächstes: Liegestütze, 10 Wiederholungen. Letzte Übung.",
    ),
}


@pytest.mark.parametrize("language", BETWEEN_BREATHS)
def test_the_last_breath_is_told_whole_and_what_comes_next_before_it(language: str) -> None:
    blocks, text = BETWEEN_BREATHS[language]
    timeline = plan_of(with_workout(blocks, f"language: {language}"), measure=_slowly)
    breathing, _ = works(timeline)
    assert len(heard_in(timeline, breathing, "tempo")) == 10
    ((_, at_ms, said),) = heard_in(timeline, breathing, "announce")
    assert 32_000 < at_ms < 36_000
    assert text.startswith(said or "?")
    ticks = heard_in(timeline, breathing, "tick")
    numbers = heard_in(timeline, breathing, "countdown")
    assert [at for _, at, _ in (*ticks, *numbers)] == [37_000, 38_000, 39_000]


def test_breaths_are_timed_work() -> None:
    timeline = plan_of(with_workout("- Breathe 3 breaths\n- Run 9s"))
    breathing, _ = works(timeline)
    assert timeline.phases[breathing].dose == "breaths"
    countdown = heard_in(timeline, breathing, "countdown")
    assert [at for _, at, _ in countdown] == [21_000, 22_000, 23_000]
    # Timed work is followed at once.
    assert [phase.kind for phase in timeline.phases] == ["say", "prepare", "work", "work", "say"]


@pytest.mark.parametrize(("level", "seconds"), [("easy", 16), ("medium", 24), ("hard", 32)])
def test_a_level_chooses_how_many_breaths(level: Level, seconds: int) -> None:
    text = with_workout("- exercise: Breathe\n  breaths: 2-4")
    assert shape_of(text, level) == ["prepare", f"Breathe {seconds}s"]


def test_breaths_take_one_value_a_set() -> None:
    shape = shape_of(with_workout("- exercise: Breathe\n  breaths: [2, 3]\n  rest: 10s"))
    assert shape == ["prepare", "Breathe 16s", "rest 10s", "Breathe 24s"]


PER_SET = {
    "for: [5s, 6s]\n  rest: 2s": "Hop 5s, rest 2s, Hop 6s",
    "hold: [5s, 6s, 7s]\n  rest: [1s, 2s]": "Hop 5s, rest 1s, Hop 6s, rest 2s, Hop 7s",
    "reps: [3, 2]\n  rep: 2s": "Hop 6s, Hop 4s",
    "reps: [3, 2]\n  hold: 4s\n  release: 1s": "Hop 14s, Hop 9s",
    "reps: 2\n  hold: [4s, 3s]\n  release: 1s": "Hop 9s, Hop 7s",
    "reps: [max, 20]\n  for: 9s": "Hop 9s, Hop 9s",
    "for: 5s\n  load: [a, b]": "Hop 5s, Hop 5s",
    "for: 5s\n  rest: [1s, 2s]": "Hop 5s, rest 1s, Hop 5s, rest 2s, Hop 5s",
    "for: [5s]": "Hop 5s",
}


@inputs(("keys", "shape"), PER_SET)
def test_a_list_gives_one_value_a_set(keys: str, shape: str) -> None:
    parts = shape_of(with_workout(f"- exercise: Hop\n  {keys}"))
    found = [part for part in parts if part != "prepare"]
    assert ", ".join(found) == shape


@pytest.mark.parametrize("header", ["", "defaults: {breath: 4-6}", "language: de"])
def test_a_breathing_of_the_catalogue_keeps_its_pattern_with_breaths(header: str) -> None:
    timeline = plan_of(with_workout("- exercise: four-seven-eight-breathing 2 breaths", header))
    (work,) = works(timeline)
    spoken = [at_ms for _, at_ms, _ in heard_in(timeline, work, "tempo")]
    assert timeline.phases[work].length_ms == 38_000
    assert spoken == [600, 4000, 11_000, 19_000, 23_000, 30_000]


def test_a_breathing_of_the_catalogue_is_called_in_the_language_of_the_routine() -> None:
    blocks = "- exercise: box-breathing 1 breath"
    timeline = plan_of(with_workout(blocks, "language: de"))
    spoken = [text for _, _, text in heard_in(timeline, works(timeline)[0], "tempo")]
    assert spoken == ["einatmen", "halten", "ausatmen", "halten"]


def test_a_pattern_without_words_in_the_language_of_the_routine_keeps_its_length() -> None:
    blocks = "- exercise: humming-breath 2 breaths"
    timeline = plan_of(with_workout(blocks, "language: de"))
    assert timeline.phases[works(timeline)[0]].length_ms == 24_000
