"""EMOM: every minute on the minute; what is left of the slot is rest."""

import pytest

from helpers.routines import expect_one_fault, phases_of, plan_of, shape_of, with_workout

SHAPES = [
    (
        "what is left of the minute is rest",
        "- emom: 2\n  do: [Swings x5]",
        "prepare, Swings 15s, rest 45s, Swings 15s, rest 45s",
    ),
    (
        "a slot of its own length",
        "- emom: 2\n  every: 1:30\n  do: [Swings x5]",
        "prepare, Swings 15s, rest 75s, Swings 15s, rest 75s",
    ),
    (
        "a slot that is full has no rest",
        "- emom: 2\n  every: 15s\n  do: [Swings x5]",
        "prepare, Swings 15s, Swings 15s",
    ),
    (
        "all of it at each start",
        "- emom: 2\n  do: [Swings x5, Run 10s]",
        "prepare, Swings 15s, Run 10s, rest 35s, Swings 15s, Run 10s, rest 35s",
    ),
    (
        "one entry a start, in turn",
        "- emom: 3\n  alternate: true\n  do: [Swings x5, Run 10s]",
        "prepare, Swings 15s, rest 45s, Run 10s, rest 50s, Swings 15s, rest 45s",
    ),
    (
        "an entry with sides is one a side",
        "- emom: 4\n  alternate: true\n  do: [Swings x5 each side, Run 10s]",
        "prepare, Swings right 15s, rest 45s, Swings left 15s, rest 45s,"
        " Run 10s, rest 50s, Swings right 15s, rest 45s",
    ),
    (
        "sides that alternate from repetition to repetition are one entry",
        "- emom: 2\n  alternate: true\n  do:\n    - exercise: Lunges x5 each side"
        "\n      side_order: each-rep\n    - Run 10s",
        "prepare, Lunges 30s, rest 30s, Run 10s, rest 50s",
    ),
    (
        "a repeat with sides is one a side",
        "- emom: 2\n  alternate: true\n  do:\n    - repeat: 2\n      sides: each"
        "\n      do: [Lunges x5]",
        "prepare, Lunges right 15s, Lunges right 15s, rest 30s,"
        " Lunges left 15s, Lunges left 15s, rest 30s",
    ),
    (
        "alternate: false is all of it",
        "- emom: 1\n  alternate: false\n  do: [Swings x5, Run 10s]",
        "prepare, Swings 15s, Run 10s, rest 35s",
    ),
    (
        "a written rest stands in the slot",
        "- emom: 1\n  do: [Swings x5, rest: 5s, Run 10s]",
        "prepare, Swings 15s, rest 5s, Run 10s, rest 30s",
    ),
    (
        "a pause stands in the slot",
        "- emom: 1\n  do: [Swings x5, pause: 5s, Run 10s]",
        "prepare, Swings 15s, pause 5s, Run 10s, rest 30s",
    ),
    (
        "a text of a fixed length stands in the slot",
        "- emom: 1\n  do: [Swings x5, {say: Go on., for: 5s}, Run 10s]",
        "prepare, Swings 15s, say 5s, Run 10s, rest 30s",
    ),
    (
        "a section in it",
        "- emom: 1\n  do:\n    - section: A\n    - Swings x5\n    - section: B\n    - Run 10s",
        "prepare, Swings 15s, Run 10s, rest 35s",
    ),
    (
        "a repeat in it, with its own between",
        "- emom: 1\n  do:\n    - repeat: 2\n      between: 5s\n      do: [Swings x2, Run 4s]",
        "prepare, Swings 6s, rest 5s, Run 4s, rest 5s, Swings 6s, rest 5s, Run 4s, rest 25s",
    ),
    (
        "a circuit in it, with its own rests",
        "- emom: 1\n  do:\n    - circuit: C\n      rounds: 2\n      round_rest: 3s\n"
        "      do: [Swings x2, Run 4s]",
        "prepare, Swings 6s, Run 4s, rest 3s, Swings 6s, Run 4s, rest 37s",
    ),
    (
        "sets with their rests",
        "- emom: 1\n  do:\n    - Swings 2x5, rest 10s",
        "prepare, Swings 15s, rest 10s, Swings 15s, rest 20s",
    ),
    (
        "both sides with a switch",
        "- emom: 1\n  do:\n    - Clam x5 each side",
        "prepare, Clam right 15s, switch 5s, Clam left 15s, rest 25s",
    ),
    (
        "no prepare for a ready of its own",
        "- emom: 1\n  do:\n    - Run 9s\n    - {exercise: Walk 9s, ready: 5s, setup: Stand.}",
        "prepare, Run 9s, Walk 9s, rest 42s",
    ),
    (
        "a tabata in it",
        "- emom: 1\n  do:\n    - tabata: Hop\n      rounds: 2",
        "prepare, Hop 20s, rest 10s, Hop 20s, rest 10s",
    ),
    (
        "an amrap in it",
        "- emom: 1\n  do:\n    - amrap: 20s\n      do: [Run x10]",
        "prepare, AMRAP 20s, rest 40s",
    ),
    (
        "after work, with one prepare before the block",
        "- Run 10s\n- emom: 1\n  do: [Hop x2]\n- Walk 10s",
        "prepare, Run 10s, prepare, Hop 6s, rest 54s, Walk 10s",
    ),
    (
        "after a rest, without a prepare",
        "- Run 10s\n- rest: 9s\n- emom: 1\n  do: [Hop x2]",
        "prepare, Run 10s, rest 9s, Hop 6s, rest 54s",
    ),
    (
        "after a text, with a prepare",
        "- say: Now.\n- emom: 1\n  do: [Hop x2]",
        "say, prepare, Hop 6s, rest 54s",
    ),
]


