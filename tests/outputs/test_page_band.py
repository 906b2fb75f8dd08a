"""The band of the player page: what it shows of the whole programme."""

import re
from itertools import pairwise

from helpers.routines import plan_of, with_workout
from voicecoach.outputs.page.band import band


def _work(blocks: str) -> list[tuple[int, int]]:
    """Return from where to where each block of work goes."""
    paths = dict(band(plan_of(with_workout(blocks))))
    found = re.findall(r"M(\d+) 100V0L(\d+) 0V100z", paths["work"])
    return [(int(left), int(right)) for left, right in found]


def test_exercises_without_a_rest_between_them_are_parted() -> None:
    walk, run = _work("- Walk 5 min\n- Run 50s")
    assert 0 < run[0] - walk[1] < 50


def test_sets_of_one_exercise_and_blocks_that_are_too_narrow_are_not() -> None:
    first, second = _work("- {exercise: Run, for: 5 min, sets: 2}")
    assert first[1] == second[0]
    blocks = _work("- repeat: 200\n  do:\n    - Walk 10s\n    - Run 10s")
    assert all(left < right for left, right in blocks)
    assert all(one[1] == other[0] for one, other in pairwise(blocks))
