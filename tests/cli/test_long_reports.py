"""Reports of files in which much is wrong: the first of it, and how much more there is."""

import json
from pathlib import Path

import pytest

from helpers.shell import Shell

WRONG = "title: T\nworkout:\n" + "".join(f"  - say: '{{z{n}}}'\n" for n in range(60))


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    Path("many.yaml").write_text(WRONG, "utf-8")
    return shell


def test_fifty_errors_are_shown_and_how_many_more_there_are(shell: Shell) -> None:
    for command in ("check", "build", "script"):
        said = shell.toned(command, "many.yaml")
        assert said.code == 1
        assert said.err.count("unknown placeholder") == 50
        assert said.err.endswith("error: 10 more errors of many.yaml not shown\n")


def test_github_gets_fifty_annotations_and_one_for_the_rest(shell: Shell) -> None:
    lines = shell.toned("check", "many.yaml", "--format", "github").out.splitlines()
    assert len(lines) == 51
    assert lines[49].startswith("::error file=many.yaml,line=52,")
    assert lines[50] == "::error::10 more errors of many.yaml not shown"


def test_json_has_all_of_them(shell: Shell) -> None:
    said = shell.toned("check", "many.yaml", "--format", "json")
    (routine,) = json.loads(said.out)["routines"]
    assert len(routine["errors"]) == 60


def test_warnings_are_counted_apart(shell: Shell) -> None:
    lines = "".join(f"  - A{n} 20s hold\n" for n in range(53))
    Path("holds.yaml").write_text(f"title: T\nworkout:\n{lines}", "utf-8")
    said = shell.toned("check", "holds.yaml")
    assert said.code == 0
    assert said.err.count(": warning: ") == 50
    assert "warning: 2 more warnings of holds.yaml not shown" in said.err
