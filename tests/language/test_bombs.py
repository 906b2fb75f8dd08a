"""Files that would never end are refused at once."""

from itertools import pairwise
from pathlib import Path

import pytest

from helpers.routine_files import errors_of_files
from helpers.routines import errors_of, with_workout
from helpers.work import at_most

CALLS = 10_000_000


def _aliases() -> str:
    letters = "abcdefghi"
    lines = ["x_a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in pairwise(letters):
        lines.append(f"x_{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    return "\n".join([*lines, "title: T", "workout: *i"])


def _nested(depth: int, kind: str) -> str:
    lines = ["title: T", "workout:"]
    for number in range(depth):
        lines += [f"{'  ' * (2 * number + 1)}- {kind}", f"{'  ' * (2 * number + 2)}do:"]
    return "\n".join([*lines, f"{'  ' * (2 * depth + 1)}- Run 1s"])


def _used(value: str, blocks: str) -> str:
    return f"title: T\nvars: {{a: {value}}}\nworkout:\n{blocks}"


BOMBS = {
    "ten thousand brackets": f"title: T\nworkout: {'[' * 10_000}{']' * 10_000}",
    "ten thousand braces": f"title: T\nworkout: {'{a: ' * 10_000}{'}' * 10_000}",
    "an open end": f"title: T\nworkout: {'[' * 10_000}",
    "aliases of aliases": _aliases(),
    "an alias in itself": "title: T\nworkout: &a [*a]",
    "blocks in blocks": _nested(17, "repeat: 1"),
    "emoms in emoms": _nested(17, "emom: 1"),
    "a large text used often": _used("x" * 500_000, "  - say: '" + "{a}" * 300 + "'\n"),
    "a large text in many places": _used("x" * 500_000, "  - '{a}'\n" * 5),
    "a large list used often": _used(f"[{'x, ' * 5000}]", "  - '{a}'\n" * 5000),
    "a total of days": with_workout("- amrap: 100h\n  do: [5 hops]"),
    "a clock that ticks every millisecond": with_workout("- Run 5h", "cues: {clock: 0.001s}"),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in BOMBS.items()])
def test_it_is_refused_at_once(text: str) -> None:
    with at_most(CALLS):
        assert errors_of(text)


def test_includes_that_multiply_are_refused_at_once(tmp_path: Path) -> None:
    files = {"main.yaml": "title: T\nworkout:\n" + "  - include: f0.yaml\n" * 8}
    for number in range(12):
        text = "workout:\n" + f"  - include: f{number + 1}.yaml\n" * 8
        files[f"f{number}.yaml"] = text
    files["f12.yaml"] = "workout: [Run 1s]"
    with at_most(CALLS):
        assert errors_of_files(tmp_path, files)


def test_includes_in_a_circle_are_refused_at_once(tmp_path: Path) -> None:
    files = {
        "main.yaml": "title: T\nworkout: [include: a.yaml]",
        "a.yaml": "workout: [include: b.yaml]",
        "b.yaml": "workout: [include: a.yaml, include: main.yaml]",
    }
    with at_most(CALLS):
        assert len(errors_of_files(tmp_path, files)) == 2
