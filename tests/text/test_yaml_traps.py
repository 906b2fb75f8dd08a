"""YAML's faults and traps: the place, what is wrong in plain words, and the line as it should be.

All of it is tried with both of PyYAML's parsers, since either may be installed.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.routines import FILE, Shown, errors_of, problems_of
from voicecoach.problems import RoutineError
from voicecoach.text import document
from voicecoach.text.document import parse_document, read_document

PARSERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])
HEAD = "title: T\nworkout:\n"

_NO_FIT = "this line does not fit the lines above it"
_SAME_COLUMN = "begin the items of one list, and the keys of one block, in the same column"
_NO_MAPPING = "a routine is a mapping of keys"
_BEGIN = "begin with `title:`, then `workout:` with the list of blocks below it"
_EMPTY = ("the file is empty", "a routine needs `title` and `workout`")
_DEEPER = "this item is indented deeper than its list: YAML adds it to the line above"
_COMMA = "in brackets, a comma begins a new block: the rest would stand alone"

# A text, and the line, column, message and hint of its one problem.
TRAPS: list[tuple[str, int, int, str, str | None]] = [
    # Tabs.
    (
        f"{HEAD}\t- Plank 40s\n",
        3,
        1,
        "a tab indents this line",
        "indent with spaces: `  - Plank 40s`",
    ),
    (
        f"{HEAD}  - exercise: Plank\n\t\thold: 40s\n",
        4,
        1,
        "a tab indents this line",
        "indent with spaces: `  hold: 40s`",
    ),
    (
        f"{HEAD}  -\tPlank 40s\n",
        3,
        4,
        "a tab stands where YAML wants a space",
        "write `- Plank 40s`",
    ),
    # Quotes.
    (
        'title: "T\nworkout:\n  - Plank 40s\n',
        1,
        8,
        "this quote is never closed",
        'close the text with "',
    ),
    (
        "title: 'T\nworkout:\n  - Plank 40s\n",
        1,
        8,
        "this quote is never closed",
        "close the text with '",
    ),
    (f"{HEAD}  - say: 'Breathe\n", 3, 10, "this quote is never closed", "close the text with '"),
    (
        f"{HEAD}  - say: 'don't stop'\n",
        3,
        10,
        "the text goes on after its quote is closed",
        'write `- say: "don\'t stop"`',
    ),
    (
        f'{HEAD}  - "Plank" 40s\n',
        3,
        5,
        "the text goes on after its quote is closed",
        'write `- "\\"Plank\\" 40s"`',
    ),
    # No routine at all.
    ("", 1, 1, *_EMPTY),
    ("\n\n", 1, 1, *_EMPTY),
    ("# nothing\n", 1, 1, *_EMPTY),
    ("---\n", 1, 1, *_EMPTY),
    ("just words\n", 1, 1, _NO_MAPPING, _BEGIN),
    ("42\n", 1, 1, _NO_MAPPING, _BEGIN),
    ("- Plank 40s\n- Squats x10\n", 1, 1, _NO_MAPPING, _BEGIN),
    # A colon in a text, and a missing one.
    (
        f"{HEAD}  - say: Now: breathe\n",
        3,
        13,
        "a text with `: ` in it must be quoted",
        'write `- say: "Now: breathe"`',
    ),
    (
        "title: Core: the best\nworkout: [Plank 40s]\n",
        1,
        12,
        "a text with `: ` in it must be quoted",
        'write `title: "Core: the best"`',
    ),
    (
        f"{HEAD}  - exercise: Plank: side\n    hold: 20s\n",
        3,
        20,
        "a text with `: ` in it must be quoted",
        'write `- exercise: "Plank: side"`',
    ),
    ("title: T\nworkout\n  - Plank 40s\n", 2, 1, "this line has no `:`", "write `workout:`"),
    ("title T\nworkout:\n  - Plank 40s\n", 1, 1, "this line has no `:`", "write `title: T`"),
    (
        f"{HEAD}  - exercise: Plank\n    hold 40s\n",
        4,
        5,
        "this line has no `:`",
        "write `hold: 40s`",
    ),
    (
        f"{HEAD}  - exercise:Plank 40s\n",
        3,
        5,
        "a key needs a space after its `:`",
        "write `exercise: Plank 40s`",
    ),
    (
        f"{HEAD}  - exercise: Plank\n    hold:40s\n",
        4,
        5,
        "a key needs a space after its `:`",
        "write `hold: 40s`",
    ),
    (
        "title:T\nworkout:\n  - Plank 40s\n",
        1,
        1,
        "a key needs a space after its `:`",
        "write `title: T`",
    ),
    (f"{HEAD}  - Plank: 40s\n", 3, 5, "`Plank` is no kind of block", "write `- Plank 40s`"),
    (
        f"{HEAD}  - Side plank: 40s each side\n",
        3,
        5,
        "`Side plank` is no kind of block",
        "write `- Side plank 40s each side`",
    ),
    # Characters that mean something to YAML.
    (
        f"{HEAD}  - say: {{side}} now\n",
        3,
        10,
        "a text that begins with `{` must be quoted",
        'write `- say: "{side} now"`',
    ),
    (
        f"{HEAD}  - say: {{side}}\n",
        3,
        10,
        "a text that begins with `{` must be quoted",
        'write `- say: "{side}"`',
    ),
    (
        f"{HEAD}  - say: We are #1\n",
        3,
        17,
        "YAML reads `#1` as a comment: it would not be spoken",
        'write `- say: "We are #1"`; or `# 1` for a comment',
    ),
    (
        f"{HEAD}  - Plank 40s #core\n",
        3,
        15,
        "YAML reads `#core` as a comment: it would not be spoken",
        'write `- "Plank 40s #core"`; or `# core` for a comment',
    ),
    (
        f"{HEAD}  - say: !go\n",
        3,
        10,
        "a text that begins with `!` must be quoted",
        'write `- say: "!go"`',
    ),
    (f"{HEAD}  - !go\n", 3, 5, "a text that begins with `!` must be quoted", 'write `- "!go"`'),
    (
        f"{HEAD}  - say: !!python/object:os.system go\n",
        3,
        10,
        "a text that begins with `!` must be quoted",
        'write `- say: "!!python/object:os.system go"`',
    ),
    (
        f"{HEAD}  - exercise: Squats x10\n    load: @RPE 8\n",
        4,
        11,
        "a text cannot begin with `@`",
        'write `load: "@RPE 8"`',
    ),
    (
        f"{HEAD}  - %Plank 40s\n",
        3,
        5,
        "a text cannot begin with `%`",
        'write `- "%Plank 40s"`',
    ),
    (
        f"{HEAD}  - say: *go\n",
        3,
        10,
        "`*` begins an alias in YAML, and none has this name",
        'write `- say: "*go"`',
    ),
    (
        f"{HEAD}  - say: | now\n",
        3,
        10,
        "a text that begins with `|` must be quoted",
        'write `- say: "| now"`',
    ),
    (
        f"{HEAD}  - > Plank 40s\n",
        3,
        5,
        "a text that begins with `>` must be quoted",
        'write `- "> Plank 40s"`',
    ),
    # Brackets and braces.
    (
        f"{HEAD}  - circuit: C\n    do: [Push-ups 3x10, rest 45s]\n",
        4,
        9,
        _COMMA,
        "write `- Push-ups 3x10, rest 45s` on a line of its own",
    ),
    (
        f"{HEAD}  - exercise: Plank 40s\n    tips: [Breathe\n",
        4,
        11,
        "this `[` is never closed",
        "close it with `]`, or put the text in quotes",
    ),
    (
        f"{HEAD}  - exercise: Plank 40s\n    tips: [{{at: 10s, say: In, and out.}}]\n",
        4,
        31,
        "in braces, a comma ends a text",
        'write `say: "In, and out."`',
    ),
    # Columns.
    (f"{HEAD}  - Plank 40s\n   - Squats x10\n", 4, 4, _DEEPER, "write `  - Squats x10`"),
    (f"{HEAD}  - Plank 40s\n    - Squats x10\n", 4, 5, _DEEPER, "write `  - Squats x10`"),
    (f"{HEAD}- Plank 40s\n - Squats x10\n", 4, 2, _DEEPER, "write `- Squats x10`"),
    (f"{HEAD}  - Plank 40s\n  Jacks 30s\n", 4, 3, "this line has no `:`", "write `- Jacks 30s`"),
    (f"{HEAD}  - Plank 40s\n  -Jacks 30s\n", 4, 3, "this line has no `:`", "write `- Jacks 30s`"),
    (
        f"{HEAD}  - Plank 40s\n    setup: Lie down.\n",
        4,
        5,
        "this key does not fit the line above it",
        "write `- exercise: Plank 40s` above, with the further keys in the same column",
    ),
    (
        f"{HEAD}  - exercise: Plank 40s\n     setup: Lie down.\n",
        4,
        6,
        "this key does not fit the line above it",
        "keys of one block begin in the same column",
    ),
    (f"{HEAD}  - exercise: Plank 40s\n   setup: Lie down.\n", 4, 4, _NO_FIT, _SAME_COLUMN),
    (
        f"{HEAD}  -\n  - Plank 40s\n",
        3,
        4,
        "there is no block here",
        "write one line such as `Plank 40s`, or keys such as `exercise: Plank`",
    ),
    # Keys.
    (
        "title: T\ntitle: U\nworkout: [Plank 40s]\n",
        2,
        1,
        "`title` is written twice",
        "it first stands in line 1",
    ),
    (
        f"{HEAD}  - exercise: Plank\n    hold: 40s\n    hold: 50s\n",
        5,
        5,
        "`hold` is written twice",
        "it first stands in line 4",
    ),
    ("title: T\n? [a]\n: b\nworkout: [Plank 40s]\n", 2, 3, "a key must be a word", None),
    ("title: T\n<<: 3\nworkout: [Plank 40s]\n", 2, 5, "`<<` takes a mapping", None),
    # Anchors and documents.
    (
        f"{HEAD}  - &p Plank 40s\n  - &p Jacks 40s\n",
        4,
        5,
        "this anchor is defined twice",
        "give each anchor a name of its own",
    ),
    (f"{HEAD}  - &a [*a]\n", 3, 9, "this alias stands inside what it stands for", None),
    (
        "title: T\nworkout: &a\n  - circuit: x\n    do: *a\n",
        4,
        9,
        "this alias stands inside what it stands for",
        None,
    ),
    (
        f"{HEAD}  - Plank 40s\n---\ntitle: U\n",
        4,
        1,
        "a second document begins here",
        "delete the line `---`",
    ),
    # Control characters.
    (
        "title: T\x07\nworkout: [Plank 40s]\n",
        1,
        9,
        "a control character (U+0007) stands here",
        "delete it",
    ),
    ("title: \xc4\x1b[31m\n", 1, 9, "a control character (U+001B) stands here", "delete it"),
    (
        "title: T\nauthor: \U0001f600é\x00\n",
        2,
        11,
        "a control character (U+0000) stands here",
        "delete it",
    ),
    (
        "title: \xc4\xc4\xc4\xc4\xc4\xc4\xc4\xc4\x07",
        1,
        16,
        "a control character (U+0007) stands here",
        "delete it",
    ),
]


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_Loader", request.param)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), TRAPS)
def test_a_trap_is_explained_at_its_place(
    text: str, line: int, column: int, message: str, hint: str | None
) -> None:
    assert errors_of(text) == [Shown(line, column, message, hint)]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("text", [row[0] for row in TRAPS])
def test_a_problem_shows_a_line_of_the_file(text: str) -> None:
    lines = text.splitlines() or [""]
    for problem in problems_of(text):
        assert problem.source_line == lines[problem.span.line - 1]
        assert problem.span.column <= len(problem.source_line) + 1


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    "blocks",
    [
        "  - say: 'Now: breathe'\n",
        "  - say: Time 1:30\n",
        "  - say: We are number 1 # of all\n",
        "  - say: C# and F#\n",
        "  - say: Sets & reps @ home, 100% - go!\n",
        "  - say: '{{side}}'\n",
        "  - say: |\n      One: two\n      - three #4\n",
        "  - say: >-\n      One: two\n      - three #4\n",
        "  - Plank 40s # the usual\n",
        "  - {exercise: Plank, hold: 40s}\n",
        "  - circuit: C\n    do: [Plank 40s, Squats x10]\n",
        "  -\n    Plank 40s\n",
        "  - exercise: Plank\n    hold: !!str 40s\n",
        "  - ? exercise\n    : Plank 40s\n",
        "  - &p Plank 40s\n  - *p\n",
    ],
)
def test_what_is_right_is_left_alone(blocks: str) -> None:
    assert errors_of(HEAD + blocks) == []


@pytest.mark.usefixtures("_parser")
def test_a_merge_brings_in_keys_and_gives_way_to_those_that_are_written() -> None:
    text = f"""
{HEAD}  - &plank
    exercise: Plank
    hold: 40s
    load: 5 kg
  - <<: *plank
    hold: 20s
  - <<: [{{load: 8 kg}}, *plank]
