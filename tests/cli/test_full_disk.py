"""A full disk takes nothing: old files stay as they were, and a second try works."""

import errno
import os
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import OLD, Shell, one_error


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _full(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@cases(
    ("arguments", "file"),
    {
        "schema": (("schema", "-o", "a.json"), "a.json"),
        "show": (("show", "short.yaml", "-o", "a.svg", "--voice", "tone"), "a.svg"),
        "build": (("build", "short.yaml", "-o", "a.mp3", "--voice", "tone"), "a.mp3"),
        "fmt": (("fmt", "a.yaml"), "a.yaml"),
    },
)
def test_the_old_file_stays(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], file: str
) -> None:
    old = b"title: T\nworkout:\n  - Plank 60s\n" if file == "a.yaml" else OLD
    Path(file).write_bytes(old)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _full)
        said = shell.run(*arguments)
    assert f"writing {file} failed: the disk is full" in one_error(said, 3)
    assert Path(file).read_bytes() == old
    assert shell.files() == {file}
    assert shell.run(*arguments).code == 0
    assert Path(file).read_bytes() != old


def test_a_new_routine_can_be_written_at_a_second_try(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = ("new", "mine", "--from", "legs-of-the-week")
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _full)
        assert "the disk is full" in one_error(shell.run(*new), 3)
    assert shell.files() == set()
    assert shell.run(*new).code == 0
    assert "mine.yaml" in shell.files()
