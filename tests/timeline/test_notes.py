"""Notes: what the language and the planner have to say about a routine, in one list."""

from msgspec.structs import replace

from helpers.routines import routine_of, rule_of_thumb, with_workout
from voicecoach.problems import Problem, Span
from voicecoach.timeline import plan

UNEVEN = """
- exercise: Hop
  for: 20s
  sides: [right]
- exercise: Hop
  for: 30s
  sides: [left]
"""


def test_what_was_noted_while_reading_stands_among_the_notes_of_the_plan() -> None:
    routine = routine_of(with_workout(UNEVEN))
    early, late = (
        Problem(Span("routine.yaml", line), "meant otherwise?", code="c") for line in (1, 99)
    )
    timeline = plan(replace(routine, notes=(late, early)), rule_of_thumb)
    assert [note.code for note in timeline.notes] == ["c", "uneven-sides", "c"]
    assert timeline.warnings == plan(routine, rule_of_thumb).warnings


def test_what_was_warned_of_while_reading_stands_among_the_warnings_of_the_plan() -> None:
    routine = routine_of(with_workout(UNEVEN))
    warning = Problem(Span("routine.yaml", 1), "not heard", code="c")
    timeline = plan(replace(routine, warnings=(warning,)), rule_of_thumb)
    assert timeline.warnings[0] == warning
