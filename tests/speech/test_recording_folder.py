"""Which file in a folder of recordings is heard for a phrase."""

import os
import unicodedata
from pathlib import Path

import pytest

from helpers.cases import cases
from voicecoach.problems import EngineError
from voicecoach.speech.recording_folder import SUFFIXES, RecordingFolder

PHRASE = "Übung 1: Plank. 30 seconds."


def _found(folder: Path, text: str = PHRASE) -> list[str]:
    return [file.path.name for file in RecordingFolder(folder).find(text)]


@cases(
    "name",
    {
        "as on the sheet": "übung-1-plank-30-seconds.wav",
        "as written": "Übung 1: Plank. 30 seconds..wav",
        "shouted": "ÜBUNG-1-PLANK-30-SECONDS.WAV",
        "with other hyphens": "übung_1__plank 30 seconds .flac",
        "as macOS decomposes it": unicodedata.normalize("NFD", "übung-1-plank-30-seconds.wav"),
    },
)
def test_a_name_is_read_leniently(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert _found(tmp_path) == [name]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_kind_of_sound_file_is_found(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"plank{suffix}").touch()
    assert _found(tmp_path, "Plank!") == [f"plank{suffix}"]


def test_what_is_no_recording_of_a_phrase_is_not_found(tmp_path: Path) -> None:
    for name in (".plank.wav", "._plank.wav", "plank.txt", "plank", "plank-2.wav", "👍.wav"):
        (tmp_path / name).touch()
    (tmp_path / "plank.wav").mkdir()
    (tmp_path / "plank.flac").symlink_to("gone.flac")
    assert _found(tmp_path, "Plank") == []
    assert _found(tmp_path, "👍") == []


def test_of_several_files_the_first_by_kind_and_name_is_heard(tmp_path: Path) -> None:
    for name in ("plank.mp3", "Plank!.wav", "plank.flac", "plank.wav"):
        (tmp_path / name).touch()
    assert _found(tmp_path, "Plank") == ["Plank!.wav", "plank.wav", "plank.flac", "plank.mp3"]


def test_files_of_another_kind_are_told_apart(tmp_path: Path) -> None:
    for name in ("plank.m4a", "Plank!.amr", "squats.m4a"):
        (tmp_path / name).touch()
    folder = RecordingFolder(tmp_path)
    assert [file.path.name for file in folder.unreadable("Plank")] == ["Plank!.amr", "plank.m4a"]
    assert folder.unreadable("Lunges") == ()


def test_the_stamp_changes_with_what_is_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "plank.wav"

    def stamp() -> str:
        return RecordingFolder(tmp_path).find("Plank")[0].stamp

    file.write_bytes(b"one")
    first = stamp()
    os.utime(file, ns=(1, 1))
    assert stamp() == first
    file.write_bytes(b"two")
    os.utime(file, ns=(1, 1))
    assert stamp() != first


def test_a_folder_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(
        EngineError, match=r"the folder of recordings .*gone cannot be read: no such"
    ):
        RecordingFolder(tmp_path / "gone")
