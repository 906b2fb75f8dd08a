"""Tabata: work and rest by the clock."""

from decimal import Decimal

import pytest

from helpers.cases import inputs
from helpers.routines import phases_of, shape_of, with_workout
from voicecoach.language.values import Level

SHAPES = [
    ("eight of 20 and 10", "- tabata: Hop", "prepare, " + "Hop 20s, rest 10s, " * 7 + "Hop 20s"),
    (
        "its own lengths",
        "- tabata: Hop\n  rounds: 2\n  work: 30s\n  rest: 5s",
        "prepare, Hop 30s, rest 5s, Hop 30s",
    ),
    ("one round", "- tabata: Hop\n  rounds: 1", "prepare, Hop 20s"),
    ("no rest", "- tabata: Hop\n  rounds: 2\n  rest: 0", "prepare, Hop 20s, Hop 20s"),
    (
        "a list in turn",
        "- tabata: [Hop, Run, Skip]\n  rounds: 4",
        "prepare, Hop 20s, rest 10s, Run 20s, rest 10s, Skip 20s, rest 10s, Hop 20s",
    ),
    (
        "a list longer than the rounds",
        "- tabata: [Hop, Run, Skip]\n  rounds: 2",
        "prepare, Hop 20s, rest 10s, Run 20s",
    ),
    (
        "an entry with keys",
        "- tabata: [{exercise: Hop, setup: Stand., load: 5 kg}, Run]\n  rounds: 2",
        "prepare, Hop 20s, rest 10s, Run 20s",
    ),
    (
        "a load in the line",
        "- tabata: Swings @ 16 kg\n  rounds: 2",
        "prepare, Swings 20s, rest 10s, Swings 20s",
    ),
    (
        "an exercise of the catalogue",
        "- tabata: dead-bug\n  rounds: 1",
        "prepare, Dead bug 20s",
    ),
    (
        "after work",
        "- Run 10s\n- tabata: Hop\n  rounds: 1\n- Walk 10s",
        "prepare, Run 10s, prepare, Hop 20s, Walk 10s",
    ),
    (
        "after a rest, without a prepare",
        "- Run 10s\n- rest: 9s\n- tabata: Hop\n  rounds: 1",
        "prepare, Run 10s, rest 9s, Hop 20s",
    ),
    (
        "after a pause only the start tone sounds",
        "- pause: 9s\n- tabata: Hop\n  rounds: 1",
        "pause 9s, Hop 20s",
    ),
]


@pytest.mark.parametrize(("blocks", "shape"), [pytest.param(*row[1:], id=row[0]) for row in SHAPES])
def test_a_tabata_is(blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks))) == shape


@inputs(
    ("level", "shape"),
    {
        "easy": "prepare, Hop 10s, rest 15s, Hop 10s",
        "medium": "prepare, Hop 15s, rest 10s, Hop 15s, rest 10s, Hop 15s",
        "hard": "prepare, Hop 20s, rest 5s, Hop 20s, rest 5s, Hop 20s, rest 5s, Hop 20s",
    },
)
def test_a_level_chooses_rounds_work_and_rest(level: Level, shape: str) -> None:
    text = with_workout("- tabata: Hop\n  rounds: 2-4\n  work: 10-20s\n  rest: 5-15s")
    assert ", ".join(shape_of(text, level)) == shape


@pytest.mark.parametrize(
    "header",
    [
        "defaults: {sets: 3}",
        "defaults: {hold: 40s}",
        "defaults: {reps: 5}",
        "defaults: {rest: 30s}",
        "defaults: {for: 45s}",
        "defaults: {ready: 9s}",
        "between: 30s",
    ],
)
def test_nothing_around_it_changes_its_intervals(header: str) -> None:
    shape = ", ".join(shape_of(with_workout("- tabata: Hop\n  rounds: 2", header)))
    assert shape == "prepare, Hop 20s, rest 10s, Hop 20s"


def test_two_sides_take_its_intervals_in_turn() -> None:
    shape = shape_of(with_workout("- tabata: Clam each side\n  rounds: 3"))
    assert ", ".join(shape) == (
        "prepare, Clam right 20s, rest 10s, Clam left 20s, rest 10s, Clam right 20s"
    )


def test_its_rounds_count_intervals() -> None:
    phases = phases_of(with_workout("- tabata: [Hop, Run]\n  rounds: 3"))
    places = [(p.place.block, p.place.round, p.place.rounds) for p in phases if p.kind == "work"]
    assert places == [("tabata", 1, 3), ("tabata", 2, 3), ("tabata", 3, 3)]


@pytest.mark.parametrize("work", ["1234.56s", "20.25s", "0.15s", "12345.67"])
def test_its_work_lasts_to_the_millisecond(work: str) -> None:
    (phase,) = [
        phase
        for phase in phases_of(with_workout(f"- tabata: Hop\n  rounds: 1\n  work: {work}"))
        if phase.kind == "work"
    ]
    assert phase.length_ms == Decimal(work.rstrip("s")) * 1000


def test_another_exercise_at_a_level_is_done_by_its_clock() -> None:
    blocks = "- tabata: [{exercise: Burpees, easier: {exercise: Step-ups}}]\n  rounds: 2"
    assert ", ".join(shape_of(with_workout(blocks), "easy")) == (
        "prepare, Step-ups 20s, rest 10s, Step-ups 20s"
    )
