import json
import os
import re
from datetime import datetime, timezone
from pathlib import Path

import pytest

from helpers.shell import Shell
from voicecoach.files.store import LIMIT_BYTES, Store, StoredFile

THEN_S = datetime(2026, 2, 3, 4, 5, 6, tzinfo=timezone.utc).timestamp()


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    monkeypatch.setenv("XDG_CACHE_HOME", str(shell.directory))
    return shell


@pytest.fixture
def filled(shell: Shell) -> Path:
    """A cache with two lines and a sound, of 2.5 MB."""
    directory = shell.directory / "voicecoach"
    for kind, key, size_bytes in (
        ("clip", "a", 1_000_000),
        ("clip", "b", 500_000),
        ("span", "a", 1_000_000),
    ):
        Store(directory).put(kind, key, bytes(size_bytes - 40))
    os.utime(directory / "clips" / "b.clip", (THEN_S, THEN_S))
    return directory


def test_cache_alone_tells_what_is_kept(shell: Shell, filled: Path) -> None:
    said = shell.run("cache")
    assert (said.code, said.err) == (0, "")
    rows = dict(line.split("  ", 1) for line in said.out.splitlines())
    shown = {name: value.strip() for name, value in rows.items()}
    assert shown.pop("oldest use").startswith("2026-02-0")
    assert shown == {
        "directory": str(filled),
        "spoken lines": "2, 1.5 MB",
        "encoded sounds": "1, 1.0 MB",
        "measured music": "0, 0.0 MB",
        "drawn covers": "0, 0.0 MB",
        "lists of voices": "0, 0.0 MB",
        "builds": "0, 0.0 MB",
        "at most": "1,000.0 MB",
    }
    assert said == shell.run("cache", "info")


@pytest.mark.parametrize(("used_s", "year"), [(1e12, "9999"), (-1e12, "1"), (-1e9, "1938")])
def test_a_time_that_no_calendar_has_is_told_as_the_nearest(
    shell: Shell, filled: Path, monkeypatch: pytest.MonkeyPatch, used_s: float, year: str
) -> None:
    # Not every file system keeps such times.
    file = StoredFile(str(filled / "clips" / "a.clip"), "clip", 1, used_s)
    monkeypatch.setattr(Store, "files", lambda _: iter([file]))
    said = shell.run("cache")
    assert (said.code, said.err) == (0, "")
    assert re.search(rf"oldest use +0*{year}-", said.out)
    told = json.loads(shell.run("cache", "--format", "json").out)
    assert told["oldest_use"].lstrip("0").startswith(f"{year}-")


def test_json_has_whole_bytes_and_the_moment_of_the_oldest_use(shell: Shell, filled: Path) -> None:
    assert json.loads(shell.run("cache", "--format", "json").out) == {
        "version": 1,
        "directory": str(filled),
        "clips": {"count": 2, "size_bytes": 1_500_000},
        "spans": {"count": 1, "size_bytes": 1_000_000},
        "songs": {"count": 0, "size_bytes": 0},
        "covers": {"count": 0, "size_bytes": 0},
        "voices": {"count": 0, "size_bytes": 0},
        "records": {"count": 0, "size_bytes": 0},
        "limit_bytes": LIMIT_BYTES,
        "oldest_use": "2026-02-03T04:05:06+00:00",
    }


def test_clearing_removes_all_and_tells_how_much(shell: Shell, filled: Path) -> None:
    filled.joinpath("notes.txt").write_text("mine")
    said = shell.run("cache", "clear")
    assert (said.code, said.out, said.err) == (0, "removed 3, 2.5 MB\n", "")
    assert list(Store(filled).files()) == []
    assert filled.joinpath("notes.txt").exists()
    assert shell.run("cache", "clear").out == "removed 0, 0.0 MB\n"


@pytest.mark.parametrize("in_the_way", [False, True])
def test_a_directory_that_is_none_holds_nothing(shell: Shell, in_the_way: bool) -> None:
    if in_the_way:
        shell.put("voicecoach", "a file")
    found = json.loads(shell.run("cache", "info", "--format", "json").out)
    assert (found["clips"]["count"], found["oldest_use"]) == (0, None)
    assert "oldest use" not in shell.run("cache").out
    assert shell.run("cache", "clear").out == "removed 0, 0.0 MB\n"
    assert shell.files() == ({"voicecoach"} if in_the_way else set())


def test_a_directory_that_cannot_be_read_is_said(
    shell: Shell, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    said = shell.run("cache")
    assert (said.code, said.out) == (3, "")
    assert f"{filled} cannot be read: you may not look into the directory" in said.err


def test_what_cannot_be_removed_is_an_error(
    shell: Shell, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    said = shell.run("cache", "clear")
    assert said.out == "removed 0, 0.0 MB\n"
    assert (said.code, said.err) == (
        3,
        f"error: 3 files in {filled} cannot be removed (check who may write there)\n",
    )
    assert len(list(Store(filled).files())) == 3


def test_a_build_after_clearing_comes_out_the_same(shell: Shell) -> None:
    first = shell.toned("build", "short.yaml")
    before = shell.directory.joinpath("short.mp3").read_bytes()
    assert not shell.run("cache", "clear").out.startswith("removed 0")
    assert shell.toned("build", "short.yaml") == first
    assert shell.directory.joinpath("short.mp3").read_bytes() == before


def test_an_unknown_action_is_wrong_usage(shell: Shell) -> None:
    assert shell.run("cache", "empty").code == 2
    assert shell.run("cache", "clear", "--format", "json").code == 2