"""
    document = parse_document(text.strip(), FILE)
    assert isinstance(document.data, dict)
    plank: dict[str, Any] = {"exercise": "Plank", "hold": "40s", "load": "5 kg"}
    found = document.data["workout"]
    assert found == [plank, plank | {"hold": "20s"}, plank | {"load": "8 kg"}]


@pytest.mark.usefixtures("_parser")
def test_a_fault_in_a_merged_key_is_shown_where_it_was_written() -> None:
    text = f"{HEAD}  - &p {{exercise: Plank, hold: never}}\n  - <<: *p\n"
    first, *_ = errors_of(text)
    assert (first.line, first.column) == (3, 32)


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"title: T\xff\n", 1, 9),
        (b"title: T\nworkout:\n  - Plank \xe4 40s\n", 3, 11),
        ("title: ÄÖ".encode() + b"\xe4\n", 1, 10),
        ("title: T\n".encode("utf-16"), 1, 1),
    ],
)
def test_bad_utf_8_is_shown_where_it_begins(
    tmp_path: Path, content: bytes, line: int, column: int
) -> None:
    path = tmp_path / FILE
    path.write_bytes(content)
    with pytest.raises(RoutineError) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    assert (problem.span.line, problem.span.column) == (line, column)
    assert (problem.message, problem.hint) == ("this is not UTF-8 text", "save the file as UTF-8")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_as_one(newline: str) -> None:
    text = f"{HEAD}  - Plank 40s zz\n".replace("\n", newline)
    assert [(error.line, error.column) for error in errors_of(text)] == [(3, 15)]


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"\xef\xbb\xbftitle: T\nworkout: [Plank 40s]\n")
    document = read_document(path)
    assert isinstance(document.data, dict)
    assert list(document.data) == ["title", "workout"]
