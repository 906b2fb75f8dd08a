"""The table of a programme: each exercise with its dose as it is written on paper."""

import pytest

from helpers.drawings import Drawing
from helpers.routines import plan_of, with_workout
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


def test_the_picture_shows_a_distance_with_its_time() -> None:
    timeline = plan_of(with_workout("- {exercise: Row, distance: 500 m, for: 2:30}"))
    texts = [box.what for box in Drawing(picture.svg(timeline)).texts()]
    assert {"Row 500 m in 2:30", "500 m in 2:30"} <= set(texts)
