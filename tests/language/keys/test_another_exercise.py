"""Another exercise in `easier` or `harder`: what holds for it, and what does not."""

import pytest

from helpers.cases import cases
from helpers.routines import phases_of, plan_of, shape_of, with_workout
from voicecoach.routine.phase import Work

SHAPES = {
    "a plain name keeps the dose": (
        "- exercise: Push-ups x10\n  easier: {exercise: Knee push-ups}",
        "",
        "Knee push-ups 30s",
    ),
    "with a dose of its own": (
        "- exercise: Push-ups\n  reps: 10\n  easier: {exercise: Knee push-ups, reps: 8}",
        "",
        "Knee push-ups 24s",
    ),
    "a whole line": (
        "- exercise: Push-ups x10\n  easier: {exercise: Wall push-ups 20s}",
        "",
        "Wall push-ups 20s",
    ),
    "sets and rest hold": (
        "- exercise: Push-ups 2x10, rest 20s\n  easier: {exercise: Knee push-ups, reps: 8}",
        "",
        "Knee push-ups 24s, rest 20s, Knee push-ups 24s",
    ),
    "sides do not": (
        "- exercise: Pistol squats x6 each side\n  easier: {exercise: Squats}",
        "",
        "Squats 18s",
    ),
    "sides of its own": (
        "- exercise: Squats x4\n  easier: {exercise: Lunges each side}",
        "",
        "Lunges right 12s, switch 5s, Lunges left 12s",
    ),
    "a short name of the catalogue": (
        "- exercise: Superman 20s\n  easier: {exercise: bird-dog}",
        "",
        "Bird dog right 20s, switch 5s, Bird dog left 20s",
    ),
    "in place of one of the catalogue": (
        "- exercise: bird-dog 20s hold\n  easier: {exercise: Kneel}",
        "",
        "Kneel 20s",
    ),
    "a short name of the routine brings its own dose": (
        "- exercise: Push-ups x10\n  easier: {exercise: knee}",
        "exercises: {knee: {name: Knee push-ups, reps: 6, easier: {exercise: Hop}}}",
        "Knee push-ups 18s",
    ),
    "a short name without a dose keeps the one around it": (
        "- exercise: Push-ups x10\n  easier: {exercise: knee}",
        "exercises: {knee: {name: Knee push-ups, tempo: 2-2}}",
        "Knee push-ups 40s",
    ),
    "its tempo is left out where the dose is a time": (
        "- exercise: Push-ups 30s\n  easier: {exercise: dead-bug}",
        "",
        "Dead bug 30s",
    ),
    "named in the definition": (
        "- push",
        "exercises: {push: {name: Push-ups, reps: 10, easier: {exercise: Knee push-ups x8}}}",
        "Knee push-ups 24s",
    ),
    "named in the definition, and a dose of one's own": (
        "- push x12",
        "exercises: {push: {name: Push-ups, reps: 10, easier: {exercise: Knee push-ups x8}}}",
        "Knee push-ups 36s",
    ),
    "named in the definition and where that is used": (
        "- exercise: push\n  easier: {exercise: Wall push-ups}",
        "exercises: {push: {name: Push-ups, reps: 10, easier: {exercise: Knee push-ups, reps: 8}}}",
        "Wall push-ups 24s",
    ),
    "a variable": (
        "- exercise: Push-ups x10\n  easier: {exercise: '{other}'}",
        "vars: {other: Knee push-ups x8}",
        "Knee push-ups 24s",
    ),
    "the defaults hold": (
        "- exercise: Push-ups x2\n  easier: {exercise: Lunges}",
        "defaults: {sides: each, switch: 3s}",
        "Lunges right 6s, switch 3s, Lunges left 6s",
    ),
}


@cases(("blocks", "header", "shape"), SHAPES)
def test_another_exercise_is_done(blocks: str, header: str, shape: str) -> None:
    text = with_workout(blocks, header)
    assert ", ".join(shape_of(text, "easy")[1:]) == shape
    assert shape.split()[0] not in shape_of(text, "medium")[1]


WORDS = """
- exercise: Side plank
  hold: 30s
  sets: 2
  sides: each
  rest: 30s
  setup: On your side.
  tips: [Hips high.]
  on_side: Roll over.
  on_set: Up you go.
  after_set: Down.
  load: 5 kg
  easier:
    exercise: Plank
    {own}
"""


@pytest.mark.parametrize("own", ["", "setup: Face down."])
def test_what_is_said_of_the_outer_exercise_is_not_said_of_it(own: str) -> None:
    timeline = plan_of(with_workout(WORDS.replace("{own}", own)), "easy")
    said = " ".join(event.text or "" for event in timeline.events)
    for words in ("On your side", "Hips high", "Roll over", "Up you go", "Down."):
        assert words not in said.replace("Face down.", "")
    assert ("Face down." in said) == bool(own)
    assert timeline.warnings == ()


def test_the_named_parts_of_a_tempo_belong_to_the_outer_exercise() -> None:
    blocks = """
    - exercise: Cat cow
      reps: 4
      tempo: [{round: 3s}, {arch: 3s}]
      easier: {exercise: Child's pose}
    """
    works = [phase for phase in phases_of(with_workout(blocks), "easy") if isinstance(phase, Work)]
    assert [(work.exercise.name, work.dose.tempo, work.length_ms) for work in works] == [
        ("Child's pose", (), 12_000)
    ]
