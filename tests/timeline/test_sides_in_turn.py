"""Sides that alternate from repetition to repetition."""

import pytest

from helpers.cases import inputs
from helpers.routines import heard_in, plan_of, said_in, shape_of, with_workout, works

LUNGE = "- exercise: Lunge\n  sides: each\n  side_order: each-rep\n"


@inputs(
    ("keys", "shape"),
    {
        "reps: 3": "Lunge 18s",
        "reps: 3\n  rep: 2s": "Lunge 12s",
        "reps: 3\n  tempo: 1-1": "Lunge 12s",
        "reps: [2, 3]\n  rest: 5s": "Lunge 12s, rest 5s, Lunge 18s",
        "reps: 2\n  hold: 5s": "Lunge 26s",
        "reps: 2\n  hold: 5s\n  release: 0": "Lunge 20s",
    },
)
def test_every_side_gets_the_whole_dose(keys: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(f"{LUNGE}  {keys}"))) == f"prepare, {shape}"


def test_three_sides_take_turns_too() -> None:
    blocks = "- exercise: Lunge\n  sides: [a, b, c]\n  side_order: each-rep\n  reps: 2"
    timeline = plan_of(with_workout(blocks))
    (work,) = works(timeline)
    assert [(role, at, text) for role, at, text in heard_in(timeline, work, "count", "tick")] == [
        ("count", 600, "1"),
        ("tick", 3000, None),
        ("tick", 6000, None),
        ("count", 9000, "2"),
        ("tick", 12_000, None),
        ("tick", 15_000, None),
    ]


def test_the_number_is_that_of_the_pair_and_the_other_side_is_ticked() -> None:
    timeline = plan_of(with_workout(f"{LUNGE}  reps: 3"))
    (work,) = works(timeline)
    heard = heard_in(timeline, work, "count", "tick")
    assert [(at, text) for _, at, text in heard] == [
        (600, "1"), (3000, None), (6000, "2"), (9000, None), (12_000, "3"), (15_000, None),
    ]  # fmt: skip


def test_the_announcement_says_which_side_begins() -> None:
    timeline = plan_of(with_workout(f"{LUNGE}  reps: 3", "intro: off"))
    assert said_in(timeline, 0) == ["Lunge, 3 on each side, alternating, right side first."]


@pytest.mark.parametrize(
    ("at", "said"),
    [("1s", "1 of 5"), ("4s", "1 of 5"), ("7s", "2 of 5"), ("13s", "3 of 5"), ("28s", "5 of 5")],
)
def test_a_tip_knows_the_repetition_as_it_is_counted(at: str, said: str) -> None:
    tip = f"tips: [{{at: {at}, say: '{{rep}} of {{reps}}'}}]"
    timeline = plan_of(with_workout(f"{LUNGE}  reps: 5\n  count: tick\n  {tip}"))
    ((_, _, text),) = heard_in(timeline, works(timeline)[0], "tip")
    assert text == said
