"""Easier and harder: keys in place of others at one level."""

from helpers.cases import cases, inputs
from helpers.routines import Shown, errors_of, shape_of, with_workout
from voicecoach.language.values import Level

LEVELS: tuple[Level, ...] = ("easy", "medium", "hard")

SHAPES = {
    "- exercise: Hop\n  for: 20s\n  easier: {for: 10s}\n  harder: {for: 30s, sets: 2}": (
        "Hop 10s",
        "Hop 20s",
        "Hop 30s, Hop 30s",
    ),
    "- exercise: Hop 20s\n  easier: {for: 10s}": ("Hop 10s", "Hop 20s", "Hop 20s"),
    "- exercise: Hop\n  reps: 10\n  easier: {hold: 10s}\n  harder: {reps: 5, hold: 3s}": (
        "Hop 10s",
        "Hop 30s",
        "Hop 23s",
    ),
    "- exercise: Hop\n  reps: 8-12\n  easier: {reps: 2-4}\n  harder: {reps: 20-30}": (
        "Hop 6s",
        "Hop 30s",
        "Hop 90s",
    ),
    "- exercise: Hop 9s each side\n  easier: {sides: [left]}\n  harder: {switch: 0}": (
        "Hop left 9s",
        "Hop right 9s, switch 5s, Hop left 9s",
        "Hop right 9s, Hop left 9s",
    ),
    "- exercise: Hop 9s\n  easier: {sets: 2, rest: 3s}\n  harder: {sets: 2, rest: 1s}": (
        "Hop 9s, rest 3s, Hop 9s",
        "Hop 9s",
        "Hop 9s, rest 1s, Hop 9s",
    ),
}


@inputs(("blocks", "easy", "medium", "hard"), SHAPES)
def test_at_its_level_each_key_is_in_place_of_the_usual_one(
    blocks: str, easy: str, medium: str, hard: str
) -> None:
    text = with_workout(blocks)
    assert ", ".join(shape_of(text, "easy")[1:]) == easy
    assert ", ".join(shape_of(text, "medium")[1:]) == medium
    assert ", ".join(shape_of(text, "hard")[1:]) == hard


NEARER = {
    "in the defaults": ("- Hop", "defaults: {for: 10s, easier: {for: 5s}}", "Hop 5s"),
    "in the defaults, and a dose of its own": (
        "- Hop 7s",
        "defaults: {for: 10s, easier: {for: 5s}}",
        "Hop 7s",
    ),
    "in the exercise and in the defaults": (
        "- exercise: Hop\n  easier: {for: 3s}",
        "defaults: {for: 10s, easier: {for: 5s}}",
        "Hop 3s",
    ),
    "in a definition": ("- p", "exercises: {p: {for: 10s, easier: {for: 5s}}}", "p 5s"),
    "in a definition, and a dose of its own": (
        "- p 7s",
        "exercises: {p: {for: 10s, easier: {for: 5s}}}",
        "p 7s",
    ),
    "in the defaults, and a dose in the definition": (
        "- p",
        "exercises: {p: {for: 9s}}\ndefaults: {for: 2s, easier: {for: 1s}}",
        "p 9s",
    ),
    "in the defaults of a section": (
        "- section: S\n  defaults: {easier: {for: 2s}}\n  do: [Hop]",
        "defaults: {for: 10s, easier: {for: 5s}}",
        "Hop 2s",
    ),
}


@cases(("blocks", "header", "shape"), NEARER)
def test_easier_stands_as_near_as_the_keys_that_it_replaces(
    blocks: str, header: str, shape: str
) -> None:
    assert ", ".join(shape_of(with_workout(blocks, header), "easy")[1:]) == shape


