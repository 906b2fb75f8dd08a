"""AMRAP: one timed work; its list is read once, its minutes are called."""

import pytest

from helpers.routines import (
    expect_one_fault,
    heard_in,
    phase,
    phases_of,
    plan_of,
    said_in,
    shape_of,
    with_workout,
    works,
)
from voicecoach.routine.phase import Work

LISTS = [
    ("[5 push-ups, 10 squats]", "5 push-ups, 10 squats"),
    ("[Plank 20s]", "Plank 20 seconds"),
    ("[Bridge 20s hold]", "Bridge hold for 20 seconds"),
    ("[Clam 3x5s hold]", "Clam 3 holds of 5 seconds"),
    ("[Run max in 20s]", "Run as many as you can in 20 seconds"),
    ("[Deep 5 breaths]", "Deep 5 breaths"),
    ("[10 squats @ 5 kg]", "10 squats with 5 kg"),
    ("['Lunge x6 each side']", "6 Lunge each side"),
]


@pytest.mark.parametrize(("do", "said"), LISTS)
def test_its_list_is_read_out_once_in_the_prepare(do: str, said: str) -> None:
    timeline = plan_of(with_workout(f"- amrap: 2 min\n  do: {do}", "intro: off"))
    assert said_in(timeline, 0) == [f"As many rounds as you can in 2 minutes: {said}."]


def test_its_list_is_read_out_in_the_rest_before_it() -> None:
    timeline = plan_of(with_workout("- Run 10s\n- rest: 30s\n- amrap: 2 min\n  do: [5 push-ups]"))
    said = said_in(timeline, phase(timeline, "rest"))
    assert said[0] == "Rest. Next: as many rounds as you can in 2 minutes: 5 push-ups."


def test_it_is_one_timed_work_counted_down_at_the_end() -> None:
    timeline = plan_of(with_workout("- amrap: 2 min\n  do: [5 push-ups, Plank 20s]"))
    (work,) = works(timeline)
    assert (timeline.phases[work].name, timeline.phases[work].length_ms) == ("AMRAP", 120_000)
    heard = heard_in(timeline, work, "countdown")
    assert [at_ms for _, at_ms, _ in heard] == [117_000, 118_000, 119_000]
    assert timeline.phases[work].block == "amrap"


def test_its_minutes_are_called() -> None:
    timeline = plan_of(with_workout("- amrap: 5 min\n  do: [5 push-ups]"))
    heard = heard_in(timeline, works(timeline)[0], "clock")
    assert heard == [
        ("clock", 60_000, "That's 1 minute done, 4 to go."),
        ("clock", 120_000, "That's 2 minutes done, 3 to go."),
        ("clock", 180_000, "That's 3 minutes done, 2 to go."),
        ("clock", 240_000, "That's 4 minutes done, 1 minute to go."),
    ]


def test_the_minute_at_the_middle_is_called_in_place_of_halfway() -> None:
    timeline = plan_of(with_workout("- amrap: 4 min\n  do: [5 push-ups]"))
    heard = heard_in(timeline, works(timeline)[0], "clock", "halfway")
    assert [(role, at_ms) for role, at_ms, _ in heard] == [
        ("clock", 60_000),
        ("clock", 120_000),
        ("clock", 180_000),
    ]


def test_a_clock_of_the_cues_is_told_in_place_of_the_minutes() -> None:
    timeline = plan_of(with_workout("- amrap: 2 min\n  do: [5 push-ups]", "cues: {clock: 25s}"))
    heard = heard_in(timeline, works(timeline)[0], "clock")
    assert [at_ms for _, at_ms, _ in heard] == [25_000, 50_000, 75_000, 100_000]


def test_its_last_second_is_not_told_by_the_clock() -> None:
    timeline = plan_of(with_workout("- amrap: 1 min\n  do: [5 push-ups]"))
    assert heard_in(timeline, works(timeline)[0], "clock") == []


def test_a_level_chooses_its_length() -> None:
    text = with_workout("- amrap: 2-4 min\n  do: [5 push-ups]")
    assert shape_of(text, "easy")[-1] == "AMRAP 120s"
    assert shape_of(text, "medium")[-1] == "AMRAP 180s"
    assert shape_of(text, "hard")[-1] == "AMRAP 240s"


def test_the_rests_around_it_do_not_reach_into_it() -> None:
    shape = shape_of(with_workout("- amrap: 1 min\n  do: [5 push-ups, 10 squats]", "between: 9s"))
    assert shape == ["prepare", "AMRAP 60s"]


def test_two_amraps_are_two_exercises() -> None:
    phases = phases_of(with_workout("- amrap: 60s\n  do: [5 hops]\n" * 2))
    spans = {phase.exercise.span for phase in phases if isinstance(phase, Work)}
    assert len(spans) == 2


@pytest.mark.parametrize("number", ["12", "10-12"])
def test_a_bare_number_asks_whether_it_is_seconds_or_minutes(number: str) -> None:
    expect_one_fault(
        f"title: T\nworkout:\n  - amrap: «{number}»\n    do: [5 push-ups]\n",
        f"`{number}`: seconds or minutes?",
        f"write `{number} min` or `{number}s`",
    )
