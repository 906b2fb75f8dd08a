"""What a scheduler or a broken machine hands over: a build does what can be done."""

import os
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.odd_files import ON_POSIX
from helpers.shell import SHORT, TONE, ended, run_apart, started
from voicecoach import cli

pytestmark = ON_POSIX


@pytest.fixture
def routine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "short.yaml"
    path.write_text(SHORT, "utf-8")
    return path


@cases(
    "closed",
    {"stdin": [0], "stdout": [1], "stderr": [2], "stdout and stderr": [1, 2], "all": [0, 1, 2]},
)
def test_a_build_needs_no_standard_streams(routine: Path, closed: list[int]) -> None:
    said = ended(started("build", str(routine), *TONE, prepare=lambda: [*map(os.close, closed)]))
    assert said.code == 0
    assert "Traceback" not in said.err
    assert bool(said.out) == (1 not in closed)
    assert routine.with_name("short.mp3").read_bytes().startswith(b"ID3")


@cases("closed", {"stdin": [0], "stdout": [1], "stderr": [2], "all": [0, 1, 2]})
def test_a_check_without_standard_streams_tells_by_its_exit_code(
    routine: Path, closed: list[int]
) -> None:
    wrong = routine.with_name("wrong.yaml")
    wrong.write_text(SHORT + "  - Plank\n", "utf-8")

    def code(path: Path) -> int:
        checked = started("check", str(path), *TONE, prepare=lambda: [*map(os.close, closed)])
        return ended(checked).code

    assert [code(path) for path in (routine, wrong)] == [0, 1]


def test_nothing_comes_in_by_a_stdin_that_is_closed(routine: Path) -> None:
    said = ended(started("build", "-", *TONE, prepare=lambda: os.close(0)))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("standard input:1:1: error: the file is empty")
    assert [path.name for path in routine.parent.iterdir()] == ["short.yaml"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device")
def test_a_stderr_that_cannot_be_written_ends_no_build(routine: Path) -> None:
    def fill() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 2)

    said = ended(started("build", str(routine), "nix.yaml", *TONE, prepare=fill))
    assert said.code == 2
    assert said.out.startswith("short.mp3")


@cases("environment", {"empty": {"PATH": ""}, "of nowhere": {"PATH": "/nowhere"}})
def test_a_build_needs_no_path(routine: Path, environment: dict[str, str]) -> None:
    said = run_apart("build", str(routine), *TONE, environment=environment)
    assert (said.code, said.err) == (0, "")


def test_a_directory_that_was_removed_is_told_and_needed_only_for_what_lies_in_it(
    routine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = routine.with_name("gone")
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert cli.run(["check", "../short.yaml", *TONE]) == 2
    assert capsys.readouterr().err == (
        "error: ../short.yaml cannot be read: the directory you are in was removed\n"
    )
    assert cli.run(["check", str(routine), *TONE]) == 0


def _text(path: Path) -> None:
    path.write_text("root:x:0:0", "utf-8")


def _cut(path: Path) -> None:
    path.write_bytes(b"TZif2\0\0\0")


@cases("put", {"text": _text, "cut": _cut, "a directory": Path.mkdir})
@pytest.mark.parametrize("form", ["{}", ":{}"])
def test_a_time_zone_that_is_none_ends_no_build(routine: Path, put: object, form: str) -> None:
    assert callable(put)
    put(routine.with_name("zone"))
    environment = {"TZ": form.format(routine.with_name("zone"))}
    said = run_apart("build", str(routine), *TONE, environment=environment)
    assert (said.code, said.err) == (0, "")
