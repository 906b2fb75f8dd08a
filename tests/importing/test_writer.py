"""The writer: whatever the steps are called and hold, the routine comes to the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.cases import cases
from helpers.imports import told, written
from voicecoach.importing.source import source_of
from voicecoach.importing.steps import (
    Cue,
    Distance,
    Dose,
    Open,
    Part,
    Plan,
    Remark,
    Repeat,
    Reps,
    Rest,
    Section,
    Step,
    Time,
)
from voicecoach.importing.writer import write
from voicecoach.problems import RoutineError

MINUTE = Time(60_000)
# What would mean something else in a line, in YAML, or in a text with placeholders.
NAMES = (
    "{x}", "{{", "a: b", "# c", "- d", "'\"", "off", "Rest", "Rest 30s", "Plank 30s", "3x10", "bird-dog",
    "bird-dgo", "Run each side", "10", "", "a\nb", "\x1b[31m", "\u2028", "\ud800", "exercise-1", "x" * 3000,
)  # fmt: skip
texts = st.one_of(st.sampled_from(NAMES), st.text(max_size=20))
doses: st.SearchStrategy[Dose] = st.one_of(
    st.builds(Time, st.integers(1, 10**7), st.booleans()),
    st.builds(Reps, st.integers(1, 30), st.none() | st.integers(1, 20).map(lambda s: 1000 * s)),
    st.builds(Reps, st.integers(1, 30), within_ms=st.integers(1, 10**7)),
    st.builds(Distance, st.integers(1, 10**5), st.integers(1, 10**7)),
    st.just(Open("you press lap")),
)
steps = st.builds(
    Step,
    texts,
    doses,
    st.just(1),
    effort=st.none() | texts,
    cues=st.lists(st.builds(Cue, st.integers(0, 10**7), texts), max_size=2).map(tuple),
    each_side=st.booleans(),
    sets=st.integers(1, 3),
    set_rest_ms=st.sampled_from([0, 20_000]),
)
parts: st.SearchStrategy[Part] = st.recursive(
    st.one_of(
        steps,
        st.builds(Rest, st.builds(Time, st.integers(1, 10**6)), st.just(1), st.none() | texts),
        st.builds(Remark, texts, st.just(1), st.booleans()),
    ),
    lambda inner: st.builds(
        Repeat, st.integers(0, 3), st.lists(inner, max_size=3).map(tuple), st.just(1)
    ),
    max_leaves=6,
)


@settings(deadline=None, max_examples=25)
@given(st.lists(parts, max_size=4))
def test_any_steps_are_written_and_come_to_the_same(made: list[Part]) -> None:
    # The writer proves it itself, and fails where it does not hold.
    assert written(Step("Plank", MINUTE, 1), *made, open_ms=1000)


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_is_nothing_but_a_name(name: str) -> None:
    assert written(Section(name, 1), Step(name, MINUTE, 1, effort=name, setup=name, tips=(name,)))


def test_runs_of_equal_steps_are_folded_into_repeats_of_repeats() -> None:
    hard, easy, rest = Step("Hard", Time(20_000), 1), Step("Easy", Time(10_000), 2), Rest(MINUTE, 3)
    run: list[Part] = [*[hard, easy] * 4, rest]
    assert written(*run * 3) == (
        "  - repeat: 3\n    do:\n"
        "      - repeat: 4\n        do:\n          - Hard 20s\n          - Easy 10s\n"
        "      - rest 1 min\n"
    )


def test_a_step_on_each_side_is_no_set_since_sets_are_parted_by_a_switch() -> None:
    step = Step("Side plank", MINUTE, 1, each_side=True)
    assert written(step, step) == "  - repeat: 2\n    do:\n      - Side plank 1 min, each side\n"


def test_the_rest_between_sets_of_a_single_set_is_none_where_it_follows_itself() -> None:
    step = Step("Plank", Time(40_000), 1, set_rest_ms=20_000)
    assert written(step, step) == "  - Plank 2x40s\n"


def test_a_section_is_a_heading_and_never_folded() -> None:
    again = (Section("Legs", 1), Step("Squats", Reps(10), 2))
    assert written(*again, *again).count("section: Legs") == 2


def test_a_section_in_which_nothing_lasts_is_a_comment() -> None:
    parts = (
        Section("Monday", 1), Section("Legs", 2), Step("Squats", MINUTE, 3),
        Section("Stretching", 4), Step("Hips", Open(), 5),
    )  # fmt: skip
    assert written(*parts) == (
        "  # Monday\n  - section: Legs\n  - Squats 1 min\n"
        "  # Stretching\n  # ? Hips: how long is not said\n"
    )


def test_an_open_step_is_a_comment_at_its_place_or_gets_the_length_given() -> None:
    steps = (Step("Plank", MINUTE, 1), Repeat(3, (Step("Run", Open("you press lap"), 2),), 2))
    assert written(*steps) == (
        "  - Plank 1 min\n  # ? 3 times:\n  # ? Run: how long is not said, but until you press lap\n"
    )
    assert "- Run 3x30s" in written(*steps, open_ms=30_000)


def test_a_remark_that_is_no_doubt_is_a_plain_comment() -> None:
    remark = Remark("3 times a week", 1, doubt=False)
    assert written(remark, Step("Plank", MINUTE, 2)) == "  # 3 times a week\n  - Plank 1 min\n"


def test_repeats_too_deep_in_one_another_are_refused() -> None:
    part: Part = Step("Plank", Time(1000), 1)
    for _ in range(9):
        part = Repeat(1, (part,), 1)
    with pytest.raises(RoutineError, match="more than 8 deep"):
        written(part)


def test_names_that_mean_something_are_defined_and_the_others_stand_as_they_are() -> None:
    names = ("Squats x10", "bridge", "bird-dgo", "exercise-1", "Lunges")
    routine = written(*(Step(name, MINUTE, 1) for name in names))
    called = [line.strip(" -").removesuffix(" 1 min") for line in routine.splitlines()]
    assert called == ["exercise-2", "bridge", "exercise-3", "exercise-1", "Lunges"]


def test_the_tempo_of_repetitions_and_a_time_for_them_are_written() -> None:
    slow, paced = (
        Step("Squats", Reps(5), 1, tempo="3-1-1-0"),
        Step("Burpees", Reps(9, within_ms=60_000), 2),
    )
    assert written(slow, paced).endswith(
        "  - exercise: Squats\n    reps: 5\n    tempo: 3-1-1-0\n  - Burpees x9 in 1 min\n"
    )


@cases(
    ("part", "words"),
    {
        "work": (Step("Plank", Time(99), 2), "Plank: 0:00.099"),
        "holds": (Step("Plank", Reps(5, 50), 2), "Plank: 0:00.05"),
        "no repetitions": (Step("Squats", Reps(0), 2), "Squats: 0 repetitions"),
        "no metres": (Step("Run", Distance(0, 60_000), 2), "Run: 0 m"),
        "a rest of nothing": (Rest(Time(0), 2), "Rest: 0:00"),
    },
)
def test_what_is_too_short_is_a_remark_and_a_note(part: Part, words: str) -> None:
    said = f"{words} is too little to be done, and left out"
    assert told(Step("Plank", MINUTE, 1), part) == [f"2: {said}"]
    assert written(Step("Plank", MINUTE, 1), part) == f"  - Plank 1 min\n  # ? {said}\n"


def test_the_shortest_work_and_rest_are_kept() -> None:
    short = (Step("Plank", Time(100), 1), Rest(Time(1), 2))
    assert told(*short) == []
    assert written(*short) == "  - Plank 0.1s\n  - rest 0.001s\n"


@cases(
    "part",
    {
        "a tip": Step("Plank", MINUTE, 2, tips=("x" * 901,)),
        "a cue": Step("Plank", MINUTE, 2, cues=(Cue(5000, "x" * 901),)),
        "a rest": Rest(MINUTE, 2, "x" * 901),
        "a section": Section("x" * 901, 2),
    },
)
def test_a_text_that_is_cut_is_told(part: Part) -> None:
    said = f"“{'x' * 40}…” is cut to 900 characters"
    parts = (part, Step("Squats", MINUTE, 3))
    assert told(*parts) == [f"2: {said}"]
    assert written(*parts).startswith(f"  # ? {said}\n")


def test_texts_of_the_most_characters_are_kept_whole() -> None:
    assert told(Step("Plank", MINUTE, 1, tips=(f"{'x' * 900}  ",))) == []


def test_a_plan_of_more_than_six_hours_is_written_and_told() -> None:
    day = Step("Walk", Time(7 * 3_600_000), 3)
    assert told(day) == ["3: the routine lasts 7:00:00, longer than 6:00:00"]
    assert written(day) == "  - Walk 7h\n"


def test_the_title_of_a_section_says_no_rounds_and_a_comment_keeps_it() -> None:
    step = Step("Plank", MINUTE, 2)
    text = "  # Main part (3 rounds)\n  - section: Main part\n  - Plank 1 min\n"
    assert written(Section("Main part (3 rounds)", 1), step) == text
    assert "section: rounds" in written(Section("3 rounds", 1), step)


def test_the_title_of_a_section_in_which_nothing_lasts_is_a_comment() -> None:
    steps: list[Part] = [Step("Plank", MINUTE, 1), Section("Rest of it", 2), Step("Jog", Open(), 3)]
    text = "  - Plank 1 min\n  # Rest of it\n  # ? Jog: how long is not said\n"
    assert written(*steps) == text


def test_a_plan_in_which_nothing_lasts_is_noted_where_there_are_others() -> None:
    plans = [
        Plan("Monday", (Step("Plank", MINUTE, 1),)),
        Plan("Tuesday", (Step("Jog", Open(), 2),)),
    ]
    routines, notes = write(plans, source_of(b"", "plan"), "plan")
    assert [routine.title for routine in routines] == ["Monday"]
    assert [note.message for note in notes] == [
        "Jog: how long is not said",
        "Tuesday: nothing in it has a length",
    ]
