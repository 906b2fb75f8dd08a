"""The command `import`: files in, routines out, nothing overwritten."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import Shell, one_error

SHEET = "name,seconds,rest\nPlank,40,20\n"
OPEN = "name,seconds,rest\nPlank,40,20\nStretch,,\n"
WEEK = "day,name,seconds,rest\nMonday,Plank,40,20\nTuesday,Squats,30,20\n"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def test_an_imported_routine_is_right(shell: Shell) -> None:
    shell.put("plan.csv", SHEET)
    said = shell.run("import", "plan.csv")
    assert (said.code, said.err) == (0, "")
    assert said.out == "plan.yaml  (voicecoach build plan.yaml)\n"
    assert shell.toned("check", "plan.yaml", "--strict").code == 0
    assert shell.run("fmt", "--check", "plan.yaml").code == 0


def test_what_is_unsaid_is_a_notice_with_its_line(shell: Shell) -> None:
    shell.put("plan.csv", OPEN)
    said = shell.run("import", "plan.csv")
    assert said.code == 0
    assert said.err.startswith("plan.csv:3:1: notice: Stretch: how long is not said\n")
    assert "hint: `--open 60s`" in said.err
    assert "# ? Stretch" in (shell.directory / "plan.yaml").read_text("utf-8")


def test_with_strict_it_is_a_failure_that_leaves_the_routine(shell: Shell) -> None:
    shell.put("plan.csv", OPEN)
    assert shell.run("import", "plan.csv", "--strict").code == 1
    assert shell.files() == {"plan.csv", "plan.yaml"}


def test_open_steps_get_the_length_that_is_given(shell: Shell) -> None:
    shell.put("plan.csv", OPEN)
    assert shell.run("import", "plan.csv", "--open", "45s").code == 0
    assert "- Stretch 45s" in (shell.directory / "plan.yaml").read_text("utf-8")


def test_several_plans_become_several_routines(shell: Shell) -> None:
    shell.put("week.csv", WEEK)
    assert shell.run("import", "week.csv", "-d", "out").code == 0
    names = {path.name for path in (shell.directory / "out").iterdir()}
    assert names == {"week-monday.yaml", "week-tuesday.yaml"}
    assert "-o` is for one" in one_error(shell.run("import", "week.csv", "-o", "x"), 2)


def test_standard_input_is_called_after_its_title(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(WEEK.encode())))
    assert shell.run("import", "-").code == 0
    assert shell.files() == {"monday.yaml", "tuesday.yaml"}


def test_a_routine_that_exists_is_not_overwritten(shell: Shell) -> None:
    shell.put("week.csv", WEEK)
    shell.put("week-tuesday.yaml", "mine")
    assert "exists already" in one_error(shell.run("import", "week.csv"), 2)
    assert (shell.directory / "week-tuesday.yaml").read_text("utf-8") == "mine"
    assert shell.files() == {"week.csv", "week-tuesday.yaml"}


def test_a_file_that_fails_keeps_no_other_from_being_imported(shell: Shell) -> None:
    shell.put("plan.csv", SHEET)
    said = shell.run("import", "missing.csv", "plan.csv")
    assert said.code == 2
    assert "missing.csv does not exist" in said.err
    assert shell.files() == {"plan.csv", "plan.yaml"}


@cases(
    ("arguments", "code", "words"),
    {
        "no such format": (["plan.csv", "--format", "csw"], 2, "did you mean `csv`?"),
        "a directory": ([".", "--format", "csv"], 2, "cannot be read"),
        "no language": (["plan.csv", "--language", "no tag"], 2, "no tag"),
        "output and directory": (["plan.csv", "-o", "x", "-d", "y"], 2, "use `-d` alone"),
    },
)
def test_wrong_usage_is_one_error(
    shell: Shell, arguments: list[str], code: int, words: str
) -> None:
    shell.put("plan.csv", SHEET)
    said = shell.run("import", *arguments)
    assert said.code == code
    assert words in said.err
    assert shell.files() == {"plan.csv"}
