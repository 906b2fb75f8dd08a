"""What is kept on disk from run to run."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers.cases import cases
from voicecoach.files.store import LIMIT_BYTES, OLDEST_S, Store, digest
from voicecoach.problems import EngineError
from voicecoach.session.session import default_store

KEY = digest({"text": "Rest."})
DAY_S = 86_400


def _entry(directory: Path) -> Path:
    (entry,) = Store(directory).files()
    return Path(entry.path)


def _put(directory: Path, name: str, size_bytes: int, unused_s: float) -> None:
    Store(directory).put("clip", name, bytes(size_bytes - 40))
    then_s = time.time() - unused_s
    os.utime(directory / "clips" / f"{name}.clip", (then_s, then_s))


def _names(directory: Path) -> set[str]:
    return {Path(entry.path).stem for entry in Store(directory).files()}


def test_an_entry_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    store = Store(tmp_path / "made" / "on demand")
    assert store.get("clip", KEY) is None
    store.put("clip", KEY, b"samples")
    assert Store(tmp_path / "made" / "on demand").get("clip", KEY) == b"samples"
    assert Store(tmp_path / "made" / "on demand").get("span", KEY) is None


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
    store = Store(tmp_path)
    assert store.length("clip", KEY) is None
    store.put("clip", KEY, b"samples")
    assert store.length("clip", KEY) == 7
    whole = _entry(tmp_path).read_bytes()
    for broken in (b"", whole[:4], whole[:-1], whole + b"\0"):
        _entry(tmp_path).write_bytes(broken)
        assert store.length("clip", KEY) is None


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
    store = Store(tmp_path)
    store.put("clip", KEY, b"samples")
    _entry(tmp_path).write_bytes(damage)
    assert store.get("clip", KEY) is None
    store.put("clip", KEY, b"samples")
    assert store.get("clip", KEY) == b"samples"


def test_an_entry_with_one_bit_changed_or_cut_short_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("clip", KEY, b"samples")
    whole = _entry(tmp_path).read_bytes()
    for broken in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), whole + b"\0"):
        _entry(tmp_path).write_bytes(broken)
        assert store.get("clip", KEY) is None


def test_what_cannot_be_written_is_kept_until_the_store_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    store = Store(tmp_path / "file")
    for kind, data in (("clip", b"samples"), ("span", b"frames")):
        store.put(kind, KEY, data)
        assert store.get(kind, KEY) == data
        assert store.length(kind, KEY) == len(data)
    assert len(list((tmp_path / "scratch").iterdir())) == 1
    assert list(store.files()) == []
    store.sweep(limit_bytes=0)
    assert store.clear() == []
    assert store.get("clip", KEY) == b"samples"
    store.close()
    assert list((tmp_path / "scratch").iterdir()) == []
    assert Store(tmp_path / "file").get("clip", KEY) is None
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_store_is_closed_twice_without_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file")
    store.close()
    store.put("clip", KEY, b"samples")
    store.close()
    store.close()


def test_a_store_is_swept_when_it_is_closed_if_it_has_grown(tmp_path: Path) -> None:
    _put(tmp_path, "old", 100, OLDEST_S + 60)
    unchanged = Store(tmp_path)
    assert unchanged.length("clip", "old") is not None
    unchanged.close()
    assert _names(tmp_path) == {"old"}
    grown = Store(tmp_path)
    grown.put("clip", "new", b"samples")
    assert _names(tmp_path) == {"old", "new"}
    grown.close()
    assert _names(tmp_path) == {"new"}


def test_no_temporary_directory_either_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    with pytest.raises(EngineError, match="temporary directory"):
        Store(tmp_path / "file").put("clip", KEY, b"samples")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    monkeypatch.setattr(Path, "replace", full)
    store = Store(tmp_path / "store")
    store.put("clip", KEY, b"samples")
    assert store.get("clip", KEY) is None
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    store.close()


def test_what_was_not_used_for_long_is_swept_and_the_rest_stays(tmp_path: Path) -> None:
    for name, unused_s in (("old", OLDEST_S + 60), ("older", 2 * OLDEST_S), ("new", DAY_S)):
        _put(tmp_path, name, 100, unused_s)
    Store(tmp_path).sweep()
    assert _names(tmp_path) == {"new"}


def test_where_there_is_too_much_the_longest_unused_goes_first(tmp_path: Path) -> None:
    for days in range(1, 6):
        _put(tmp_path, f"{days} days", 100, days * DAY_S)
    Store(tmp_path).sweep(limit_bytes=250)
    assert _names(tmp_path) == {"1 days", "2 days"}


def test_what_was_used_within_the_hour_stays_however_much_it_is(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        _put(tmp_path, name, 100, 3000)
    Store(tmp_path).sweep(limit_bytes=0)
    assert _names(tmp_path) == {"a", "b", "c"}


def test_using_an_entry_keeps_it_from_being_swept(tmp_path: Path) -> None:
    _put(tmp_path, "used", 100, 2 * OLDEST_S)
    assert Store(tmp_path).get("clip", "used") is not None
    Store(tmp_path).sweep()
    assert _names(tmp_path) == {"used"}


def test_what_a_killed_program_left_half_written_is_swept(tmp_path: Path) -> None:
    (tmp_path / "clips").mkdir()
    for name, unused_s in (("dead.part", DAY_S), ("alive.part", 10)):
        (tmp_path / "clips" / name).write_bytes(b"half")
        then_s = time.time() - unused_s
        os.utime(tmp_path / "clips" / name, (then_s, then_s))
    Store(tmp_path).sweep()
    assert _names(tmp_path) == {"alive"}


def test_clearing_tells_what_was_removed(tmp_path: Path) -> None:
    _put(tmp_path, "one", 100, 0)
    _put(tmp_path, "two", 300, 0)
    assert {(Path(entry.path).stem, entry.size_bytes) for entry in Store(tmp_path).clear()} == {
        ("one", 100),
        ("two", 300),
    }
    assert Store(tmp_path).clear() == []


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    _put(tmp_path, "clip", 100, 2 * OLDEST_S)
    mine = [tmp_path / "notes.txt", tmp_path / "clips" / "notes.txt"]
    for file in mine:
        file.write_text("mine")
        os.utime(file, (0, 0))
    Store(tmp_path).sweep(limit_bytes=0)
    Store(tmp_path).clear()
    assert all(file.exists() for file in mine)
    assert _names(tmp_path) == set()


def test_programs_side_by_side_read_whole_entries_or_none(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from voicecoach.files.store import Store
store, wrong = Store(Path(sys.argv[1])), 0
for turn in range(300):
    key, data = f"{turn % 7}", bytes([turn % 7]) * 50_000
    found = store.get("clip", key)
    wrong += found not in (None, data)
    store.put("clip", key, data)
    if turn % 50 == 0:
        store.clear()
    store.sweep(100_000)
sys.exit(wrong)
"""
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) for _ in range(3)]
    assert [process.wait(600) for process in running] == [0, 0, 0]


def test_the_store_lies_where_xdg_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    assert default_store().directory == Path("/elsewhere/voicecoach")
    assert LIMIT_BYTES <= 1_000_000_000
