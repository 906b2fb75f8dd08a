"""The effort of work, which is for other programs too."""

import json

from helpers.routines import plan_of, with_workout
from voicecoach.outputs.timeline_json import timeline_json


def test_work_has_its_effort_and_only_where_one_is_written() -> None:
    blocks = "- {exercise: Run 60s, effort: 7 of 10}\n- Walk 60s\n"
    phases = json.loads(timeline_json(plan_of(with_workout(blocks))))["phases"]
    run, walk = (phase for phase in phases if phase["kind"] == "work")
    assert run["effort"] == "7 of 10"
    assert all("effort" not in phase for phase in phases if phase is not run)
    assert walk["name"] == "Walk"
