import errno
import os
import pkgutil
from pathlib import Path

import pytest

from helpers.containers import save
from voicecoach import formats
from voicecoach.audio.pcm import silence
from voicecoach.files import draft
from voicecoach.files.whole_file import replacing, write_all
from voicecoach.formats import Form, Tags, for_path, suffixes
from voicecoach.problems import EngineError, WrongUsageError

PACKAGES = [module.name for module in pkgutil.iter_modules(formats.__path__) if module.ispkg]


def _files(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def _interrupt(target: Path, exception: type[BaseException]) -> None:
    with replacing(target) as file:
        file.write(b"new")
        raise exception


def test_a_new_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.mp3"
    with replacing(target) as file:
        file.write(b"one, ")
        assert not target.exists()
        file.write(b"two")
    assert target.read_bytes() == b"one, two"
    assert _files(tmp_path) == ["a.mp3"]


@pytest.mark.parametrize("exception", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, exception: type[BaseException]
) -> None:
    target = tmp_path / "a.mp3"
    target.write_bytes(b"old")
    with pytest.raises(exception):
        _interrupt(target, exception)
    assert target.read_bytes() == b"old"
    assert _files(tmp_path) == ["a.mp3"]


def test_an_interrupted_first_write_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "a.mp3"):
        raise KeyboardInterrupt
    assert _files(tmp_path) == []


def test_an_interruption_right_after_the_file_was_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_handle: int) -> None:
        assert len(_files(tmp_path)) == 1
        raise KeyboardInterrupt

    monkeypatch.setattr(draft, "hold", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _interrupt(tmp_path / "a.mp3", RuntimeError)
    assert _files(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_the_old_permissions_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.mp3"
    target.touch()
    target.chmod(0o640)
    with replacing(target) as file:
        file.write(b"new")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    with replacing(tmp_path / "a.mp3"):
        pass
    assert (tmp_path / "a.mp3").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link.mp3"
    link.symlink_to(tmp_path / "real.mp3")
    with replacing(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.mp3").read_bytes() == b"new"


def test_a_missing_directory_is_wrong_usage(tmp_path: Path) -> None:
    target = tmp_path / "missing" / "a.mp3"
    with pytest.raises(WrongUsageError, match="there is no directory") as caught, replacing(target):
        pass
    assert str(target) in caught.value.message
    assert "create it" in caught.value.message


def test_a_link_into_a_missing_directory_is_told_with_that_directory(tmp_path: Path) -> None:
    link = tmp_path / "a.mp3"
    link.symlink_to("missing/a.mp3")
    says = r"there is no directory .*/missing; create it"
    with pytest.raises(WrongUsageError, match=says), replacing(link):
        pass


def test_a_directory_as_target_is_wrong_usage(tmp_path: Path) -> None:
    target = tmp_path / "a.mp3"
    target.mkdir()
    with pytest.raises(WrongUsageError, match="it is a directory"), replacing(target):
        pass
    assert _files(tmp_path) == ["a.mp3"]


def test_a_file_as_directory_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongUsageError), replacing(tmp_path / "file" / "a.mp3"):
        pass


def test_a_name_that_is_too_long_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(WrongUsageError), replacing(tmp_path / ("a" * 300 + ".mp3")):
        pass


def test_a_name_as_long_as_the_file_system_allows_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 251 + ".mp3")
    with replacing(target) as file:
        file.write(b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_is_not_replaced() -> None:
    with pytest.raises(WrongUsageError, match="not an ordinary file"), replacing(Path("/dev/null")):
        pass
    assert Path("/dev/null").is_char_device()


def test_a_protected_file_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.mp3"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WrongUsageError, match="write-protected"), replacing(target):
        pass
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full; make room"),
        (errno.EDQUOT, "the disk is full; make room"),
        (errno.EIO, "input/output error; check the disk"),
    ],
)
def test_a_failing_disk_is_named_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "a.mp3"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(EngineError) as caught:
        save(target, [silence(100)], Form(100), Tags("Legs"))
    assert said in caught.value.message
    assert str(target) in caught.value.message
    assert target.read_bytes() == b"old"
    assert _files(tmp_path) == ["a.mp3"]


def test_a_write_beyond_the_limit_of_file_sizes_is_a_failure_of_the_disk(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))
    try:
        with pytest.raises(EngineError, match="file too large"):
            save(tmp_path / "a.mp3", [silence(10_000)], Form(10_000), Tags("Legs"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert _files(tmp_path) == []


def test_an_error_of_the_sound_is_not_taken_for_one_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="engine"), replacing(tmp_path / "a.mp3"):
        raise OSError(errno.ENOSPC, "the engine's own")


def test_mp3_is_a_format() -> None:
    assert ".mp3" in suffixes()
    assert for_path(Path("Legs.MP3")) is for_path(Path("a.mp3"))


# The packages beside the formats are none.
@pytest.mark.parametrize(
    "name", ["legs", "legs.doc", ".mp3", *(f"legs.{package}" for package in PACKAGES)]
)
def test_an_unknown_suffix_is_wrong_usage(name: str) -> None:
    with pytest.raises(WrongUsageError, match=r"use .*\.mp3"):
        for_path(Path(name))


def test_an_interruption_right_after_the_rename_leaves_the_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "legs.mp3"
    path.write_bytes(b"old")
    rename = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        rename(self, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt), replacing(path) as file:
        file.write(b"new")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"legs.mp3": b"new"}


def test_more_files_than_may_be_open_are_written_together(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    contents = {tmp_path / f"{number}.txt": str(number).encode() for number in range(100)}
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    next_file = os.dup(0)
    os.close(next_file)
    resource.setrlimit(resource.RLIMIT_NOFILE, (next_file + 50, limits[1]))
    try:
        write_all(contents)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == contents


def test_of_several_files_none_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(WrongUsageError, match=r"b\.txt: it is a directory"):
        write_all({tmp_path / "a.txt": b"new", tmp_path / "b.txt": b"new"})
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert _files(tmp_path) == ["a.txt", "b.txt"]
