"""The tone at the end of a round that another one follows."""

import pytest

from helpers.cases import cases
from helpers.routines import plan_of, with_workout
from voicecoach.timeline import Timeline

CIRCUIT = """
- circuit: Legs
  rounds: 3
  exercise_rest: 10s
  round_rest: 30s
  do: [Jacks 20s, Squats 20s]
- rest: 10s
- Plank 20s
"""
REPEAT = """
- repeat: 2
  do:
    - Run 20s
    - rest: 10s
    - Walk 20s
    - rest: 10s
"""
NESTED = """
- circuit: All
  rounds: 2
  round_rest: 40s
  do:
    - Jacks 20s, rest 5s
    - circuit: Inner
      rounds: 2
      round_rest: 20s
      do: [Squats 20s, "Hops 20s"]
"""
SIDES = """
- circuit: Hips
  rounds: 2
  sides: each
  round_rest: 10s
  do: [Clams 20s, Lifts 20s]
"""
EMOM = """
- emom: 3
  do: [Jacks 15s, Squats 15s]
"""
ENDS = {
    "a circuit": (CIRCUIT, "end round end round end end finish"),
    "a repeat": (REPEAT, "end round end end finish"),
    "no rest before the next round": ("- repeat: 2\n  do: [Run 20s, Walk 20s]", "finish"),
    "a prepare before it": ("- repeat: 2\n  do: [Run 20s, Squats x3]", "round finish"),
    "a circuit in a circuit": (NESTED, "end round round end round finish"),
    "each side begins anew": (SIDES, "round end round finish"),
    "an emom of two": (EMOM, "round round end finish"),
    "an emom of one": ("- emom: 3\n  do: [Jacks 15s]", "end end end finish"),
    "an alternating emom": (
        "- emom: 4\n  alternate: true\n  do: [Jacks 15s, Squats 15s]",
        "end end end end finish",
    ),
    "a tabata": ("- tabata: [Jacks, Squats]\n  rounds: 4", "end end end finish"),
    "rounds of one work": (
        "- circuit: Hold\n  rounds: 3\n  round_rest: 10s\n  do: [Plank 20s]",
        "end end finish",
    ),
    "rounds of one exercise in sets": (
        "- circuit: Hold\n  rounds: 2\n  round_rest: 30s\n  do: ['Plank 2x20s, rest 10s']",
        "end round end finish",
    ),
    "a single round": (
        "- circuit: Once\n  exercise_rest: 5s\n  do: [Jacks 20s, Squats 20s]",
        "end finish",
    ),
}


@cases(("blocks", "roles"), ENDS)
def test_the_end_of_a_round_is_told_where_another_one_follows(blocks: str, roles: str) -> None:
    timeline = plan_of(with_workout(blocks, "cues: off"))
    assert _ends(timeline) == roles.split()


@pytest.mark.parametrize("blocks", [CIRCUIT, REPEAT, NESTED, SIDES, EMOM])
def test_each_end_of_work_has_one_tone(blocks: str) -> None:
    timeline = plan_of(with_workout(blocks, "cues: off"))
    for phase in timeline.phases:
        if phase.kind == "work":
            tones = [event for event in timeline.events if event.start_ms == phase.end_ms]
            assert [event.kind for event in tones] == ["tone"]


def _ends(timeline: Timeline) -> list[str]:
    """Return the roles of the tones that end work, those of switches left out."""
    roles = ("end", "round", "finish")
    return [event.role for event in timeline.events if event.role in roles]
