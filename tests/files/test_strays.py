"""What killed builds have left is removed after an hour, and nothing of builds that run."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.odd_files import ON_POSIX
from voicecoach.files import scratch, strays
from voicecoach.files.scratch import scratch_directory
from voicecoach.files.strays import sweep_drafts, sweep_scratch
from voicecoach.files.whole_file import replacing, replacing_all
from voicecoach.problems import DiskFullError, WrongUsageError

pytestmark = ON_POSIX

DRAFT = ".voicecoach-0123abcd"
SCRATCH = "voicecoach-0123abc_"


@pytest.fixture
def _an_hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strays, "_OLD_S", -3600)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def _names(directory: Path) -> set[str]:
    return {path.name for path in directory.iterdir()}


@pytest.mark.usefixtures("_an_hour_later")
def test_unfinished_files_are_removed_by_the_next_build(tmp_path: Path) -> None:
    for ending in ("tmp", "old"):
        (tmp_path / f"{DRAFT}.{ending}").touch()
    with replacing(tmp_path / "legs.mp3") as file:
        file.write(b"new")
    assert _names(tmp_path) == {"legs.mp3"}


@pytest.mark.usefixtures("_an_hour_later")
def test_temporary_directories_are_removed_by_the_next_build(temporary: Path) -> None:
    (temporary / SCRATCH).mkdir()
    (temporary / SCRATCH / "phrase.pcm").touch()
    sweep_scratch()
    assert _names(temporary) == set()


def test_what_is_not_an_hour_old_stays(temporary: Path) -> None:
    (temporary / f"{DRAFT}.tmp").touch()
    (temporary / SCRATCH).mkdir()
    sweep_drafts(temporary)
    sweep_scratch()
    assert _names(temporary) == {f"{DRAFT}.tmp", SCRATCH}


def test_the_backup_of_a_running_build_stays_however_old_its_file_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = [tmp_path / "legs.mp3", tmp_path / "legs.lrc"]
    for target in targets:
        target.write_bytes(b"old")
        os.utime(target, (7, 7))
    rename = Path.replace
    backups: list[Path] = []

    def failing(self: Path, target: Path) -> Path:
        if target == targets[1] and not backups:
            sweep_drafts(tmp_path)
            backups.extend(path for path in tmp_path.iterdir() if path.suffix == ".old")
            raise OSError
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(WrongUsageError), replacing_all(targets):
        pass
    assert len(backups) == 2
    assert [target.read_bytes() for target in targets] == [b"old"] * 2
    assert [target.stat().st_mtime for target in targets] == [7, 7]
    assert _names(tmp_path) == {"legs.mp3", "legs.lrc"}


def test_what_is_two_hours_old_is_removed(temporary: Path) -> None:
    (temporary / f"{DRAFT}.tmp").touch()
    (temporary / SCRATCH).mkdir()
    then_s = time.time() - 7200
    for path in list(temporary.iterdir()):
        os.utime(path, (then_s, then_s))
    sweep_drafts(temporary)
    sweep_scratch()
    assert _names(temporary) == set()


@pytest.mark.usefixtures("_an_hour_later")
def test_what_a_running_build_writes_stays(temporary: Path) -> None:
    with replacing_all([temporary / "a.mp3", temporary / "a.lrc"]), scratch_directory() as name:
        before = _names(temporary)
        sweep_drafts(temporary)
        sweep_scratch()
        assert _names(temporary) == before
        assert len(before) == 3
    assert Path(name).name not in _names(temporary)


@pytest.mark.usefixtures("_an_hour_later")
@cases(
    "put",
    {
        "another name": lambda folder: (folder / ".voicecoach-notes.tmp").touch(),
        "another ending": lambda folder: (folder / f"{DRAFT}.mp3").touch(),
        "a name that goes on": lambda folder: (folder / f"{DRAFT}.tmp.mp3").touch(),
        "a directory for a file": lambda folder: (folder / f"{DRAFT}.tmp").mkdir(),
        "a file for a directory": lambda folder: (folder / SCRATCH).touch(),
        "a link to a file": lambda folder: (folder / f"{DRAFT}.tmp").symlink_to("/etc/passwd"),
        "a link to a directory": lambda folder: (folder / SCRATCH).symlink_to(folder.parent),
        "a pipe": lambda folder: os.mkfifo(folder / f"{DRAFT}.tmp"),
    },
)
def test_what_others_have_made_stays(temporary: Path, put: Callable[[Path], None]) -> None:
    folder = temporary / "folder"
    folder.mkdir()
    (temporary / "kept").touch()
    put(folder)
    before = _names(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(folder))
        sweep_drafts(folder)
        sweep_scratch()
    assert _names(folder) == before
    assert (temporary / "kept").exists()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no owners")
@pytest.mark.usefixtures("_an_hour_later")
def test_what_belongs_to_others_stays(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (temporary / SCRATCH).mkdir()
    monkeypatch.setattr(os, "getuid", lambda: 1_234_567)
    sweep_scratch()
    assert _names(temporary) == {SCRATCH}


def test_where_there_is_no_temporary_directory_there_are_no_strays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", none)
    sweep_scratch()


def test_a_directory_that_is_not_there_has_no_strays(tmp_path: Path) -> None:
    sweep_drafts(tmp_path / "nix")
    sweep_drafts(tmp_path / "a\0b")


def test_a_full_disk_is_told_at_once_and_leaves_nothing(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "LEAST_FREE_BYTES", 1 << 62)
    with pytest.raises(DiskFullError) as caught:
        scratch_directory()
    assert caught.value.message == (
        f"the disk is full on which the temporary files are: {temporary}"
    )
    assert "TMPDIR" in (caught.value.hint or "")
    assert _names(temporary) == set()
