"""Texts and names with control characters, which a terminal would obey, and with rich's markup."""

import json
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import SHORT, WRONG, Said, Shell

# Sets the title of the window, rings the bell, goes back to the first column.
EVIL = "x\x1b]0;t\x07\x9b2J\ry"
QUOTED = r"x\e]0;t\a\x9b2J\ry"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    shell.put(
        "evil.yaml",
        f'title: "Title {QUOTED}"\nworkout:\n  - section: "Part {QUOTED}"\n    do:\n'
        f'      - exercise: "Move {QUOTED}"\n        for: 2s\n        sides: ["a {QUOTED}", b]\n',
    )
    shell.put(
        "evil-key.yaml", f'title: T\nworkout:\n  - {{exercise: P, for: 2s, "k{QUOTED}": 1}}\n'
    )
    return shell


def _harmless(said: Said, *codes: int) -> Said:
    assert said.code in codes, said
    for text in (said.out, said.err):
        assert [each for each in text if each != "\n" and not each.isprintable()] == []
    return said


@pytest.mark.parametrize("name", ["evil", "evil-key"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "github"],
        ["script"],
        ["script", "--format", "json"],
        ["script", "--format", "vtt"],
        ["script", "--format", "srt"],
        ["script", "--format", "lrc"],
    ],
    ids=" ".join,
)
def test_texts_of_a_routine_cannot_steer_the_terminal(
    shell: Shell, arguments: list[str], name: str
) -> None:
    command, *options = arguments
    _harmless(shell.toned(command, f"{name}.yaml", *options), 0, 1)


@pytest.mark.parametrize("text", [SHORT, WRONG], ids=["right", "wrong"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "github"],
        ["script"],
        ["script", "--format", "json"],
    ],
    ids=" ".join,
)
def test_a_file_name_cannot_steer_the_terminal(
    shell: Shell, arguments: list[str], text: str
) -> None:
    shell.put(f"{EVIL}.yaml", text)
    command, *options = arguments
    _harmless(shell.toned(command, f"{EVIL}.yaml", *options), 0, 1)


@cases(
    "arguments",
    {
        "a routine to build": ["build", f"{EVIL}.yaml"],
        "an output of no known format": ["build", "short.yaml", "-o", f"{EVIL}.doc"],
        "a level": ["build", "short.yaml", "--level", EVIL],
        "a duration": ["build", "short.yaml", "--max-duration", EVIL],
        "an option": ["build", "short.yaml", f"--{EVIL}"],
        "a routine to check": ["check", f"{EVIL}.yaml"],
        "a routine to write out": ["script", f"{EVIL}.yaml"],
        "a file to inspect": ["inspect", f"{EVIL}.mp3"],
        "a place for a new routine": ["new", f"{EVIL}/x"],
        "a routine to begin with": ["new", "x", "--from", EVIL],
        "a command": [EVIL],
    },
)
def test_an_argument_cannot_steer_the_terminal(shell: Shell, arguments: list[str]) -> None:
    _harmless(shell.run(*arguments), 2)


def test_a_directory_that_is_made_cannot_steer_the_terminal(shell: Shell) -> None:
    _harmless(shell.toned("build", "short.yaml", "-d", EVIL), 0)
    assert Path(EVIL, "short.mp3").is_file()


def test_an_unknown_voice_or_language_cannot_steer_the_terminal(shell: Shell) -> None:
    _harmless(shell.run("check", "short.yaml", "--voice", EVIL), 3)
    _harmless(shell.run("voices", "--language", EVIL), 0, 3)


def test_the_name_of_a_new_routine_cannot_steer_the_terminal(shell: Shell) -> None:
    _harmless(shell.run("new", EVIL), 0)
    assert f"{EVIL}.yaml" in shell.files()


def test_json_keeps_every_character_of_a_text(shell: Shell) -> None:
    said = shell.toned("script", "evil.yaml", "--format", "json")
    assert json.loads(said.out)["title"] == f"Title {EVIL}"


@pytest.mark.parametrize("name", ["[red]Plank", "[/x] Plank", "[bold]Plank[/bold]", ":bell: Plank"])
def test_brackets_and_colons_are_shown_as_they_are_written(shell: Shell, name: str) -> None:
    shell.put(
        "marks.yaml",
        f'title: "T {name}"\nworkout:\n  - section: "S {name}"\n    do:\n'
        f'      - exercise: "{name}"\n        for: 2s\n',
    )
    said = shell.toned("check", "marks.yaml")
    assert said.code == 0
    for text in (f"T {name}", f"S {name}", f" {name} "):
        assert text in said.out


@cases(
    "arguments",
    {
        "of a build": ("build", "short.yaml", "--voice", "tone", "-o", "a\nb\x1b.mp3"),
        "of a picture": ("show", "short.yaml", "--voice", "tone", "-o", "a\nb\x1b.svg"),
        "of a schema": ("schema", "-o", "a\nb\x1b.json"),
        "of a new routine": ("new", "a\nb\x1b"),
    },
)
def test_the_name_of_an_output_stays_on_its_line(shell: Shell, arguments: tuple[str, ...]) -> None:
    said = _harmless(shell.run(*arguments), 0)
    assert said.out.startswith("a·b·.")
    assert said.out.count("\n") == 1
    assert any(path.name.startswith("a\nb") for path in Path().iterdir())
