"""Which changes of files are noticed, and when."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from voicecoach.files import watching
from voicecoach.files.watching import Watch


@pytest.fixture
def watch() -> Iterator[Watch]:
    with closing(Watch()) as watch:
        yield watch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "legs.yaml"
    file.write_text("title: Legs")
    return file


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """Steps of an editor: the next one is taken whenever it is waited for the end of writing.

    Only such waiting takes time, however busy the machine is.
    """
    steps: list[Callable[[], object]] = []
    now_s = 0.0

    def sleep(seconds: float) -> None:
        nonlocal now_s
        now_s += seconds
        if steps:
            steps.pop(0)()

    clock = SimpleNamespace(sleep=sleep, monotonic=lambda: now_s)
    monkeypatch.setattr(watching, "time", clock)
    return steps


def test_only_followed_files_count(
    watch: Watch, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_REWRITE_S", 0.1)
    other = tmp_path / "absent.yaml"
    watch.follow([file, other])
    (tmp_path / "notes.txt").write_text("nobody asked")
    other.write_text("there at last")
    assert watch.wait() == [other]
    file.write_text("title: Longer legs")
    other.unlink()
    assert watch.wait() == [other, file]


def test_what_changes_while_nobody_waits_is_noticed(watch: Watch, file: Path) -> None:
    watch.follow([file])
    file.write_text("title: Arms and legs")
    watch.follow([file])
    assert watch.wait() == [file]


def test_what_has_changed_since_a_time_is_noticed(watch: Watch, file: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text("title: Old")
    now_ns = time.time_ns()
    os.utime(old, ns=(now_ns - 10**9, now_ns - 10**9))
    os.utime(file, ns=(now_ns + 10**6, now_ns + 10**6))
    watch.follow([file, old], now_ns)
    assert watch.wait() == [file]


def test_what_is_in_a_folder_is_followed(
    watch: Watch, tmp_path: Path, steps: list[Callable[[], object]]
) -> None:
    folder = tmp_path / "recordings"
    old, new = folder / "old.wav", folder / "new.wav"
    watch.follow([folder])
    folder.mkdir()
    old.write_bytes(b"old")
    assert watch.wait() == [folder, old]
    watch.follow([folder])
    (folder / ".hidden").write_bytes(b"nobody looks")
    new.write_bytes(b"")
    steps += [partial(new.write_bytes, b"half"), partial(new.write_bytes, b"whole")]
    assert watch.wait() == [new]
    assert new.read_bytes() == b"whole"
    old.unlink()
    assert watch.wait() == [old]


def test_what_has_come_into_a_folder_since_a_time_is_noticed(watch: Watch, tmp_path: Path) -> None:
    folder = tmp_path / "recordings"
    folder.mkdir()
    (folder / "old.wav").write_bytes(b"old")
    os.utime(folder / "old.wav", ns=(1, 1))
    now_ns = time.time_ns()
    (folder / "new.wav").write_bytes(b"new")
    os.utime(folder / "new.wav", ns=(now_ns + 10**6, now_ns + 10**6))
    watch.follow([folder], now_ns)
    assert watch.wait() == [folder / "new.wav"]


def test_a_file_that_was_emptied_to_be_written_is_read_when_it_is_written(
    watch: Watch, file: Path, steps: list[Callable[[], object]]
) -> None:
    watch.follow([file])
    file.write_text("")
    steps += [
        lambda: None,
        lambda: file.write_text("title: "),
        lambda: file.write_text("title: Arms"),
    ]
    assert watch.wait() == [file]
    assert file.read_text() == "title: Arms"


def test_a_file_that_is_written_for_long_is_read_when_it_is_written(
    watch: Watch, file: Path, steps: list[Callable[[], object]]
) -> None:
    watch.follow([file])
    file.write_text("")
    texts = ["title: " + "A" * length for length in range(100)]
    steps += [partial(file.write_text, text) for text in texts]
    assert watch.wait() == [file]
    assert file.read_text() == texts[-1]


def test_a_file_that_was_emptied_and_stays_so_is_read_in_the_end(
    watch: Watch, file: Path, steps: list[Callable[[], object]]
) -> None:
    watch.follow([file])
    file.write_text("")
    assert watch.wait() == [file]
    assert not steps


def test_a_file_that_is_replaced_by_one_of_its_age_and_size_has_changed(
    watch: Watch, file: Path, tmp_path: Path, steps: list[Callable[[], object]]
) -> None:
    watch.follow([file])
    stat = file.stat()
    new = tmp_path / "new"
    new.write_text("title: Arms")
    os.utime(new, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    file.rename(tmp_path / "backup")
    steps.append(lambda: new.rename(file))
    assert watch.wait() == [file]
    assert file.read_text() == "title: Arms"


def test_a_file_that_was_gone_for_a_moment_has_not_changed(
    watch: Watch, file: Path, tmp_path: Path, steps: list[Callable[[], object]]
) -> None:
    other = tmp_path / "other.yaml"
    watch.follow([file, other])
    away = file.rename(tmp_path / "away")
    steps += [lambda: away.rename(file), lambda: other.write_text("title: Other")]
    assert watch.wait() == [other]


def test_a_system_that_tells_nothing_is_looked_at_again_and_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "_LOOK_S", 0.01)
    monkeypatch.setattr("voicecoach.files.watching.Observer.schedule", full)
    with closing(Watch()) as watch:
        watch.follow([file])
        file.write_text("title: Arms and legs")
        assert watch.wait() == [file]
