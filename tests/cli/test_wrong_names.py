"""Names of files that are too long or empty, wherever one is given."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.odd_files import LONG
from helpers.shell import Shell, one_error


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


@cases(
    "arguments",
    {
        "as a routine": ("check", f"{LONG}.yaml"),
        "of a folder of routines": ("build", f"{LONG}/a.yaml"),
        "as an output": ("build", "short.yaml", "-o", f"{LONG}.mp3"),
        "as a folder of outputs": ("build", "short.yaml", "-d", LONG),
        "as a cover": ("build", "short.yaml", "--cover", f"{LONG}.png"),
        "as music": ("build", "short.yaml", "--music", f"{LONG}.wav"),
        "as a picture": ("show", "short.yaml", "-o", f"{LONG}.svg"),
        "of a new routine": ("new", LONG),
        "of a schema": ("schema", "-o", LONG),
    },
)
def test_too_long_a_name_is_told_as_such(shell: Shell, arguments: tuple[str, ...]) -> None:
    said = shell.run(*arguments)
    assert "its name is longer than the system allows" in one_error(said, 2)
    assert LONG in said.err


@cases(
    "arguments",
    {
        "a routine": ("build", ""),
        "an output": ("build", "short.yaml", "-o", ""),
        "a directory": ("build", "short.yaml", "-d", ""),
        "a cover": ("build", "short.yaml", "--cover", ""),
        "music": ("build", "short.yaml", "--music", ""),
        "a built file": ("inspect", ""),
        "a picture": ("show", "short.yaml", "-o", ""),
        "a schema": ("schema", "-o", ""),
        "a new routine": ("new", ""),
    },
)
def test_an_empty_name_is_refused(shell: Shell, arguments: tuple[str, ...]) -> None:
    before = shell.files()
    said = shell.run(*arguments)
    assert (said.code, said.out, shell.files()) == (2, "", before)
