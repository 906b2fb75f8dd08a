"""Keys in braces that have no value: whatever `check` takes, `fmt` can write."""

from pathlib import Path

import pytest

from helpers.cases import cases, inputs
from helpers.parsers import PARSERS
from helpers.routines import Shown, errors_of
from voicecoach.language.fmt import normal_form, tree
from voicecoach.text import parsing

PLACES = {
    "in the header": "title: T\ncues: {}\nworkout:\n  - Plank 40s\n",
    "in a block": "title: T\nworkout:\n  - exercise: Planks\n    reps: [3, 4]\n    cues: {}\n",
    "in braces": "title: T\ndefaults: {{cues: {}}}\nworkout:\n  - Plank 40s\n",
}


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__, autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (parsing, tree):
        monkeypatch.setattr(module, "_Loader", request.param)


@cases("place", PLACES)
@inputs(
    ("written", "normal"),
    {
        "{halfway: }": "{halfway: }",
        "{'halfway':}": "{halfway: }",
        "{halfway: !!str }": "{halfway: }",
        "{halfway: &none , progress: *none }": "{halfway: &none , progress: *none}",
        "{halfway: , progress: }": "{halfway: , progress: }",
        "{progress: , halfway: on}": "{halfway: on, progress: }",
        "{halfway: on, progress: }": "{halfway: on, progress: }",
        "{halfway: on,\n      progress: }": "{halfway: on, progress: }",
    },
)
def test_an_empty_value_stays_empty(place: str, written: str, normal: str) -> None:
    assert errors_of(place.format(written)) == []
    after = normal_form(place.format(written), Path("routine.yaml"))
    assert after == place.format(normal)
    assert normal_form(after, Path("routine.yaml")) == after


@inputs(
    ("tip", "line", "column", "right"),
    {
        "{at: 10s, say: In, and out.}": (5, 24, '- {at: 10s, say: "In, and out."}'),
        "{at: 10s, say: In, and out., set: }": (
            5,
            24,
            '- {at: 10s, say: "In, and out.", set: }',
        ),
        "{at: 10s, say: In,\n  and out.}": (6, 3, 'say: "In, and out."'),
    },
)
def test_a_text_with_a_comma_is_told_from_a_key_without_a_value(
    tip: str, line: int, column: int, right: str
) -> None:
    text = f"title: T\nworkout:\n- exercise: Plank 40s\n  tips:\n  - {tip}\n"
    message, hint = "in braces, a comma ends a text", f"write `{right}`"
    assert errors_of(text) == [Shown(line, column, message, hint)]
