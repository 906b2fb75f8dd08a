"""Steps as JSON, as people and programs write them by hand."""

import json
from typing import Any

from helpers.cases import inputs
from helpers.imports import notes_on, workout_from


def steps(*steps: dict[str, Any]) -> str:
    """Return a file of these steps."""
    return json.dumps({"voicecoach": 1, "steps": steps})


def test_a_tip_by_itself_needs_no_list_and_no_time() -> None:
    for tips in ("Breathe.", ["Breathe."], {"say": "Breathe."}, [{"say": "Breathe."}]):
        workout = workout_from(steps({"name": "Plank", "seconds": 40, "tips": tips}))
        assert workout == "  - exercise: Plank\n    for: 40s\n    tips:\n      - Breathe.\n"


@inputs(
    ("key", "value"),
    {
        "load": 20,
        "effort": ["hard"],
        "side": 1,
        "sides": "both",
        "sets": 2.5,
        "set_rest": "a minute",
        "switch": -1,
        "reps": "8-12",
        "hold": "yes",
        "tempo": "slow",
        "tips": [{"at": "soon", "say": "Breathe."}],
        "setup": {"say": "Lie down."},
    },
)
def test_a_value_that_says_nothing_is_told(key: str, value: Any) -> None:
    assert notes_on(steps({"name": "Plank", "seconds": 40, key: value})) == [
        f"1: “{key}” is not understood"
    ]
