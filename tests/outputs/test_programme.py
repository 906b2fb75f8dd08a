"""The programme as a table: the dose of each row."""

from helpers.cases import inputs
from helpers.routines import plan_of, with_workout
from voicecoach.outputs.programme import programme

DOSES = {
    "- Squats 3x10, rest 30s": ["3 × 10"],
    "- Plank 3x20s, rest 30s": ["3 × 20 s"],
    "- exercise: Bridge\n  reps: 5\n  hold: 10s": ["5 holds of 10 s"],
    "- exercise: Bridge\n  reps: 1\n  hold: 10s": ["1 hold of 10 s"],
    "- exercise: Bridge\n  reps: [6, 4, 2]\n  hold: 10s": ["6-4-2 holds of 10 s"],
    "- exercise: Bridge\n  reps: 5\n  hold: 10s\n  sets: 3\n  rest: 30s": ["3 × 5 holds of 10 s"],
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
