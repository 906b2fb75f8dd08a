"""`sides: off`: no sides, neither those of the catalogue nor those of the block around."""

from helpers.cases import cases
from helpers.routines import errors_of, plan_of, shape_of, with_workout, works

SHAPES = {
    "in a circuit with sides": (
        "- circuit: C\n  sides: each\n  do:\n    - Lunge 5s\n    - exercise: Squats 5s\n      sides: off",
        "prepare, Lunge right 5s, Squats 5s, switch 5s, Lunge left 5s, Squats 5s",
    ),
    "in a repeat with sides, by defaults": (
        "- repeat: 1\n  sides: each\n  defaults: {sides: off}\n  do:\n    - Squats 5s",
        "prepare, Squats 5s, switch 5s, Squats 5s",
    ),
    "for an exercise of the catalogue": (
        "- exercise: side-plank 5s\n  sides: off",
        "prepare, Side plank 5s",
    ),
    "for one whose sides alternate": (
        "- exercise: dead-bug x5\n  sides: none\n  rep: 2s",
        "prepare, Dead bug 10s",
    ),
    "against defaults": (
        "- repeat: 1\n  defaults: {sides: each}\n  do:\n    - exercise: Squats 5s\n      sides: off",
        "prepare, Squats 5s",
    ),
}


@cases(("blocks", "shape"), SHAPES)
def test_it_is_done_without_sides(blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks))) == shape


def test_no_side_is_named() -> None:
    blocks = "- repeat: 1\n  sides: each\n  do:\n    - exercise: Squats 20s\n      sides: off"
    timeline = plan_of(with_workout(blocks))
    assert [timeline.phases[number].side for number in works(timeline)] == [None, None]
    assert not any(event.text and "side" in event.text for event in timeline.events)


def test_what_is_said_in_a_change_of_sides_does_nothing_there() -> None:
    blocks = "- exercise: side-plank 20s\n  sides: off\n  on_side: Turn over."
    ((_, _, message, _),) = errors_of(with_workout(blocks))
    assert message == "`on_side` does nothing here: it goes with `sides` that do not alternate"


@cases("block", {"a circuit": "circuit: C", "a repeat": "repeat: 2"})
def test_a_block_takes_no_off_and_is_told_where_it_belongs(block: str) -> None:
    ((_, _, message, hint),) = errors_of(with_workout(f"- {block}\n  sides: off\n  do: [A 20s]"))
    assert message == "`off` is no list of sides"
    assert hint == "leave it out; `sides: off` belongs to an exercise within"
