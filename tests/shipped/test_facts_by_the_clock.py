"""The facts of the routines by the clock, by the breath and by the week, and all exact lengths."""

from itertools import pairwise

import pytest

from helpers.cases import inputs
from helpers.shipped_routines import LEVELS, done_in, routine_at, timeline_at, work_of
from voicecoach.language.values import Level

RIGHT_FIRST = ("right leg", "left leg")
# The exact phases of a routine in ms, at easy, medium and hard.
EXACT_MS = {
    "ankle-and-balance": (309_000, 405_000, 501_000),
    "bell-meditation": (600_000, 1_200_000, 1_800_000),
    "bodyweight-amrap": (810_000, 810_000, 810_000),
    "box-breathing": (160_000, 320_000, 480_000),
    "kettlebell-emom": (1_016_000, 1_016_000, 1_016_000),
    "ladder": (435_000, 445_000, 446_000),
    "physio-knee": (510_000, 1_058_000, 1_714_000),
    "rowing-500s": (1_770_000, 1_695_000, 1_620_000),
    "run-walk": (1_800_000,) * 3,
    "sun-salutation": (484_000, 516_000, 548_000),
    "tabata": (440_000, 440_000, 440_000),
}


@pytest.mark.parametrize("name", EXACT_MS)
def test_what_has_a_length_is_exactly_so_long(name: str) -> None:
    found = tuple(
        sum(phase.length_ms or 0 for phase in timeline_at(name, level).phases if _exact(phase.kind))
        for level in LEVELS
    )
    assert found == EXACT_MS[name]


def _exact(kind: str) -> bool:
    return kind not in ("say", "prepare")


@pytest.mark.parametrize(("level", "boxes"), [("easy", 10), ("medium", 20), ("hard", 30)])
def test_a_box_has_four_sides_of_four_seconds(level: Level, boxes: int) -> None:
    (work,) = work_of("box-breathing", level)
    parts = [(part.name, part.length_ms) for part in work.dose.tempo]
    assert parts == [("in", 4000), ("hold", 4000), ("out", 4000), ("hold", 4000)]
    assert work.dose.reps == boxes
    heard = [event for event in timeline_at("box-breathing", level).events if event.role == "tempo"]
    assert len(heard) == 4 * boxes


@pytest.mark.parametrize(("level", "breaths"), [("easy", 3), ("medium", 4), ("hard", 5)])
def test_a_sun_salutation_goes_down_stays_and_comes_up_four_times(
    level: Level, breaths: int
) -> None:
    salutation = [
        ("Down to the dog", None, None, 26),
        ("Downward dog", None, breaths, 8 * breaths),
        ("Up to the sky", None, None, 20),
    ]
    assert done_in("sun-salutation", level)[8:-1] == salutation * 4


def test_a_sun_salutation_breathes_in_and_out_in_turn() -> None:
    down, _, up = work_of("sun-salutation")[8:11]
    words = [part.name or "" for work in (down, up) for part in work.dose.tempo]
    assert [word.split(",")[0] for word in words] == ["in", "out"] * 5


@inputs(
    ("level", "reps"),
    {
        "easy": (10, 6, 5),
        "medium": (15, 9, 7),
        "hard": (20, 12, 8),
    },
)
def test_a_kettlebell_starts_every_minute(level: Level, reps: tuple[int, int, int]) -> None:
    swings, squats, presses = reps
    assert (
        done_in("kettlebell-emom", level)[2:]
        == [
            ("Kettlebell swings", None, swings, 2 * swings),
            ("Goblet squats", None, squats, 3 * squats),
            ("Kettlebell press", "right", presses, 4 * presses),
            ("Kettlebell press", "left", presses, 4 * presses),
        ]
        * 4
    )
    starts: dict[int | None, int] = {}
    for phase in timeline_at("kettlebell-emom", level).phases:
        if phase.block == "emom" and phase.kind == "work":
            starts.setdefault(phase.round, phase.start_ms)
    assert len(starts) == 16
    assert {after - before for before, after in pairwise(starts.values())} == {60_000}


def test_a_tabata_is_eight_times_twenty_seconds_with_ten_of_rest() -> None:
    phases = [p for p in routine_at("tabata", "medium").phases if p.place.block == "tabata"]
    lengths = [(phase.kind, phase.length_ms) for phase in phases if phase.kind != "prepare"]
    assert lengths == ([("work", 20_000), ("rest", 10_000)] * 8)[:-1]


@inputs(
    ("level", "reps"),
    {
        "easy": (4, 8, 12),
        "medium": (5, 10, 15),
        "hard": (6, 12, 18),
    },
)
def test_an_amrap_of_twelve_minutes_reads_out_its_list(
    level: Level, reps: tuple[int, int, int]
) -> None:
    amrap = work_of("bodyweight-amrap", level)[-1]
    assert amrap.dose.length_ms == 720_000
    assert [(exercise.name, exercise.doses[0].reps) for exercise in amrap.listed] == list(
        zip(("Push-ups", "Sit-ups", "Squats"), reps, strict=True)
    )


@pytest.mark.parametrize(
    ("level", "first", "top"), [("easy", 1, 3), ("medium", 1, 5), ("hard", 2, 6)]
)
def test_a_ladder_goes_up_and_comes_down_with_twice_as_many_squats(
    level: Level, first: int, top: int
) -> None:
    works = work_of("ladder", level)[1:]
    rungs = [work.dose.reps or 0 for work in works if work.exercise.name == "Push-ups"]
    squats = [work.dose.reps for work in works if work.exercise.name == "Squats"]
    assert (len(rungs), rungs[0], rungs[4], rungs) == (9, first, top, rungs[::-1])
    assert rungs[:5] == sorted(rungs[:5])
    assert squats == [2 * rung for rung in rungs]


def test_six_exercises_for_the_knee_right_leg_first() -> None:
    doses = [
        ("Quad set", 10, 68, 1),
        ("Heel slides", 10, 50, 1),
        ("Straight leg raise", 10, 60, 2),
        ("Terminal knee extension", 10, 50, 2),
        ("Step-downs", 8, 40, 2),
        ("Hamstring stretch", None, 30, 1),
    ]
    assert done_in("physio-knee") == [
        (name, side, reps, seconds)
        for name, reps, seconds, sets in doses
        for _ in range(sets)
        for side in RIGHT_FIRST
    ]


@pytest.mark.parametrize(("level", "quad_sets", "raises"), [("easy", 5, 1), ("hard", 15, 3)])
def test_a_knee_does_less_at_first_and_more_later(
    level: Level, quad_sets: int, raises: int
) -> None:
    works = work_of("physio-knee", level)
    assert {work.dose.reps for work in works if work.exercise.name == "Quad set"} == {quad_sets}
    assert {work.sets for work in works if work.exercise.name == "Straight leg raise"} == {raises}


def test_ankles_are_circled_strengthened_and_balanced_on() -> None:
    assert list(dict.fromkeys(work.exercise.name for work in work_of("ankle-and-balance"))) == [
        "Ankle circles",
        "Heel walk",
        "Toe walk",
        "Calf raises",
        "Tibialis raises",
        "Tandem stand",
        "Single-leg balance",
        "Balance and reach",
    ]


@pytest.mark.parametrize(("level", "closed"), [("easy", 0), ("medium", 0), ("hard", 2)])
def test_only_who_wants_it_hard_balances_with_closed_eyes(level: Level, closed: int) -> None:
    tips = [e.text or "" for e in timeline_at("ankle-and-balance", level).events if e.role == "tip"]
    assert sum("close your eyes" in tip for tip in tips) == closed
