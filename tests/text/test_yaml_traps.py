"""YAML's faults and traps: the place, what is wrong in plain words, and the line as it should be.

All of it is tried with both of PyYAML's parsers, since either may be installed.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.cases import cases
from helpers.parsers import PARSERS, keep_places
from helpers.routines import FILE, Shown, errors_of, problems_of
from voicecoach.problems import RoutineError
from voicecoach.text import parsing
from voicecoach.text.parsing import parse_document, read_document

HEAD = "title: T\nworkout:\n"

_NO_FIT = "this key does not begin in the column of the keys around it"
_NO_MAPPING = "a routine is a mapping of keys"
_TITLE = "a routine begins with its title: write `title: {}`"
_ABOVE = "its list of blocks stands under a key: write `workout:` above"
_EMPTY = ("the file is empty", "a routine needs `title` and `workout`")
_DEEPER = "this item is indented deeper than its list: YAML adds it to the line above"
_COMMA = "in brackets, a comma begins a new block: the rest would stand alone"

# A text with a « where its one problem is, and the message and hint.
TRAPS: dict[str, tuple[str, str, str | None]] = {
    "a tab before a dash": (
        f"{HEAD}«\t- Plank 40s\n",
        "a tab indents this line",
        "write `  - Plank 40s`",
    ),
    "tabs before a key": (
        f"{HEAD}  - exercise: Plank\n«\t\thold: 40s\n",
        "a tab indents this line",
        "write `    hold: 40s`",
    ),
    "a tab after a dash": (
        f"{HEAD}  -«\tPlank 40s\n",
        "a tab stands where YAML wants a space",
        "write `- Plank 40s`",
    ),
    "a double quote that is never closed": (
        'title: «"T\nworkout:\n  - Plank 40s\n',
        "this quote is never closed",
        'write `title: "T"`',
    ),
    "a single quote that is never closed": (
        "title: «'T\nworkout:\n  - Plank 40s\n",
        "this quote is never closed",
        "write `title: 'T'`",
    ),
    "a quote that is never closed, in a block": (
        f"{HEAD}  - say: «'Breathe\n",
        "this quote is never closed",
        "write `- say: 'Breathe'`",
    ),
    "a quote inside the same quotes": (
        f"{HEAD}  - say: «'don't stop'\n",
        "the text goes on after its quote is closed",
        'write `- say: "don\'t stop"`',
    ),
    "words after a quote": (
        f'{HEAD}  - «"Plank" 40s\n',
        "the text goes on after its quote is closed",
        "write `- Plank 40s`",
    ),
    "an empty file": ("«", *_EMPTY),
    "blank lines alone": ("«\n\n", *_EMPTY),
    "a comment alone": ("«# nothing\n", *_EMPTY),
    "the start of a document alone": ("«---\n", *_EMPTY),
    "words": ("«just words\n", _NO_MAPPING, _TITLE.format("just words")),
    "a number": ("«42\n", _NO_MAPPING, _TITLE.format("42")),
    "a list": ("«- Plank 40s\n- Squats x10\n", _NO_MAPPING, _ABOVE),
    "a colon in a text": (
        f"{HEAD}  - say: Now«: breathe\n",
        "a text with `: ` in it must be quoted",
        'write `- say: "Now: breathe"`',
    ),
    "a colon in the title": (
        "title: Core«: the best\nworkout: [Plank 40s]\n",
        "a text with `: ` in it must be quoted",
        'write `title: "Core: the best"`',
    ),
    "a colon in a name": (
        f"{HEAD}  - exercise: Plank«: side\n    hold: 20s\n",
        "a text with `: ` in it must be quoted",
        'write `- exercise: "Plank: side"`',
    ),
    "a list's key without a colon": (
        "title: T\n«workout\n  - Plank 40s\n",
        "this line has no `:`",
        "write `workout:`",
    ),
    "the title's key without a colon": (
        "«title T\nworkout:\n  - Plank 40s\n",
        "this line has no `:`",
        "write `title: T`",
    ),
    "a key without a colon": (
        f"{HEAD}  - exercise: Plank\n    «hold 40s\n",
        "this line has no `:`",
        "write `hold: 40s`",
    ),
    "no blank after a colon, in the first key": (
        f"{HEAD}  - «exercise:Plank 40s\n",
        "a key needs a space after its `:`",
        "write `exercise: Plank 40s`",
    ),
    "no blank after a colon": (
        f"{HEAD}  - exercise: Plank\n    «hold:40s\n",
        "a key needs a space after its `:`",
        "write `hold: 40s`",
    ),
    "no blank after a colon, in the title": (
        "«title:T\nworkout:\n  - Plank 40s\n",
        "a key needs a space after its `:`",
        "write `title: T`",
    ),
    "a name as a key": (
        f"{HEAD}  - «Plank: 40s\n",
        "`Plank` is no kind of block",
        "write `- Plank 40s`",
    ),
    "a name of two words as a key": (
        f"{HEAD}  - «Side plank: 40s each side\n",
        "`Side plank` is no kind of block",
        "write `- Side plank 40s each side`",
    ),
    "a brace before words": (
        f"{HEAD}  - say: «{{side}} now\n",
        "a text that begins with `{` must be quoted",
        'write `- say: "{side} now"`',
    ),
    "a brace": (
        f"{HEAD}  - say: «{{side}}\n",
        "a text that begins with `{` must be quoted",
        'write `- say: "{side}"`',
    ),
    "a hash in a text": (
        f"{HEAD}  - say: We are «#1\n",
        "YAML reads `#1` as a comment: it would not be spoken",
        'write `- say: "We are #1"`; or `# 1` for a comment',
    ),
    "a hash in a line": (
        f"{HEAD}  - Plank 40s «#core\n",
        "YAML reads `#core` as a comment: it would not be spoken",
        'write `- "Plank 40s #core"`; or `# core` for a comment',
    ),
    "an exclamation mark in a text": (
        f"{HEAD}  - say: «!go\n",
        "a text that begins with `!` must be quoted",
        'write `- say: "!go"`',
    ),
    "an exclamation mark in a line": (
        f"{HEAD}  - «!go\n",
        "a text that begins with `!` must be quoted",
        'write `- "!go"`',
    ),
    "a tag of another language": (
        f"{HEAD}  - say: «!!python/object:os.system go\n",
        "a text that begins with `!` must be quoted",
        'write `- say: "!!python/object:os.system go"`',
    ),
    "an at sign": (
        f"{HEAD}  - exercise: Squats x10\n    load: «@RPE 8\n",
        "a text cannot begin with `@`",
        'write `load: "@RPE 8"`',
    ),
    "a percent sign": (
        f"{HEAD}  - «%Plank 40s\n",
        "a text cannot begin with `%`",
        'write `- "%Plank 40s"`',
    ),
    "an asterisk": (
        f"{HEAD}  - say: «*go\n",
        "`*` begins an alias in YAML, and none has this name",
        'write `- say: "*go"`',
    ),
    "a bar before words": (
        f"{HEAD}  - say: «| now\n",
        "a text that begins with `|` must be quoted",
        'write `- say: "| now"`',
    ),
    "an angle bracket before words": (
        f"{HEAD}  - «> Plank 40s\n",
        "a text that begins with `>` must be quoted",
        'write `- "> Plank 40s"`',
    ),
    "a comma in brackets": (
        f"{HEAD}  - circuit: C\n    do: «[Push-ups 3x10, rest 45s]\n",
        _COMMA,
        'write `["Push-ups 3x10, rest 45s"]`',
    ),
    "a bracket that is never closed": (
        f"{HEAD}  - exercise: Plank 40s\n    tips: «[Breathe\n",
        "this `[` is never closed",
        "write `tips: [Breathe]`",
    ),
    "a comma in braces": (
        f"{HEAD}  - exercise: Plank 40s\n    tips: [{{at: 10s, say: In, «and out.}}]\n",
        "in braces, a comma ends a text",
        'write `tips: [{at: 10s, say: "In, and out."}]`',
    ),
    "an item one column deeper": (
        f"{HEAD}  - Plank 40s\n   «- Squats x10\n",
        _DEEPER,
        "write `  - Squats x10`",
    ),
    "an item two columns deeper": (
        f"{HEAD}  - Plank 40s\n    «- Squats x10\n",
        _DEEPER,
        "write `  - Squats x10`",
    ),
    "an item one column deeper than the margin": (
        f"{HEAD}- Plank 40s\n «- Squats x10\n",
        _DEEPER,
        "write `- Squats x10` at the start of the line",
    ),
    "a line without its dash": (
        f"{HEAD}  - Plank 40s\n  «Jacks 30s\n",
        "this line has no `:`",
        "write `  - Jacks 30s`",
    ),
    "a dash without its blank": (
        f"{HEAD}  - Plank 40s\n  «-Jacks 30s\n",
        "an item of a list begins with `- `",
        "write `  - Jacks 30s`",
    ),
    "a key under a line": (
        f"{HEAD}  «- Plank 40s\n    setup: Lie down.\n",
        "a line with keys below it needs a key of its own",
        "write `- exercise: Plank 40s`",
    ),
    "a key one column deeper": (
        f"{HEAD}  - exercise: Plank 40s\n     «setup: Lie down.\n",
        _NO_FIT,
        "write `    setup: Lie down.`",
    ),
    "a key one column less deep": (
        f"{HEAD}  - exercise: Plank 40s\n   «setup: Lie down.\n",
        _NO_FIT,
        "write `    setup: Lie down.`",
    ),
    "a dash without a block": (
        f"{HEAD}  -«\n  - Plank 40s\n",
        "there is no block here",
        "delete the line, or write a block behind the dash",
    ),
    "a key of the file twice": (
        "title: T\n«title: U\nworkout: [Plank 40s]\n",
        "`title` is written twice",
        "delete the line: it first stands in line 1",
    ),
    "a key of a block twice": (
        f"{HEAD}  - exercise: Plank\n    hold: 40s\n    «hold: 50s\n",
        "`hold` is written twice",
        "delete the line: it first stands in line 4",
    ),
    "a key that is a list": (
        "title: T\n? «[a]\n: b\nworkout: [Plank 40s]\n",
        "a key must be a word",
        None,
    ),
    "a merge of a number": (
        "title: T\n<<: «3\nworkout: [Plank 40s]\n",
        "`<<` takes a mapping",
        None,
    ),
    "an anchor twice": (
        f"{HEAD}  - &p Plank 40s\n  - «&p Jacks 40s\n",
        "this anchor is defined twice",
        "give each anchor a name of its own",
    ),
    "an alias inside its own anchor": (
        f"{HEAD}  - &a [«*a]\n",
        "this alias stands inside what it stands for",
        None,
    ),
    "an alias inside its own anchor, deeper": (
        "title: T\nworkout: &a\n  - circuit: x\n    do: «*a\n",
        "this alias stands inside what it stands for",
        None,
    ),
    "a second document": (
        f"{HEAD}  - Plank 40s\n«---\ntitle: U\n",
        "a second document begins here",
        "delete the line `---`",
    ),
    "a bell": (
        "title: T«\x07\nworkout: [Plank 40s]\n",
        "a control character (U+0007) stands here",
        "delete it",
    ),
    "an escape sequence": (
        "title: Ä«\x1b[31m\n",
        "a control character (U+001B) stands here",
        "delete it",
    ),
    "a zero after an emoji": (
        "title: T\nauthor: 😀é«\x00\n",
        "a control character (U+0000) stands here",
        "delete it",
    ),
    "a bell after many umlauts": (
        "title: ÄÄÄÄÄÄÄÄ«\x07",
        "a control character (U+0007) stands here",
        "delete it",
    ),
}


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_Loader", request.param)
    # The library's words differ between its versions: where it stopped must be enough.
    monkeypatch.setattr(yaml.MarkedYAMLError, "__init__", keep_places)


@pytest.mark.usefixtures("_parser")
@cases(("marked", "message", "hint"), TRAPS)
def test_a_trap_is_explained_at_its_place(marked: str, message: str, hint: str | None) -> None:
    before, after = marked.split("«")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert errors_of(before + after) == [Shown(line, column, message, hint)]


@pytest.mark.usefixtures("_parser")
@cases("text", {name: text.replace("«", "") for name, (text, *_) in TRAPS.items()})
def test_a_problem_shows_a_line_of_the_file(text: str) -> None:
    lines = text.splitlines() or [""]
    for problem in problems_of(text):
        assert problem.source_line == lines[problem.span.line - 1]
        assert problem.span.column <= len(problem.source_line) + 1


@pytest.mark.usefixtures("_parser")
@cases(
    "blocks",
    {
        "a colon in quotes": "  - say: 'Now: breathe'\n",
        "a time": "  - say: Time 1:30\n",
        "a comment after a text": "  - say: We are number 1 # of all\n",
        "hashes after letters": "  - say: C# and F#\n",
        "signs inside a text": "  - say: Sets & reps @ home, 100% - go!\n",
        "braces in quotes": "  - say: '{{side}}'\n",
        "lines that are kept": "  - say: |\n      One: two\n      - three #4\n",
        "lines that are folded": "  - say: >-\n      One: two\n      - three #4\n",
        "a comment after a line": "  - Plank 40s # the usual\n",
        "a block in braces": "  - {exercise: Plank, hold: 40s}\n",
        "blocks in brackets": "  - circuit: C\n    do: [Plank 40s, Squats x10]\n",
        "a block below its dash": "  -\n    Plank 40s\n",
        "a tag of a text": "  - exercise: Plank\n    hold: !!str 40s\n",
        "a key after a question mark": "  - ? exercise\n    : Plank 40s\n",
        "an anchor and its alias": "  - &p Plank 40s\n  - *p\n",
    },
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


@cases(
    ("content", "line", "column"),
    {
        "in the title": (b"title: T\xff\n", 1, 9),
        "in a block": (b"title: T\nworkout:\n  - Plank \xe4 40s\n", 3, 11),
        "after umlauts": ("title: ÄÖ".encode() + b"\xe4\n", 1, 10),
    },
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


@cases("encoding", {"little": "utf-16-le", "big": "utf-16-be"})
def test_utf_16_is_told_by_its_name(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / FILE
    path.write_bytes("\ufefftitle: T\n".encode(encoding))
    with pytest.raises(RoutineError) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint) == ("this text is in UTF-16", "save the file as UTF-8")
    assert problem.source_line == "title: T"


@cases(
    "newline",
    {
        "a line feed": "\n",
        "both": "\r\n",
        "a carriage return": "\r",
    },
)
def test_every_kind_of_line_end_counts_as_one(newline: str) -> None:
    text = f"{HEAD}  - Plank 40s zz\n".replace("\n", newline)
    assert [(error.line, error.column) for error in errors_of(text)] == [(3, 15)]


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"\xef\xbb\xbftitle: T\nworkout: [Plank 40s]\n")
    document = read_document(path)
    assert isinstance(document.data, dict)
    assert list(document.data) == ["title", "workout"]
