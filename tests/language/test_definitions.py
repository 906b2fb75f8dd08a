"""Defined exercises and the catalogue: what an own key changes, and what stays."""

import pytest

from helpers.cases import cases, inputs
from helpers.routines import (
    Shown,
    errors_of,
    phases_of,
    plan_of,
    shape_of,
    warnings_of,
    with_workout,
)
from voicecoach.routine.phase import Work

SQUATS = (
    "exercises:\n  sq: {name: Squats, reps: 5, sets: 2, rest: 10s, setup: Stand., load: 5 kg}\n"
)

SHAPES = [
    ("as defined", "- exercise: sq", "Squats 15s, rest 10s, Squats 15s"),
    ("in one line", "- sq", "Squats 15s, rest 10s, Squats 15s"),
    ("an own dose replaces its dose", "- sq 30s", "Squats 30s, rest 10s, Squats 30s"),
    (
        "an own dose as a key",
        "- exercise: sq\n  hold: 8s",
        "Squats 8s, rest 10s, Squats 8s",
    ),
    ("own sets", "- exercise: sq\n  sets: 3\n  rest: 0", "Squats 15s, Squats 15s, Squats 15s"),
    (
        "a whole line over it",
        "- sq 3x8, rest 5s @ 20 kg",
        "Squats 24s, rest 5s, Squats 24s, rest 5s, Squats 24s",
    ),
    (
        "own sides",
        "- exercise: sq 10s each side\n  sets: 1\n  rest: 0",
        "Squats right 10s, switch 5s, Squats left 10s",
    ),
]


@pytest.mark.parametrize(("blocks", "shape"), [pytest.param(*row[1:], id=row[0]) for row in SHAPES])
def test_a_definition_is_used(blocks: str, shape: str) -> None:
    found = [part for part in shape_of(with_workout(blocks, SQUATS)) if part != "prepare"]
    assert ", ".join(found) == shape


def test_an_own_key_wins_over_a_definition_and_a_definition_over_the_defaults() -> None:
    header = """
    defaults: {for: 3s, load: default, setup: Default., on_set: Default.}
    exercises: {sq: {name: Squats, for: 5s, load: defined, setup: Defined.}}
    """
    (work,) = _works("- exercise: sq\n  load: own", header)
    setup, on_set = work.exercise.setup, work.on_lines[0]
    assert setup is not None
    assert (work.load, setup.text, on_set.text) == ("own", "Defined.", "Default.")
    assert work.dose.length_ms == 5000


def test_a_dose_is_replaced_whole_at_each_of_the_three_places() -> None:
    header = "defaults: {reps: 5, hold: 4s}\nexercises: {a: {for: 10s}, b: {}}"
    kinds = [work.dose.kind for work in _works("- a\n- b\n- b x3\n- a 5s hold", header)]
    assert kinds == ["for", "reps+hold", "reps", "hold"]


def test_the_cues_of_a_definition_are_nearer_than_those_around() -> None:
    header = "cues: {countdown: 1, progress: off}\nexercises: {a: {cues: {countdown: 5}}}"
    (work,) = _works("- a 10s", header)
    assert (work.exercise.cues.countdown, work.exercise.cues.progress) == (5, False)


def test_a_definition_without_a_name_is_called_by_its_short_name_in_words() -> None:
    assert shape_of(with_workout("- exercise: b-c_d\n  for: 3s", "exercises: {b-c_d: {}}")) == [
        "prepare",
        "b c d 3s",
    ]


def test_names_are_taken_as_they_are_written() -> None:
    assert shape_of(with_workout("- Sq 4s", SQUATS))[-1] == "Sq 4s"


def test_a_setup_of_a_definition_is_said_for_each_block_that_uses_it() -> None:
    shape = shape_of(with_workout("- a 5s\n- a 6s", "exercises: {a: {setup: Stand.}}"))
    assert shape == ["prepare", "a 5s", "prepare", "a 6s"]


def test_two_definitions_and_their_easier_and_harder() -> None:
    header = "exercises: {p: {for: 10s, easier: {for: 5s}, harder: {for: 20s, sets: 2}}}"
    text = with_workout("- p", header)
    assert shape_of(text, "easy")[1:] == ["p 5s"]
    assert shape_of(text, "medium")[1:] == ["p 10s"]
    assert shape_of(text, "hard")[1:] == ["p 20s", "p 20s"]


