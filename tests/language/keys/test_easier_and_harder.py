"""Easier and harder: keys in place of others at one level."""

from helpers.cases import cases, inputs
from helpers.routines import Shown, errors_of, shape_of, with_workout

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
    "easier:": Shown(5, 5, "`easier` has no value", NO_VALUE),
    "easier: {exercise: Hop}": Shown(
        5, 14, "unknown key `exercise` in an exercise", "delete `exercise: Hop`"
    ),
    "harder: {easier: {for: 3s}}": Shown(
        5, 14, "unknown key `easier` in an exercise", "delete `easier`"
    ),
}


@inputs(("key", "error"), ERRORS)
def test_a_wrong_key_in_them_is_refused_at_every_level(key: str, error: Shown) -> None:
    assert errors_of(with_workout(f"- exercise: Hop 20s\n  {key}")) == [error]