@pytest.mark.parametrize(("blocks", "shape"), [pytest.param(*row[1:], id=row[0]) for row in SHAPES])
def test_an_emom_is(blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks))) == shape


def test_the_rests_of_outer_rules_do_not_reach_into_a_slot() -> None:
    blocks = "- circuit: C\n  exercise_rest: 9s\n  do:\n    - emom: 1\n      do: [Hop x2, Run 4s]"
    shape = ", ".join(shape_of(with_workout(blocks, "between: 10s")))
    assert shape == "prepare, Hop 6s, Run 4s, rest 50s"


def test_its_rounds_count_slots() -> None:
    phases = phases_of(with_workout("- emom: 2\n  do: [Hop x2, Run 4s]"))
    places = [(p.place.block, p.place.round, p.place.rounds) for p in phases if p.kind != "prepare"]
    assert places == [("emom", 1, 2)] * 3 + [("emom", 2, 2)] * 3


@pytest.mark.parametrize("starts", [1, 7, 30])
def test_it_lasts_exactly_its_slots(starts: int) -> None:
    phases = phases_of(with_workout(f"- emom: {starts}\n  every: 0:20\n  do: [Hop x2, Run 4.25s]"))
    assert sum(phase.length_ms or 0 for phase in phases) == starts * 20_000


def test_a_bare_number_under_every_asks_whether_it_is_seconds_or_minutes() -> None:
    expect_one_fault(
        "title: T\nworkout:\n  - emom: 3\n    every: «90»\n    do: [5 push-ups]\n",
        "`90`: seconds or minutes?",
        "write `90 min` or `90s`",
    )


def test_each_start_of_an_entry_with_sides_names_its_side() -> None:
    blocks = "- emom: 4\n  alternate: true\n  do: [Cleans x5 each side]"
    told = [
        event.text for event in plan_of(with_workout(blocks)).events if event.role == "announce"
    ]
    assert told == [
        "Every minute, 4 times. Cleans, 5 repetitions, right side.",
        "Rest. Next: Cleans, left side.",
        "Rest. Next: Cleans, right side.",
        "Rest. Next: Cleans, left side.",
        "Rest.",
    ]
