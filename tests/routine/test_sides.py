"""Sides: of an exercise in both orders, and of a whole circuit or repeat."""

import pytest

from helpers.cases import cases, inputs
from helpers.routines import phases_of, plan_of, shape_of, with_workout, works
from voicecoach.routine.phase import Work


@pytest.mark.parametrize(
    "written",
    [
        "each",
        "both",
        "e/s",
        "each side",
        "per side",
        "each leg",
        "each arm",
        "each way",
        "Each Side",
        "[right, left]",
    ],
)
def test_each_side_is_right_and_then_left(written: str) -> None:
    blocks = f"- exercise: Plank\n  for: 10s\n  sides: {written}"
    assert _shape(blocks) == "prepare, Plank right 10s, switch 5s, Plank left 10s"


@inputs(
    ("written", "sides"),
    {
        "[left, right]": ["left", "right"],
        "[inside, outside]": ["inside", "outside"],
        "[front, left, right]": ["front", "left", "right"],
        "[' left ', right]": ["left", "right"],
        "[left]": ["left"],
    },
)
def test_a_list_names_the_sides_in_their_order(written: str, sides: list[str]) -> None:
    phases = phases_of(with_workout(f"- exercise: Plank\n  for: 10s\n  sides: {written}"))
    assert [phase.side for phase in phases if isinstance(phase, Work)] == sides


def test_a_list_of_one_names_the_side_and_changes_nothing_else() -> None:
    blocks = "- exercise: Plank 2x10s\n  sides: [left]\n  rest: 3s"
    assert _shape(blocks) == "prepare, Plank left 10s, rest 3s, Plank left 10s"


def test_every_side_gets_the_whole_dose() -> None:
    phases = phases_of(with_workout("- Bird dog 3x5x10s hold, each side"))
    assert [phase.length_ms for phase in phases if isinstance(phase, Work)] == [58_000] * 6


ORDERS = {
    "where nothing is written": (
        "- exercise: Plank 2x10s each side\n  rest: 3s",
        "prepare, Plank right 10s, switch 5s, Plank left 10s, rest 3s,"
        " Plank right 10s, switch 5s, Plank left 10s",
    ),
    "each-set": (
        "- exercise: Plank 2x10s each side\n  rest: 3s\n  side_order: each-set",
        "prepare, Plank right 10s, switch 5s, Plank left 10s, rest 3s,"
        " Plank right 10s, switch 5s, Plank left 10s",
    ),
    "all-sets": (
        "- exercise: Plank 2x10s each side\n  rest: 3s\n  side_order: all-sets",
        "prepare, Plank right 10s, rest 3s, Plank right 10s, switch 5s,"
        " Plank left 10s, rest 3s, Plank left 10s",
    ),
    "all-sets, with a value a set": (
        "- exercise: Plank\n  hold: [10s, 20s]\n  sides: each\n  rest: [3s]\n  side_order: all-sets",
        "prepare, Plank right 10s, rest 3s, Plank right 20s, switch 5s,"
        " Plank left 10s, rest 3s, Plank left 20s",
    ),
    "a value a set": (
        "- exercise: Plank\n  hold: [10s, 20s]\n  sides: each\n  rest: [3s]",
        "prepare, Plank right 10s, switch 5s, Plank left 10s, rest 3s,"
        " Plank right 20s, switch 5s, Plank left 20s",
    ),
    "all-sets, with a switch of its own": (
        "- exercise: Plank 2x10s each side\n  side_order: all-sets\n  switch: 8s",
        "prepare, Plank right 10s, Plank right 10s, switch 8s, Plank left 10s, Plank left 10s",
    ),
}


@cases(("blocks", "shape"), ORDERS)
def test_the_side_order_says_what_comes_first(blocks: str, shape: str) -> None:
    assert _shape(blocks) == shape


def test_the_sets_are_numbered_on_each_side() -> None:
    blocks = "- exercise: Plank 2x10s each side\n  side_order: all-sets"
    found = [
        (phase.set, phase.sets, phase.side)
        for phase in phases_of(with_workout(blocks))
        if isinstance(phase, Work)
    ]
    assert found == [(1, 2, "right"), (2, 2, "right"), (1, 2, "left"), (2, 2, "left")]


def test_a_circuit_with_sides_is_done_whole_for_each_side_in_turn() -> None:
    blocks = """
    - circuit: Hips
      rounds: 2
      exercise_rest: 2s
      round_rest: 4s
      sides: each
      do: [Clam 10s, Bridge 10s]
    """
    side = "Clam {0} 10s, rest 2s, Bridge {0} 10s, rest 4s, Clam {0} 10s, rest 2s, Bridge {0} 10s"
    right, left = side.format("right"), side.format("left")
    assert _shape(blocks) == f"prepare, {right}, rest 4s, {left}"


def test_a_repeat_with_sides_is_done_whole_for_each_side_in_turn() -> None:
    blocks = """
    - repeat: 2
      sides: [left, right]
      do: [Clam 10s, Bridge 10s]
    """
    side = "Clam {0} 10s, Bridge {0} 10s, Clam {0} 10s, Bridge {0} 10s"
    left, right = side.format("left"), side.format("right")
    assert _shape(blocks) == f"prepare, {left}, switch 5s, {right}"


def test_the_sides_of_a_circuit_are_parted_by_the_rest_that_is_there_and_no_switch() -> None:
    blocks = """
    - circuit: Hips
      sides: each
      do:
        - Clam 10s
        - rest: 3s
    """
    assert _shape(blocks) == "prepare, Clam right 10s, rest 3s, Clam left 10s, rest 3s"


def test_a_circuits_side_is_that_of_everything_in_it_however_deep() -> None:
    blocks = """
    - circuit: Hips
      sides: each
      do:
        - repeat: 1
          do:
            - section: Deep
              do: [Clam 10s]
    """
    assert _shape(blocks) == "prepare, Clam right 10s, switch 5s, Clam left 10s"


def test_the_sides_of_the_defaults_give_way_to_a_circuit_that_does_each_side() -> None:
    blocks = """
    - circuit: Hips
      sides: each
      do: [Clam 10s]
    - Plank 10s
    """
    shape = ", ".join(shape_of(with_workout(blocks, "defaults: {sides: each}")))
    assert shape == (
        "prepare, Clam right 10s, switch 5s, Clam left 10s,"
        " Plank right 10s, switch 5s, Plank left 10s"
    )


def test_a_switch_bears_the_name_set_and_side_that_it_leads_to() -> None:
    timeline = plan_of(with_workout("- Plank 10s each side"))
    first, second = works(timeline)
    switch = timeline.phases[first + 1]
    assert second == first + 2
    assert (switch.kind, switch.name, switch.set, switch.side) == ("switch", "Plank", 1, "left")


def _shape(blocks: str) -> str:
    return ", ".join(shape_of(with_workout(blocks)))
