"""The effort and load of work: where they are spoken, and written for other programs."""

import json

import pytest

from helpers.cases import inputs
from helpers.routines import plan_of, with_workout
from voicecoach.language.values import Level
from voicecoach.outputs.timeline_json import timeline_json


def test_work_has_its_effort_and_only_where_one_is_written() -> None:
    blocks = "- {exercise: Run 60s, effort: 7 of 10}\n- Walk 60s\n"
    phases = json.loads(timeline_json(plan_of(with_workout(blocks))))["phases"]
    run, walk = (phase for phase in phases if phase["kind"] == "work")
    assert run["effort"] == "7 of 10"
    assert all("effort" not in phase for phase in phases if phase is not run)
    assert walk["name"] == "Walk"


TAKEN_AWAY = {
    "effort: off": "Walk, 30 seconds, 8 kg.",
    "effort: no": "Walk, 30 seconds, 8 kg.",
    "load: off": "Walk, 30 seconds, hard.",
    "load: none\n  effort: off": "Walk, 30 seconds.",
    "load: [off, 4 kg]\n  effort: off": "Walk, 2 sets of 30 seconds.",
    'effort: "none"': "Walk, 30 seconds, 8 kg, none.",
}


@inputs(("keys", "said"), TAKEN_AWAY)
def test_off_takes_away_the_load_and_effort_of_defaults(keys: str, said: str) -> None:
    header = "defaults: {effort: hard, load: 8 kg}"
    timeline = plan_of(with_workout(f"- exercise: Walk\n  for: 30s\n  {keys}", header))
    assert next(event.text for event in timeline.events if event.role == "announce") == said
    work = next(phase for phase in timeline.phases if phase.kind == "work")
    assert (work.effort is None) == ("effort: off" in keys or "effort: no" in keys)


@pytest.mark.parametrize(
    ("level", "said"), [("easy", "Walk, 30 seconds."), ("hard", "Walk, 30 seconds, hard.")]
)
def test_a_level_may_take_an_effort_away(level: Level, said: str) -> None:
    blocks = "- exercise: Walk 30s\n  effort: hard\n  easier: {effort: off}"
    timeline = plan_of(with_workout(blocks), level)
    assert next(event.text for event in timeline.events if event.role == "announce") == said
