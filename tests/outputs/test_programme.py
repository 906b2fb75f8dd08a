"""The table of a programme: each exercise with its dose as it is written on paper."""

import pytest

from helpers.cases import cases, inputs
from helpers.drawings import Drawing
from helpers.routines import plan_of, with_workout
from voicecoach import phrases
from voicecoach.outputs import picture
from voicecoach.outputs.programme import programme

DISTANCES = [
    ("distance: 500 m, for: 2:30", "500 m in 2:30"),
    ("distance: 20 cal, for: 40s", "20 cal in 40 s"),
    ("distance: 50 m, for: 1:10, sets: 4, rest: 20s", "4 × 50 m in 1:10"),
    ("distance: 20 m, for: 30s, sides: each", "20 m in 30 s, each side"),
    ("distance: [400 m, 300 m], for: 2 min", "400 m in 2:00, 300 m in 2:00"),
    ("distance: [1 km, 400 m], pace: 5:00/km", "1 km in 5:00, 400 m in 2:00"),
]


@pytest.mark.parametrize(("keys", "dose"), DISTANCES)
def test_a_distance_is_shown_with_its_time(keys: str, dose: str) -> None:
    timeline = plan_of(with_workout(f"- {{exercise: Row, {keys}}}"))
    assert [row.dose for row in programme(timeline).rows] == [dose]


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("de", "1.5 km", "1,5 km in 9:00"),
        ("de", "4 lengths", "4 Bahnen in 9:00"),
        ("fr", "1.5 km", "1,5 km en 9:00"),
        ("fr", "1 lap", "1 tour en 9:00"),
        ("en", "1 mile", "1 mi in 9:00"),
    ],
)
def test_a_distance_is_shown_as_it_is_written_in_the_language(
    language: str, written: str, shown: str
) -> None:
    workout = f"- {{exercise: Run, distance: {written}, for: 9 min}}"
    timeline = plan_of(with_workout(workout, f"language: {language}"))
    assert [row.dose for row in programme(timeline, timeline.phrases).rows] == [shown]
    texts = [box.what for box in Drawing(picture.svg(timeline)).texts()]
    assert shown in texts


def test_the_picture_shows_a_distance_with_its_time() -> None:
    timeline = plan_of(with_workout("- {exercise: Row, distance: 500 m, for: 2:30}"))
    texts = [box.what for box in Drawing(picture.svg(timeline)).texts()]
    assert {"Row 500 m in 2:30", "500 m in 2:30"} <= set(texts)


DOSES = {
    "- Squats 3x10, rest 30s": ["3 × 10"],
    "- Plank 3x20s, rest 30s": ["3 × 20 s"],
    "- exercise: Bridge\n  reps: 5\n  hold: 10s": ["5 holds of 10 s"],
    "- exercise: Bridge\n  reps: 1\n  hold: 10s": ["1 hold of 10 s"],
    "- exercise: Bridge\n  reps: [6, 4, 2]\n  hold: 10s": ["6-4-2 holds of 10 s"],
    "- exercise: Bridge\n  reps: 5\n  hold: 10s\n  sets: 3\n  rest: 30s": ["3 × 5 holds of 10 s"],
    "- Belly breathing 5 breaths": ["5 breaths"],
    "- exercise: Breathing\n  breaths: [4, 6]\n  rest: 30s": ["4 breaths, 6 breaths"],
    "- Run 1 mile @ 5:30/km": ["1 mi in 8:51"],
    "- exercise: Wall sit\n  hold: 20s\n  sets: 2\n  rest: 30s": ["2 sets of 20 s hold"],
    "- exercise: Wall sit\n  hold: 60s\n  sets: 2\n  rest: 30s": ["2 sets of 1:00 hold"],
    "- exercise: Wall sit\n  hold: [30s, 20s]\n  rest: 30s": ["30-20 s hold"],
    "- circuit: C\n  rounds: 3\n  do: [Squats x10, Plank 20s]": [
        "3 rounds: 10",
        "3 rounds: 20 s",
    ],
    "- emom: 4\n  do: [Swings x5, Squats x4]": ["4 rounds: 5", "4 rounds: 4"],
    "- emom: 5\n  alternate: true\n  do: [Swings x5, Squats x4]": ["3 rounds: 5", "2 rounds: 4"],
    "- emom: 2\n  alternate: true\n  do: [Swings x5, Squats x4]": ["5", "4"],
    "- tabata: Burpees": ["8 rounds: 20 s"],
    "- tabata: [Burpees, Climbers, Squats]": [
        "3 rounds: 20 s",
        "3 rounds: 20 s",
        "2 rounds: 20 s",
    ],
    "- tabata: Clams each side": ["4 rounds: 20 s, each side"],
}


@inputs(("blocks", "doses"), DOSES)
def test_a_dose_says_what_is_done(blocks: str, doses: list[str]) -> None:
    rows = programme(plan_of(with_workout(blocks))).rows
    assert [row.dose for row in rows] == doses


@cases(
    "language, dose",
    {
        "English": ("en", "2 rounds: 3 sets of 20 s hold"),
        "French": ("fr", "2 tours : 3 séries : 20 s de maintien"),
        "German": ("de", "2 Runden: 3 Sätze: 20 s halten"),
    },
)
def test_doses_can_be_written_in_another_language(language: str, dose: str) -> None:
    workout = "- circuit: C\n  rounds: 2\n  do:\n    - {exercise: Plank, hold: 20s, sets: 3}\n"
    (row,) = programme(plan_of(with_workout(workout)), phrases.load(language)).rows
    assert row.dose == dose
