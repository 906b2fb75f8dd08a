"""Entries of a store that are not what was put in: as if they were not there."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.odd_files import ODD_FILES, ON_POSIX
from voicecoach.files import entries
from voicecoach.files.store import Store, digest

pytestmark = ON_POSIX

KEY, OTHER = digest({"text": "Rest."}), digest({"text": "Go."})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "cache")
    store.put("clip", KEY, b"samples")
    store.put("clip", OTHER, b"another")
    return store


def _entry(store: Store, key: str = KEY) -> Path:
    return store.directory / "clips" / f"{key}.clip"


def _expect_none(store: Store) -> None:
    assert store.get("clip", KEY) is None
    assert store.length("clip", KEY) is None
    assert len(list(store.files())) == len(list((store.directory / "clips").glob("*.clip")))


def test_entries_that_were_swapped_are_none(store: Store) -> None:
    _entry(store).rename(store.directory / "aside")
    _entry(store, OTHER).rename(_entry(store))
    (store.directory / "aside").rename(_entry(store, OTHER))
    _expect_none(store)
    assert store.get("clip", OTHER) is None


def test_an_entry_of_another_kind_is_none(store: Store) -> None:
    store.put("span", KEY, b"frames")
    (store.directory / "spans" / f"{KEY}.span").replace(_entry(store))
    _expect_none(store)


@cases("put", {what: put for what, (put, _) in ODD_FILES.items()})
def test_what_is_no_file_is_no_entry_and_is_replaced(
    store: Store, put: Callable[[Path], None]
) -> None:
    _entry(store).unlink()
    put(_entry(store))
    assert (store.get("clip", KEY), store.length("clip", KEY)) == (None, None)
    store.put("clip", KEY, b"samples")
    assert store.get("clip", KEY) == b"samples"
    assert not _entry(store).is_symlink()


def test_a_directory_in_the_place_of_an_entry_is_no_entry(store: Store) -> None:
    _entry(store).unlink()
    _entry(store).mkdir()
    assert (store.get("clip", KEY), store.length("clip", KEY)) == (None, None)
    assert len(store.clear()) == 1
    store.put("clip", KEY, b"samples")
    assert store.get("clip", KEY) == b"samples"
    store.close()


def test_a_link_to_an_entry_is_none(store: Store, tmp_path: Path) -> None:
    real = tmp_path / _entry(store).name
    _entry(store).rename(real)
    _entry(store).symlink_to(real)
    assert (store.get("clip", KEY), store.length("clip", KEY)) == (None, None)
    store.clear()
    assert real.exists()


def test_an_entry_that_claims_more_than_there_can_be_is_not_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.get("clip", KEY) == b"samples"
    monkeypatch.setattr(entries, "_LARGEST_BYTES", 6)
    _expect_none(store)


def test_an_entry_that_is_longer_than_it_claims_is_not_read(store: Store) -> None:
    # All of it would take a terabyte of memory.
    os.truncate(_entry(store), 1 << 40)
    _expect_none(store)


def test_a_store_is_made_for_its_user_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "home" / "cache")
    usual = os.umask(0)
    try:
        store.put("clip", KEY, b"samples")
    finally:
        os.umask(usual)
    made = [store.directory, store.directory / "clips", _entry(store)]
    assert [path.stat().st_mode & 0o777 for path in made] == [0o700, 0o700, 0o600]


def test_a_store_that_is_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    directory = tmp_path / "store"
    directory.mkdir()
    directory.chmod(0o755)
    Store(directory)
    assert directory.stat().st_mode & 0o777 == 0o700


@cases("whose", {"a link": "link", "another's": "other"})
def test_a_directory_that_is_not_its_users_own_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    directory = tmp_path / "store"
    directory.mkdir()
    directory.chmod(0o755)
    (tmp_path / "link").symlink_to(directory)
    if whose == "other":
        monkeypatch.setattr(os, "geteuid", lambda: directory.stat().st_uid + 1)
    Store(tmp_path / "link" if whose == "link" else directory)
    assert directory.stat().st_mode & 0o777 == 0o755


def test_a_link_in_the_place_of_a_stores_directory_is_not_followed(tmp_path: Path) -> None:
    other, clips = tmp_path / "downloads", tmp_path / "cache" / "clips"
    other.mkdir()
    clips.parent.mkdir()
    clips.symlink_to(other)
    (other / "film.part").touch()
    with closing(Store(clips.parent)) as store:
        store.put("clip", KEY, b"samples")
        assert store.get("clip", KEY) == b"samples"
        assert store.clear() == []
    assert [path.name for path in other.iterdir()] == ["film.part"]