CATALOGUE = {
    "- exercise: bird-dog\n  reps: 5": "Bird dog right 15s, switch 5s, Bird dog left 15s",
    "- exercise: bird-dog\n  hold: 9s\n  sides: [left]": "Bird dog left 9s",
    "- exercise: dead-bug\n  reps: 3": "Dead bug 12s",
    "- exercise: dead-bug\n  reps: 3\n  rep: 5s": "Dead bug 15s",
    "- exercise: dead-bug\n  reps: 3\n  tempo: 1-1": "Dead bug 6s",
    "- exercise: dead-bug\n  for: 30s": "Dead bug 30s",
    "- circuit: C\n  sides: each\n  do: [{exercise: bird-dog, reps: 2}]": "Bird dog right 6s, switch 5s, Bird dog left 6s",
    # With a dose beside it, too.
    "- exercise: bird-dog x5": "Bird dog right 15s, switch 5s, Bird dog left 15s",
    "- exercise: bird-dog 2x5s hold": "Bird dog right 12s, switch 5s, Bird dog left 12s",
    "- exercise: tree 30s": "Tree right 30s, switch 5s, Tree left 30s",
    "- exercise: 30s plank": "Plank 30s",
    # In a line, only where a hyphen tells it from plain words.
    "- bird-dog x5": "Bird dog right 15s, switch 5s, Bird dog left 15s",
    "- 30s wall-sit": "Wall sit 30s",
    "- 30s plank": "plank 30s",
    # Other words are a name like any other.
    "- exercise: Bird-dog\n  reps: 5": "Bird-dog 15s",
    "- exercise: bird dog\n  reps: 5": "bird dog 15s",
    "- push-ups x5": "push-ups 15s",
}


@inputs(("blocks", "shape"), CATALOGUE)
def test_the_catalogue_is_asked_for_short_names(blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks))) == f"prepare, {shape}"


def test_a_routines_own_definition_wins_over_the_catalogue() -> None:
    header = "exercises: {bird-dog: {name: Mine}}"
    assert shape_of(with_workout("- exercise: bird-dog\n  reps: 5", header)) == [
        "prepare",
        "Mine 15s",
    ]


def test_a_setup_and_tips_of_the_catalogue_are_lost_without_a_word() -> None:
    blocks = "- Run 9s\n- rest: 9s\n- exercise: bird-dog\n  hold: 3s\n  sides: [right]"
    assert warnings_of(with_workout(blocks)) == []


def test_an_own_setup_and_own_tips_over_the_catalogue_are_reported_when_lost() -> None:
    blocks = (
        "- Run 9s\n- rest: 8s\n- exercise: bird-dog\n  hold: 3s\n  sides: [right]\n"
        "  setup: Come down on your hands and on your knees.\n  tips: [Own.]"
    )
    lines = [warning.line for warning in warnings_of(with_workout(blocks))]
    assert lines == [9, 10]


def test_the_catalogues_setup_and_tips_are_said_where_there_is_room() -> None:
    timeline = plan_of(with_workout("- exercise: bird-dog\n  hold: 30s"))
    roles = {event.role for event in timeline.events}
    assert {"setup", "tip"} <= roles


ERRORS = {
    "a name of the catalogue without a dose": (
        "- exercise: bird-dog",
        "",
        Shown(
            4,
            15,
            "`bird-dog` has no dose",
            "say how long or how often: `for: 30s` or `reps: 10`",
        ),
    ),
    "a defined name without a dose": (
        "- exercise: a",
        "exercises: {a: {name: Hop}}",
        Shown(4, 15, "`a` has no dose", "say how long or how often: `a 30s` or `a x10`"),
    ),
    "an unknown key": (
        "- a 3s",
        "exercises: {a: {fro: 3s}}",
        Shown(2, 17, "unknown key `fro` in a defined exercise", "did you mean `for`?"),
    ),
    "a list": (
        "- a 3s",
        "exercises: [a]",
        Shown(
            2,
            1,
            "`exercises` takes short names, each with an exercise's keys",
            "a list of blocks belongs under `workout`",
        ),
    ),
    "a line": (
        "- a 3s",
        "exercises: {a: Plank 30s}",
        Shown(2, 16, "expected a defined exercise: keys and values", None),
    ),
    "a placeholder in the name": (
        "- a 3s",
        "exercises: {a: {name: '{side}'}}",
        Shown(
            2,
            24,
            "placeholders have no place in a name or title",
            "write `{{` for a brace that is spoken",
        ),
    ),
    "a name where it is used": (
        "- exercise: a\n  for: 3s\n  name: Hop",
        "exercises: {a: {}}",
        Shown(6, 5, "unknown key `name` in an exercise", "did you mean `exercise`?"),
    ),
    "a side that is named twice": (
        "- a 3s",
        "exercises: {a: {sides: [x, x]}}",
        Shown(2, 28, "`x` is named twice", "name each side once"),
    ),
    "an unknown key in `easier`": (
        "- a 3s",
        "exercises: {a: {easier: {fro: 3s}}}",
        Shown(2, 26, "unknown key `fro` in an exercise", "did you mean `for`?"),
    ),
}


@cases(("blocks", "header", "error"), ERRORS)
def test_a_wrong_definition_is_refused_where_it_is_written(
    blocks: str, header: str, error: Shown
) -> None:
    assert errors_of(with_workout(blocks, header)) == [error]


def _works(blocks: str, header: str) -> list[Work]:
    return [phase for phase in phases_of(with_workout(blocks, header)) if isinstance(phase, Work)]


@pytest.mark.parametrize("keys", ["{name: '--', for: 20s}", "{for: xx}"])
def test_what_is_wrong_with_a_definition_is_told_once(keys: str) -> None:
    routine = with_workout("- exercise: aa\n- exercise: aa 30s", f"exercises: {{aa: {keys}}}")
    assert len(errors_of(routine)) == 1
