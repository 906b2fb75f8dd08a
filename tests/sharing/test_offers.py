"""What is shared of the paths that are named, and that nothing beside it is."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.finished_files import finish
from voicecoach.problems import UnbuiltRoutineError, WrongUsageError
from voicecoach.sharing.offers import find_offers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "week"
    folder.mkdir()
    finish(folder / "legs.mp3")
    finish(folder / "core.mp3")
    for name in ("legs.html", "legs.lrc", "alone.html", "alone.lrc", "legs.yaml", "notes.txt"):
        (folder / name).write_text("x")
    return folder


NAMED = {
    "a sound alone": (["legs.mp3"], ["legs.mp3"]),
    "a sound with its page": (["legs.mp3", "legs.html"], ["legs.mp3 legs.html"]),
    "a sound with its lyrics": (["legs.lrc", "legs.mp3"], ["legs.mp3 legs.lrc"]),
    "a page, which plays the sound beside it": (["legs.html"], ["legs.mp3 legs.html"]),
    "a page with its sound in it": (["alone.html"], ["alone.html"]),
    "the folder": ([""], ["core.mp3", "legs.mp3 legs.html legs.lrc"]),
    "the folder and a file": (["legs.mp3", ""], ["legs.mp3 legs.html legs.lrc", "core.mp3"]),
    "the folder and a page": (
        ["", "alone.html"],
        ["core.mp3", "legs.mp3 legs.html legs.lrc", "alone.html"],
    ),
    "twice": (["legs.mp3", "legs.mp3"], ["legs.mp3"]),
}


@cases(("names", "expected"), NAMED)
def test_what_is_named_is_offered_and_nothing_else(
    folder: Path, names: list[str], expected: list[str]
) -> None:
    offers = find_offers([folder / name for name in names]).offers
    assert [" ".join(file.name for file in offer.files) for offer in offers] == expected


REFUSED = {
    "a routine": ("legs.yaml", "is a routine, and no finished file"),
    "another file": ("notes.txt", "is no sound file"),
    "nothing": ("none.mp3", "cannot share .*none.mp3: no such file or directory"),
    "lyrics alone": ("legs.lrc", "holds the words of a sound file that is not shared"),
}


@cases(("name", "message"), REFUSED)
def test_what_is_no_finished_file_is_refused(folder: Path, name: str, message: str) -> None:
    with pytest.raises(WrongUsageError, match=message) as caught:
        find_offers([folder / name])
    assert isinstance(caught.value, UnbuiltRoutineError) is (name == "legs.yaml")


def test_a_folder_without_a_programme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUsageError, match="there is no programme in"):
        find_offers([tmp_path])


def test_a_folder_with_a_damaged_file_alone_tells_the_damage(tmp_path: Path) -> None:
    (tmp_path / "legs.mp3").write_bytes(b"x" * 1000)
    with pytest.raises(WrongUsageError, match="is no MP3 file"):
        find_offers([tmp_path])


def test_a_page_that_is_a_link_out_of_the_folder_is_not_offered(folder: Path) -> None:
    secret = folder.parent / "secret.html"
    secret.write_text("secret")
    (folder / "legs.html").unlink()
    (folder / "legs.html").symlink_to(secret)
    (_, legs) = find_offers([folder]).offers
    assert legs.page is None


def test_two_files_of_one_name_are_refused(folder: Path, tmp_path: Path) -> None:
    other = finish(tmp_path / "legs.mp3")
    with pytest.raises(WrongUsageError, match="have the same name") as caught:
        find_offers([folder, other])
    assert caught.value.hint == "rename one, or share one after the other"