NO_VALUE = "delete the line, or write a value behind the colon"
ERRORS = {
    "easier: {fro: 3s}": Shown(5, 14, "unknown key `fro` in an exercise", "did you mean `for`?"),
    "easier: {for: 3 parsecs}": Shown(
        5, 19, "`3 parsecs` is no duration", "write for instance `30s`, `1:30` or `2 min`"
    ),
    "easier: for 3s": Shown(5, 13, "`easier` takes keys and values", None),
    "easier: Knee push-ups": Shown(
        5,
        13,
        "`easier` takes keys and values",
        "write `easier: {exercise: Knee push-ups}`",
    ),
    "easier:": Shown(5, 5, "`easier` has no value", NO_VALUE),
    "easier: {exercise: Run 9s, for: 5s}": Shown(
        5, 32, "`for` is written twice: here and in the name", "keep `9s` in the name, or the key"
    ),
    "easier: {exercise: rest 30s}": Shown(
        5,
        24,
        "`rest 30s` is a rest, not an exercise",
        "write the name of another exercise, or other keys",
    ),
    "easier: {exercise: [Run]}": Shown(
        5, 14, "`exercise` takes a name or a whole line", "put the text in quotes"
    ),
    "easier: {exercise: '90'}": Shown(
        5, 25, "`90` is no name that can be spoken", "write it in words"
    ),
    "easier: {exercise: bird-dgo}": Shown(
        5, 24, "there is no exercise `bird-dgo`", "did you mean `bird-dog`?"
    ),
    "harder: {hold: 9s, for: 9s}": Shown(
        5, 14, "two doses: `for` and `hold`", "keep `for` to move or `hold` to keep still"
    ),
    "harder: {reps: [6, 4], sets: 3}": Shown(
        5, 14, "`reps` lists 2 values where 3 sets need 3", "one value a set"
    ),
    "harder: {hold: 9s, rep: 2s}": Shown(
        5,
        24,
        "`rep` does nothing here: it goes with `reps` without a tempo",
        "delete it, or change the dose",
    ),
    "harder: {sets: 2, on_set: [One., Two., Three.]}": Shown(
        5, 23, "`on_set` lists 3 lines for 2 sets", "one line a set, or one for all"
    ),
    "harder: {tips: [{at: 3s}]}": Shown(
        5, 21, "a tip has either `say` or `sound`", "write `{at: 10s, say: Breathe.}`"
    ),
    "harder: {easier: {for: 3s}}": Shown(
        5, 14, "unknown key `easier` in an exercise", "delete `easier`"
    ),
}


@inputs(("key", "error"), ERRORS)
def test_a_wrong_key_in_them_is_refused_at_every_level(key: str, error: Shown) -> None:
    assert errors_of(with_workout(f"- exercise: Hop 20s\n  {key}")) == [error]


def test_a_key_may_be_of_use_at_one_level_alone() -> None:
    text = with_workout("- exercise: Hop\n  reps: 10\n  tempo: 2-1-2\n  easier: {hold: 20s}")
    assert shape_of(text, "easy")[1:] == ["Hop 20s"]
    assert shape_of(text, "medium")[1:] == ["Hop 50s"]


def test_a_tip_for_a_set_that_one_level_alone_has_is_right_at_any() -> None:
    blocks = """
    - exercise: Hop 3x10s, rest 9s
      easier: {sets: 2}
      tips: [{at: 2s, say: The last., set: 3}]
    """
    for level in LEVELS:
        shape_of(with_workout(blocks), level)


def test_a_dose_may_stand_in_each_level() -> None:
    text = with_workout("- exercise: Hop\n  for: 9s\n  easier: {for: 3s}\n  harder: {for: 12s}")
    assert [shape_of(text, level)[1] for level in LEVELS] == ["Hop 3s", "Hop 9s", "Hop 12s"]


def test_where_only_other_levels_have_a_dose_the_routine_is_refused_at_any() -> None:
    text = with_workout("- exercise: Hop\n  easier: {for: 3s}\n  harder: {for: 12s}", "level: easy")
    hint = "say how long or how often: `Hop 30s` or `Hop x10`"
    assert errors_of(text) == [Shown(4, 15, "`Hop` has no dose", hint)]


def test_in_the_defaults_they_name_no_other_exercise() -> None:
    header = "defaults: {for: 9s, easier: {exercise: Run}}"
    expected = Shown(2, 30, "unknown key `exercise` in an exercise", "delete `exercise: Run`")
    assert errors_of(with_workout("- Hop 9s", header)) == [expected]
