"""Faults of YAML are told by where it stopped, not by what the library says of it."""

import pytest
import yaml

from helpers.parsers import PARSERS, keep_places
from helpers.routines import Shown, errors_of
from voicecoach.text import parsing

_NO_ALIAS = "`*` begins an alias in YAML, and none has this name"

FAULTS: dict[str, tuple[str, Shown]] = {
    "a backslash that stands for no character": (
        'title: "C:\\music"\n',
        Shown(
            1,
            11,
            "`\\m` stands for no character",
            "write `title: 'C:\\music'`",
        ),
    ),
    "a short escape in the second line of a text": (
        'title: "A\\u00e9\n  \\u00g"\n',
        Shown(
            2,
            3,
            "`\\u00` stands for no character",
            "write `\\\\u00`",
        ),
    ),
    "a quote that a document's end cuts off": (
        'title: "T\n---\n\\x"\n',
        Shown(1, 8, "this quote is never closed", 'write `title: "T"`'),
    ),
    "an open quote with quotes in it": (
        "title: 'It''s\n",
        Shown(1, 8, "this quote is never closed", "write `title: 'It''s'`"),
    ),
    "a quoted line without a colon": (
        'title: T\n"more \\u00e9" words\nworkout: [x]\n',
        Shown(2, 1, "this line has no `:`", 'write `  "more \\u00e9" words`'),
    ),
    "a long line without a colon": (
        f"title: T\n{'word ' * 300}\nworkout: [x]\n",
        Shown(2, 1, "this line has no `:`", f"write `  {('word ' * 300).strip()}`"),
    ),
    "an unknown alias in brackets": (
        "tips: [a, *b]\n",
        Shown(1, 11, _NO_ALIAS, "put the text in quotes"),
    ),
    "an unknown alias above another fault": (
        "title: *b\nworkout:\n\t- x\n",
        Shown(1, 8, _NO_ALIAS, 'write `title: "*b"`'),
    ),
    "a second document above another fault": (
        "title: T\n---\nworkout:\n\t- x\n",
        Shown(2, 1, "a second document begins here", "delete the line `---`"),
    ),
    "a reserved character in brackets": (
        "tips: [@ 10s]\n",
        Shown(1, 8, "a text cannot begin with `@`", "put the text in quotes"),
    ),
    "a brace behind an anchor": (
        "- &p {a: b\n- c\n",
        Shown(1, 6, "this `{` is never closed", "write `- &p {a: b}`"),
    ),
    "a bracket whose end is a comment": (
        "title: T\nworkout:\n- tips: [a #]\n- b\n",
        Shown(3, 9, "this `[` is never closed", "write `- tips: [a]`"),
    ),
    "a text in braces that begins with a comma": (
        "tip: {say: , and out}\n",
        Shown(1, 14, "in braces, a comma ends a text", 'write `tip: {say: ", and out"}`'),
    ),
    "a list behind a comma in braces": (
        "tip: {say: In, [out]}\n",
        Shown(1, 16, "a key must be a word", None),
    ),
    "a bracket around a pair": (
        "tips:\n- [at: 10s\n- b\n",
        Shown(2, 3, "this `[` is never closed", "write `- [at: 10s]`"),
    ),
}


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__, autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_Loader", request.param)
    monkeypatch.setattr(yaml.MarkedYAMLError, "__init__", keep_places)


@pytest.mark.parametrize(("text", "shown"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_explained_whatever_the_library_says(text: str, shown: Shown) -> None:
    assert errors_of(text) == [shown]


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000"])
def test_an_escape_beyond_unicode_is_refused_at_its_place(escape: str) -> None:
    (error,) = errors_of(f'title: T\nworkout:\n  - say: "Go {escape}"\n')
    assert error[:3] == (3, 14, f"`{escape}` stands for no character")
