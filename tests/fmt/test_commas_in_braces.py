"""Keys in braces without a value, which a text with a comma looks like."""

import pytest

from helpers.cases import inputs
from helpers.parsers import PARSERS
from helpers.routines import Shown, errors_of
from voicecoach.language.fmt import tree
from voicecoach.text import parsing


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__, autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (parsing, tree):
        monkeypatch.setattr(module, "_Loader", request.param)


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
