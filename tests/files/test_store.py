"""What is kept on disk from run to run."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers.cases import cases
from voicecoach.files.store import (
    LIMIT_BYTES,
    OLDEST_S,
    Store,
    clear,
    default_directory,
    digest,
    entries,
    sweep,
)

KEY = digest({"text": "Rest."})
DAY_S = 86_400


def _entry(directory: Path) -> Path:
    (entry,) = entries(directory)
    return entry.file


def _put(directory: Path, name: str, size_bytes: int, unused_s: float) -> None:
    Store(directory, "clip").put(name, bytes(size_bytes - 40))
    then_s = time.time() - unused_s
    os.utime(directory / "clips" / f"{name}.clip", (then_s, then_s))


def _names(directory: Path) -> set[str]:
    return {entry.file.stem for entry in entries(directory)}


def test_an_entry_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    store = Store(tmp_path / "made" / "on demand", "clip")
    assert store.get(KEY) is None
    assert store.put(KEY, b"samples")
    assert Store(tmp_path / "made" / "on demand", "clip").get(KEY) == b"samples"
    assert Store(tmp_path / "made" / "on demand", "span").get(KEY) is None


def test_a_digest_differs_with_each_part_and_with_the_data() -> None:
    digests = {
        digest({"a": 1}),
        digest({"a": 2}),
        digest({"b": 1}),
        digest({"a": 1, "b": 1}),
        digest({"a": 1}, b"x"),
        digest({"a": 1}, b"y"),
    }
    assert len(digests) == 6
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})


def test_the_length_of_an_entry_is_told_unless_some_of_it_is_missing(tmp_path: Path) -> None:
    store = Store(tmp_path, "clip")
    assert store.length(KEY) is None
    store.put(KEY, b"samples")
    assert store.length(KEY) == 7
    whole = _entry(tmp_path).read_bytes()
    for broken in (b"", whole[:4], whole[:-1], whole + b"\0"):
        _entry(tmp_path).write_bytes(broken)
        assert store.length(KEY) is None


@cases(
    "damage",
    {
        "empty": b"",
        "a scrap of a header": b"RIFF",
        "a few zeros": b"\0" * 32,
        "many zeros": b"\0" * 100,
    },
)
def test_a_damaged_entry_is_none_and_can_be_put_in_anew(tmp_path: Path, damage: bytes) -> None:
    store = Store(tmp_path, "clip")
    store.put(KEY, b"samples")
    _entry(tmp_path).write_bytes(damage)
    assert store.get(KEY) is None
    assert store.put(KEY, b"samples")
    assert store.get(KEY) == b"samples"


def test_an_entry_with_one_bit_changed_or_cut_short_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path, "clip")
    store.put(KEY, b"samples")
    whole = _entry(tmp_path).read_bytes()
    for broken in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), whole + b"\0"):
        _entry(tmp_path).write_bytes(broken)
        assert store.get(KEY) is None


def test_a_directory_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file", "clip")
    assert not store.put(KEY, b"samples")
    assert store.get(KEY) is None
    assert list(entries(tmp_path / "file")) == []
    sweep(tmp_path / "file")
    clear(tmp_path / "file")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert not Store(tmp_path, "clip").put(KEY, b"samples")
    assert list(entries(tmp_path)) == []


def test_what_was_not_used_for_long_is_swept_and_the_rest_stays(tmp_path: Path) -> None:
    for name, unused_s in (("old", OLDEST_S + 60), ("older", 2 * OLDEST_S), ("new", DAY_S)):
        _put(tmp_path, name, 100, unused_s)
    sweep(tmp_path)
    assert _names(tmp_path) == {"new"}


def test_where_there_is_too_much_the_longest_unused_goes_first(tmp_path: Path) -> None:
    for days in range(1, 6):
        _put(tmp_path, f"{days} days", 100, days * DAY_S)
    sweep(tmp_path, limit_bytes=250)
    assert _names(tmp_path) == {"1 days", "2 days"}


def test_what_was_used_within_the_hour_stays_however_much_it_is(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        _put(tmp_path, name, 100, 3000)
    sweep(tmp_path, limit_bytes=0)
    assert _names(tmp_path) == {"a", "b", "c"}


def test_using_an_entry_keeps_it_from_being_swept(tmp_path: Path) -> None:
    _put(tmp_path, "used", 100, 2 * OLDEST_S)
    assert Store(tmp_path, "clip").get("used") is not None
    sweep(tmp_path)
    assert _names(tmp_path) == {"used"}


def test_what_a_killed_program_left_half_written_is_swept(tmp_path: Path) -> None:
    (tmp_path / "clips").mkdir()
    for name, unused_s in (("dead.part", DAY_S), ("alive.part", 10)):
        (tmp_path / "clips" / name).write_bytes(b"half")
        then_s = time.time() - unused_s
        os.utime(tmp_path / "clips" / name, (then_s, then_s))
    sweep(tmp_path)
    assert _names(tmp_path) == {"alive"}


def test_clearing_tells_what_was_removed(tmp_path: Path) -> None:
    _put(tmp_path, "one", 100, 0)
    _put(tmp_path, "two", 300, 0)
    assert {(entry.file.stem, entry.size_bytes) for entry in clear(tmp_path)} == {
        ("one", 100),
        ("two", 300),
    }
    assert clear(tmp_path) == []


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    _put(tmp_path, "clip", 100, 2 * OLDEST_S)
    mine = [tmp_path / "notes.txt", tmp_path / "clips" / "notes.txt"]
    for file in mine:
        file.write_text("mine")
        os.utime(file, (0, 0))
    sweep(tmp_path, limit_bytes=0)
    clear(tmp_path)
    assert all(file.exists() for file in mine)
    assert _names(tmp_path) == set()


def test_programs_side_by_side_read_whole_entries_or_none(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from voicecoach.files.store import Store, clear, sweep
store, wrong = Store(Path(sys.argv[1]), "clip"), 0
for turn in range(300):
    key, data = f"{turn % 7}", bytes([turn % 7]) * 50_000
    found = store.get(key)
    wrong += found not in (None, data)
    store.put(key, data)
    if turn % 50 == 0:
        clear(Path(sys.argv[1]))
    sweep(Path(sys.argv[1]), 100_000)
sys.exit(wrong)
"""
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]


def test_the_store_lies_where_xdg_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    assert default_directory() == Path("/elsewhere/voicecoach")
    assert LIMIT_BYTES <= 1_000_000_000
