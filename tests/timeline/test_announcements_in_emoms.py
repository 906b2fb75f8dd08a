"""Announcements in an emom: what is known from one start is not told again at the next."""

from helpers.routines import plan_of, with_workout
from voicecoach.timeline import Timeline


def test_an_exercise_that_comes_with_every_start_of_an_emom_is_announced_once() -> None:
    said = _said(plan_of(with_workout("- emom: 4\n  do: [Swings 20s]")), "announce")
    assert said == [
        "Every minute, 4 times. Swings, 20 seconds.",
        "Rest.",
        "Rest.",
        "Rest.",
        "Rest.",
    ]


def test_exercises_in_turn_are_announced_whole_once_and_then_by_name() -> None:
    blocks = "- emom: 4\n  alternate: true\n  do: [Swings 20s, Squats x5]"
    said = _said(plan_of(with_workout(blocks)), "announce")
    assert said[:4] == [
        "Every minute, 4 times. Swings, 20 seconds.",
        "Rest. Next: Squats, 5 repetitions.",
        "Rest. Next: Swings.",
        "Rest. Next: Squats.",
    ]


def test_exercises_that_all_come_with_each_start_are_announced_in_the_first_alone() -> None:
    blocks = "- emom: 3\n  do: [Swings x5, Push-ups x5]"
    timeline = plan_of(with_workout(blocks))
    assert _said(timeline, "announce") == [
        "Every minute, 3 times. Swings, 5 repetitions.",
        "Next: Push-ups, 5 repetitions.",
        "Rest.",
        "Rest.",
        "Rest.",
    ]
    assert _said(timeline, "progress") == ["Round 2 of 3.", "Last round."]
    assert timeline.warnings == timeline.notes == ()


def test_a_circuit_with_each_start_is_announced_in_the_first_alone() -> None:
    blocks = "- emom: 3\n  do:\n    - circuit: C\n      do: [Swings x5, Push-ups x5]"
    said = _said(plan_of(with_workout(blocks)), "announce")
    assert [text for text in said if text != "Rest."] == [
        "Every minute, 3 times. C. Swings, 5 repetitions.",
        "Next: Push-ups, 5 repetitions.",
    ]


def test_work_without_a_rest_in_an_emom_is_told_the_round_alone() -> None:
    blocks = "- emom: 3\n  every: 30s\n  do: [Swings 10s, Rows 20s]"
    timeline = plan_of(with_workout(blocks))
    assert _said(timeline, "progress") == ["Round 2 of 3.", "Last round."]
    assert len(_said(timeline, "announce")) == 2
    assert timeline.notes == ()


def test_the_sides_of_what_comes_with_each_start_are_still_called() -> None:
    blocks = "- emom: 2\n  do:\n    - repeat: 1\n      sides: each\n      do: [Swings 5s]"
    timeline = plan_of(with_workout(blocks))
    assert _said(timeline, "side") == ["Left side."]


def test_of_several_exercises_in_turn_the_first_of_a_start_is_named() -> None:
    blocks = "- emom: 4\n  alternate: true\n  do:\n    - repeat: 1\n      do: [Swings x5, Rows x5]\n    - Jacks x5"
    said = _said(plan_of(with_workout(blocks)), "announce")
    assert said == [
        "Every minute, 4 times. Swings, 5 repetitions.",
        "Next: Rows, 5 repetitions.",
        "Rest. Next: Jacks, 5 repetitions.",
        "Rest. Next: Swings.",
        "Rest. Next: Jacks.",
        "Rest.",
    ]


def test_a_second_emom_announces_its_exercises_anew() -> None:
    blocks = "- emom: 2\n  do: [Swings 20s]\n- emom: 2\n  do: [Swings 20s]"
    said = _said(plan_of(with_workout(blocks)), "announce")
    assert [text for text in said if "Swings" in text] == [
        "Every minute, 2 times. Swings, 20 seconds.",
        "Rest. Every minute, 2 times. Swings, 20 seconds.",
    ]


def _said(timeline: Timeline, role: str) -> list[str]:
    return [event.text for event in timeline.events if event.role == role and event.text]
