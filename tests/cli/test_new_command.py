from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.routines import rule_of_thumb
from helpers.shell import Shell, one_error
from voicecoach.files import shipped
from voicecoach.language import load, schema
from voicecoach.programme import read_programme
from voicecoach.timeline import plan


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def test_a_new_routine_is_right_without_warnings(shell: Shell) -> None:
    said = shell.run("new", "my-core")
    assert (said.code, said.err) == (0, "")
    assert said.out == "my-core.yaml  (voicecoach build my-core.yaml)\n"
    assert shell.files() == {"my-core.yaml"}
    checked = shell.toned("check", "my-core.yaml", "--strict")
    assert (checked.code, checked.err) == (0, "")


def test_the_line_to_build_it_can_be_pasted_into_a_shell(shell: Shell) -> None:
    said = shell.run("new", "my back")
    assert said.out == "my back.yaml  (voicecoach build 'my back.yaml')\n"
    said = shell.run("new", "--", "-x")
    assert said.out == "-x.yaml  (voicecoach build ./-x.yaml)\n"


@pytest.mark.parametrize("name", sorted(shipped.routines()))
def test_a_copy_of_a_shipped_routine_is_right_without_warnings(shell: Shell, name: str) -> None:
    assert shell.run("new", "mine", "--from", name).code == 0
    copy = shell.directory.joinpath("mine.yaml").read_text("utf-8")
    assert copy == f"{schema.modeline()}\n" + shipped.routine(name).read_text("utf-8")
    assert plan(load(shell.directory / "mine.yaml"), rule_of_thumb).warnings == ()


@pytest.mark.parametrize(
    ("name", "file"), [("a.yaml", "a.yaml"), ("a.yml", "a.yml"), ("a.b", "a.b.yaml")]
)
def test_a_suffix_is_added_where_there_is_none(shell: Shell, name: str, file: str) -> None:
    assert shell.run("new", name).out.startswith(f"{file}  ")
    assert shell.files() == {file}


@pytest.mark.parametrize("name", ["mine", "mine.yaml"])
@cases("options", {"the starter": [], "a shipped routine": ["--from", "desk-break"]})
def test_a_routine_that_is_there_is_not_overwritten(
    shell: Shell, name: str, options: list[str]
) -> None:
    shell.put("mine.yaml", "mine")
    assert "mine.yaml exists already" in one_error(shell.run("new", name, *options), 2)
    assert shell.directory.joinpath("mine.yaml").read_text("utf-8") == "mine"


def test_a_link_that_leads_nowhere_is_not_written_through(shell: Shell) -> None:
    shell.directory.joinpath("mine.yaml").symlink_to(shell.directory / "elsewhere.yaml")
    one_error(shell.run("new", "mine"), 2)
    assert shell.files() == {"mine.yaml"}


def test_a_misspelt_shipped_routine_is_recognised(shell: Shell) -> None:
    said = shell.run("new", "mine", "--from", "desk-brake")
    assert "did you mean `desk-break`?" in one_error(said, 2)
    assert shell.files() == set()


def test_an_unknown_shipped_routine_gets_a_list_of_all(shell: Shell) -> None:
    error = one_error(shell.run("new", "mine", "--from", "xyz"), 2)
    assert all(name in error for name in shipped.routines())


@cases(
    "name",
    {
        "no such directory": "missing/mine",
        "a file for a directory": "short.yaml/mine",
        "too long a name": "a" * 300,
    },
)
def test_a_place_that_cannot_be_written_is_one_line(shell: Shell, name: str) -> None:
    assert "cannot write" in one_error(shell.run("new", name), 2)
    assert shell.files() == set()


@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_no_name_is_wrong_usage(shell: Shell, name: str) -> None:
    one_error(shell.run("new", name), 2)
    assert shell.files() == set()


def test_a_copy_of_a_shipped_programme_brings_its_routine(shell: Shell) -> None:
    said = shell.run("new", "mine", "--from", "run-walk-8-weeks")
    assert said.out == "mine.yaml  (voicecoach programme build mine.yaml)\n"
    assert shell.files() == {"mine.yaml", "run-walk.yaml"}
    assert len(read_programme(shell.directory / "mine.yaml").sessions) == 24
