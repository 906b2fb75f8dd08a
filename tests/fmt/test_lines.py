"""The normal form of lines, and of mappings that a line says as well."""

from helpers.cases import cases, inputs
from helpers.normal_form import block


@inputs(
    ("written", "line"),
    {
        "Plank 90 sec": "Plank 1m30s",
        "Plank 1:30": "Plank 1m30s",
        "Plank 120 s": "Plank 2 min",
        "Plank 45 seconds": "Plank 45s",
        "Walk 1h 5 min": "Walk 1h5m",
        "Plank 15 sec-20 sec": "Plank 15-20s",
        "Plank 0:45-1:30": "Plank 0:45-1:30",
        "Plank 1-2 minutes": "Plank 1-2 min",
        "10 push-ups": "push-ups x10",
        "30s plank": "plank 30s",
        "Squats 3 sets of 10": "Squats 3x10",
        "Squats 3 × 8–12": "Squats 3x8-12",
        "Plank 3 x 40 sec": "Plank 3x40s",
        "Bird dog 5 x 10 s hold": "Bird dog 5x10s hold",
        "Bird dog 3x10x5s hold per leg": "Bird dog 3x10x5s hold, each side",
        "Plank 3 sets of 40s hold": "Plank 3 sets of 40s hold",
        "Push-ups as many as possible in 60s": "Push-ups max in 1 min",
        "Push-ups 20 in 60s": "Push-ups x20 in 1 min",
        "Push-ups 2x20 in 60s": "Push-ups 2x20 in 1 min",
        "Sit 5 slow breaths": "Sit 5 breaths",
        "Rows 3x10 @ 20 kg e/s, break 60 sec": "Rows 3x10, each side @ 20 kg, rest 1 min",
        "60s rest": "rest 1 min",
        "Pause 30s": "rest 30s",
    },
)
def test_a_line_has_one_form(written: str, line: str) -> None:
    assert block(f"- {written}") == f"- {line}\n"


@inputs(
    ("written", "line"),
    {
        "exercise: Plank\nfor: 40": "Plank 40s",
        "rest: 30\nexercise: Plank\nhold: 1:00\nsets: 3": "Plank 3 sets of 1 min hold, rest 30s",
        "exercise: Rows\nload: 20 kg\nreps: 10\nsides: both": "Rows x10, each side @ 20 kg",
        "exercise: Rows 3x10\nload: 20 kg": "Rows 3x10 @ 20 kg",
        "exercise: Push-ups\nreps: max\nfor: 60": "Push-ups max in 1 min",
        "rest: 90": "rest 1m30s",
    },
)
def test_a_mapping_that_fits_becomes_a_line(written: str, line: str) -> None:
    assert block("- " + written.replace("\n", "\n  ")) == f"- {line}\n"


@cases(
    "written",
    {
        "a number that belongs to the name": "exercise: 7 point plank\nhold: 30s",
        "a value for each set": "exercise: Rows\nreps: [10, 8, 6]",
        "a side with a name": "exercise: Rows\nreps: 10\nsides: [left]",
        "a load with a comma": "exercise: Rows\nreps: 10\nload: 20 kg, slowly",
        "a pause, which in a line is a rest": "pause: 30s",
        "a line that would be too long": f"exercise: {'Very ' * 15}long\nreps: 10\nload: 20 kg",
        "a line that would need quotes": 'exercise: "Plank: left"\nfor: 40s',
        "a name of the catalogue, which a line does not ask": "exercise: plank\nhold: 30s",
        "a comment inside": "exercise: Plank\n# Slowly.\nfor: 40s",
        "comments beside the keys": "exercise: Plank  # One.\nfor: 40s  # Two.",
    },
)
def test_a_mapping_that_says_more_stays_one(written: str) -> None:
    text = "- " + written.replace("\n", "\n  ") + "\n"
    assert block(text) == text
