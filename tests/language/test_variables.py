"""Variables: names that texts and values use."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.routine_files import errors_of_files, shape_of_files
from helpers.routines import Shown, errors_of, plan_of, said_in, shape_of, with_workout
from voicecoach.problems import WrongUsageError

SHAPES = [
    ("in a line", "- Run {run}", "vars: {run: 60s}", "Run 60s"),
    ("as a value", "- exercise: Run\n  for: '{run}'", "vars: {run: 60s}", "Run 60s"),
    ("a part of a value", "- exercise: Run\n  for: '{run} min'", "vars: {run: 2}", "Run 120s"),
    ("a list", "- exercise: Run\n  for: '{run}'", "vars: {run: [9s, 6s]}", "Run 9s, Run 6s"),
    ("a mapping as a block", "- '{b}'", "vars: {b: {exercise: Run, for: 9s}}", "Run 9s"),
    ("a list of blocks", "- repeat: 2\n  do: '{b}'", "vars: {b: [Run 1s, Hop 2s]}",
     "Run 1s, Hop 2s, Run 1s, Hop 2s"),
    ("a mapping as a value", "- Run 9s", "vars: {c: {countdown: 5}}\ncues: '{c}'", "Run 9s"),
    ("in a name", "- exercise: Run {how}\n  for: 9s", "vars: {how: uphill}", "Run uphill 9s"),
    ("in a circuit", "- circuit: '{c}'\n  rounds: '{n}'\n  do: [Run 1s]",
     "vars: {c: Legs, n: 2}", "Run 1s, Run 1s"),
    ("in the header", "- Run 1s\n- Hop 1s", "vars: {gap: 9s}\nbetween: '{gap}'",
     "Run 1s, rest 9s, Hop 1s"),
    ("in a definition", "- p", "vars: {n: 7s}\nexercises: {p: {for: '{n}'}}", "p 7s"),
    ("never in a note", "- exercise: Run 9s\n  note: '{x} {'", "vars: {run: 60s}", "Run 9s"),
    ("never in a description", "- Run 9s", "description: '{x} {'\nauthor: '{y}'", "Run 9s"),
    ("one that nobody uses", "- Run 9s", "vars: {run: 60s}", "Run 9s"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "header", "shape"), [pytest.param(*row[1:], id=row[0]) for row in SHAPES]
)
def test_a_variable_is_put_in(blocks: str, header: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks, header))) == f"prepare, {shape}"


def test_a_variable_in_a_text_stands_among_other_placeholders() -> None:
    blocks = "- exercise: Run 9s\n  setup: 'Hi {name}, {exercise} {{ now }}.'"
    timeline = plan_of(with_workout(blocks, "vars: {name: Bob}\nintro: off"))
    assert said_in(timeline, 0)[1] == "Hi Bob, Run { now }."


BRACE = "write `{{zzzzzz}`, where `{{` is a brace"
NO_VALUE = "delete the line, or write a value behind the colon"
NO_MAPPING = "write for instance `vars: {run: 60s}`"
ERRORS = {
    "a misspelt name in a line": (
        "- Run {rnu}",
        "vars: {run: 60s}",
        Shown(4, 9, "unknown placeholder `{rnu}`", "did you mean `{run}`?"),
    ),
    "a misspelt name in a value": (
        "- exercise: Run\n  for: '{rnu}'",
        "vars: {run: 60s}",
        Shown(5, 11, "unknown placeholder `{rnu}`", "did you mean `{run}`?"),
    ),
    "a capital letter": (
        "- Run 1s\n- say: 'Hi {Name}.'",
        "vars: {name: Bob}",
        Shown(5, 14, "unknown placeholder `{Name}`", "did you mean `{name}`?"),
    ),
    "a misspelt placeholder": (
        "- Run 1s\n- say: 'Hi {exercize}.'",
        "",
        Shown(5, 14, "unknown placeholder `{exercize}`", "did you mean `{exercise}`?"),
    ),
    "a name that is like none": (
        "- Run 1s\n- say: 'Hi {zzzzzz}.'",
        "",
        Shown(5, 14, "unknown placeholder `{zzzzzz}`", BRACE),
    ),
    "blanks in the braces": (
        "- Run 1s\n- say: 'Hi { name }.'",
        "vars: {name: Bob}",
        Shown(5, 14, "`{ name }` is no placeholder", "`{{` is a brace"),
    ),
    "a brace that is not closed": (
        "- Run 1s\n- say: 'Hi {name.'",
        "vars: {name: Bob}",
        Shown(5, 14, "`{name.` is no placeholder", "`{{` is a brace"),
    ),
    "a list in a text": (
        "- Run 1s\n- say: 'Hi {c}.'",
        "vars: {c: [a]}",
        Shown(5, 14, "`{c}` is a list or mapping, which has no place inside a text", None),
    ),
    "a mapping in a line": (
        "- Run 10s {c}",
        "vars: {c: {a: b}}",
        Shown(4, 13, "`{c}` is a list or mapping, which has no place inside a text", None),
    ),
    "a value without quotes": (
        "- exercise: Run\n  for: {run}",
        "vars: {run: 60s}",
        Shown(5, 10, "a text that begins with `{` must be quoted", 'write `for: "{run}"`'),
    ),
    "a value that does not fit": (
        "- exercise: Run\n  for: '{run}'",
        "vars: {run: 7 parsecs}",
        Shown(5, 11, "`7 parsecs` is no duration", "write for instance `30s`, `1:30` or `2 min`"),
    ),
    "a placeholder's name, `next`": (
        "- Run 1s",
        "vars: {next: Bob}",
        Shown(
            2, 8, "`next` is a placeholder already", "write `my_next`, and `{my_next}` for `{next}`"
        ),
    ),
    "a placeholder's name, `total`": (
        "- Run 1s",
        "vars: {total: Bob}",
        Shown(
            2,
            8,
            "`total` is a placeholder already",
            "write `my_total`, and `{my_total}` for `{total}`",
        ),
    ),
    "a name that begins with a digit": (
        "- Run 1s",
        "vars: {9x: Bob}",
        Shown(2, 8, "`9x` is no name for a variable", "write `v9x`, and `{v9x}` for `{9x}`"),
    ),
    "a name with a blank": (
        "- Run 1s",
        "vars: {a b: Bob}",
        Shown(2, 8, "`a b` is no name for a variable", "write `a_b`, and `{a_b}` for `{a b}`"),
    ),
    "a name with an umlaut": (
        "- Run 1s",
        "vars: {ä: Bob}",
        Shown(2, 8, "`ä` is no name for a variable", "write `a`, and `{a}` for `{ä}`"),
    ),
    "a list of variables": (
        "- Run 1s",
        "vars: [a]",
        Shown(2, 7, "`vars` takes names and values", NO_MAPPING),
    ),
    "a text for variables": (
        "- Run 1s",
        "vars: a",
        Shown(2, 7, "`vars` takes names and values", NO_MAPPING),
    ),
    "no variables": ("- Run 1s", "vars:", Shown(2, 1, "`vars` has no value", NO_VALUE)),
    "a variable without a value": (
        "- Run 1s",
        "vars:\n  a:",
        Shown(3, 3, "`a` has no value", NO_VALUE),
    ),
}


@cases(("blocks", "header", "error"), ERRORS)
def test_a_wrong_variable_is_one_error_where_it_stands(
    blocks: str, header: str, error: Shown
) -> None:
    assert errors_of(with_workout(blocks, header)) == [error]


def test_an_unknown_name_in_a_variables_own_value_is_refused() -> None:
    blocks = "- Run 1s\n- say: 'Hi {who}.'"
    (error,) = errors_of(with_workout(blocks, "vars: {who: 'Mr {nmae}', name: Bob}"))
    assert error.message == "unknown placeholder `{nmae}`"


MAIN = "title: T\nvars: {run: 60s, gap: 9s}\nworkout: ['Run {run}', rest: '{gap}', include: a.yaml]"
INCLUDED = "vars: {run: 8s}\nworkout: ['Hop {run}']"
FILES = {"main.yaml": MAIN, "a.yaml": INCLUDED}


def test_a_value_from_outside_wins(tmp_path: Path) -> None:
    shape = shape_of_files(tmp_path, FILES, {"run": "20s"})
    assert shape == "prepare, Run 20s, rest 9s, Hop 8s"


def test_a_wrong_value_from_outside_is_refused_where_it_is_used(tmp_path: Path) -> None:
    (error,) = errors_of_files(tmp_path, FILES, {"gap": "soon"})
    assert (error.file, error.line) == ("main.yaml", 3)
    assert error.message == "`soon` is no duration"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("rnu", "did you mean `run`?"), ("zzz", "list it under `vars`, with its usual value")],
)
def test_an_unknown_name_from_outside_is_wrong_usage(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(WrongUsageError) as caught:
        shape_of_files(tmp_path, FILES, {name: "20s"})
    assert f"`{name}`" in caught.value.message
    assert caught.value.hint == hint
