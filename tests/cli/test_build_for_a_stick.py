"""`build --number` and `--split`: names that sort, as a stick or a watch plays them."""

from pathlib import Path

import pytest

from helpers.shell import Shell


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    shell.put("legs.yaml", "title: 'Legs/arms: 2'\nworkout: [Plank 2s]\n")
    shell.put("warm.yaml", "title: Warm-up\nworkout: [Plank 2s]\n")
    return shell


def _names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def test_files_are_named_by_their_numbers_in_the_order_given(shell: Shell) -> None:
    said = shell.toned("build", "warm.yaml", "legs.yaml", "warm.yaml", "-d", "stick", "--number")
    names = ["01 Warm-up.mp3", "02 Legs-arms- 2.mp3", "03 Warm-up.mp3"]
    assert _names(shell.directory / "stick") == names
    assert [line.split("  ")[0] for line in said.out.splitlines()] == [
        f"stick/{name}" for name in names
    ]


def test_what_is_beside_a_file_has_its_number_too(shell: Shell) -> None:
    said = shell.toned("build", "warm.yaml", "-d", "stick", "--number", "--lrc", "--only", "Plank")
    assert said.code == 0
    assert _names(shell.directory / "stick") == [
        "01 Warm-up (only Plank).lrc",
        "01 Warm-up (only Plank).mp3",
    ]


def test_a_wrong_routine_keeps_its_number(shell: Shell) -> None:
    said = shell.toned("build", "wrong.yaml", "warm.yaml", "-d", "stick", "--number")
    assert said.code == 1
    assert "unknown key `rset`" in said.err
    assert _names(shell.directory / "stick") == ["02 Warm-up.mp3"]


def test_a_file_that_has_a_name_gets_no_number(shell: Shell) -> None:
    said = shell.toned("build", "warm.yaml", "-o", "warm.mp3", "--number")
    assert "-o names the file itself: give -d with --number" in said.err
    assert (said.code, said.out) == (2, "")


def test_a_split_programme_is_a_folder_with_a_playlist(shell: Shell) -> None:
    said = shell.toned("build", "warm.yaml", "-d", "stick", "--number", "--split", "exercise")
    assert said.code == 0
    playlist, part = said.out.splitlines()
    assert playlist.startswith("stick/01 Warm-up/01 Warm-up.m3u8  0:")
    assert part == "stick/01 Warm-up/01 Plank.mp3"
    assert _names(shell.directory / "stick" / "01 Warm-up") == [
        "01 Plank.mp3",
        "01 Warm-up.m3u8",
    ]


def test_the_suffix_of_the_output_chooses_the_format_of_the_files(shell: Shell) -> None:
    assert shell.toned("build", "warm.yaml", "-o", "w.flac", "--split", "section").code == 0
    assert _names(shell.directory / "w") == ["01 Plank.flac", "w.m3u8"]


@pytest.mark.parametrize("option", ["--lrc", "--page"])
def test_what_is_about_one_file_does_not_go_with_a_split(shell: Shell, option: str) -> None:
    said = shell.toned("build", "warm.yaml", "--split", "section", option)
    assert f"{option} is about one file: give it without --split" in said.err
    assert (said.code, said.out) == (2, "")
