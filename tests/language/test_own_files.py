"""Files that a routine names: only ordinary ones in its own folder or below it are read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.odd_files import ODD_FILES, ON_POSIX
from voicecoach.language import load
from voicecoach.problems import Problem, RoutineError

pytestmark = ON_POSIX

HEAD = "title: T\n"
WORKOUT = "workout: [Run 5s]\n"
# Where `{}` is the name of a file, a routine whose third line has it.
FILES = {
    "an include": HEAD + 'workout:\n  - include: "{}.wav"\n',
    "a sound": HEAD + 'workout:\n  - sound: "{}.wav"\n',
    "a tone": HEAD + 'sounds:\n  start: "{}.wav"\n' + WORKOUT,
    "a tip": HEAD + 'workout:\n  - {{exercise: Run 5s, tips: [{{at: 1s, sound: "{}.wav"}}]}}\n',
    "music": HEAD + 'music:\n  - "{}.wav"\n' + WORKOUT,
}
FOLDERS = {
    "a folder of music": HEAD + 'music:\n  - "{}/"\n' + WORKOUT,
    "a pattern of music": HEAD + 'music:\n  - "{}/*.wav"\n' + WORKOUT,
    "recordings": HEAD + 'voices:\n  coach: "{}/"\n' + WORKOUT,
}
OUTSIDE = "lies outside the routine's folder"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "home" / "workouts"
    made.mkdir(parents=True)
    (tmp_path / "home" / "secret.wav").write_bytes(b"workout: [Walk 5s]")
    return made


def _problem(folder: Path, text: str) -> Problem:
    (folder / "main.yaml").write_text(text, "utf-8")
    with pytest.raises(RoutineError) as caught:
        load(folder / "main.yaml")
    (problem,) = caught.value.problems
    assert problem.span.line == 3
    return problem


@pytest.mark.parametrize("name", ["../secret", "{home}/secret", "~/secret", "link"])
@cases("text", FILES)
def test_a_file_elsewhere_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, name: str
) -> None:
    monkeypatch.setenv("HOME", str(folder.parent))
    (folder / "link.wav").symlink_to(folder.parent / "secret.wav")
    assert OUTSIDE in _problem(folder, text.format(name.format(home=folder.parent))).message


@pytest.mark.parametrize("name", ["..", "{home}", "link", "nix/../.."])
@cases("text", FOLDERS)
def test_a_folder_elsewhere_is_not_looked_into(folder: Path, text: str, name: str) -> None:
    (folder / "link").symlink_to(folder.parent)
    (folder / "nix").mkdir()
    assert OUTSIDE in _problem(folder, text.format(name.format(home=folder.parent))).message


@pytest.mark.parametrize("name", ["songs/", "songs/*.wav"])
def test_a_link_out_of_a_folder_of_music_is_not_followed(folder: Path, name: str) -> None:
    (folder / "songs").mkdir()
    (folder / "songs" / "a.wav").symlink_to(folder.parent / "secret.wav")
    problem = _problem(folder, f"{HEAD}music:\n  - {name}\n{WORKOUT}")
    assert problem.message == f"`{folder / 'songs' / 'a.wav'}` {OUTSIDE}"


def test_a_link_out_of_a_folder_of_recordings_is_not_followed(folder: Path) -> None:
    (folder / "recordings").mkdir()
    (folder / "recordings" / "run.wav").symlink_to(folder.parent / "secret.wav")
    problem = _problem(folder, FOLDERS["recordings"].format("recordings"))
    assert problem.message == f"`{folder / 'recordings' / 'run.wav'}` {OUTSIDE}"


@cases("text", {what: FOLDERS[what] for what in ("a folder of music", "recordings")})
def test_a_folder_that_one_may_not_look_into_is_told_as_such(
    folder: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (folder / "closed").mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: path != folder / "closed")
    problem = _problem(folder, text.format("closed"))
    assert problem.message == "`closed/` cannot be read: you may not look into the directory"


@pytest.mark.parametrize("name", ["a", "below/a", "{here}/a", "linked"])
@cases("text", FILES)
def test_a_file_of_ones_own_is_read(folder: Path, text: str, name: str) -> None:
    (folder / "below").mkdir()
    for file in (folder / "a.wav", folder / "below" / "a.wav"):
        file.write_bytes(b"workout: [Walk 5s]")
    (folder / "linked.wav").symlink_to("below/a.wav")
    (folder / "main.yaml").write_text(text.format(name.format(here=folder)), "utf-8")
    load(folder / "main.yaml")


def test_a_linked_routine_reads_what_is_beside_the_link(folder: Path) -> None:
    (folder / "a.wav").touch()
    (folder.parent / "real.yaml").write_text(FILES["music"].format("a"), "utf-8")
    (folder / "main.yaml").symlink_to(folder.parent / "real.yaml")
    load(folder / "main.yaml")


@cases(("put", "says"), {what: row for what, row in ODD_FILES.items() if what != "a device"})
@cases("text", FILES)
def test_what_is_no_ordinary_file_is_told_where_it_is_named(
    folder: Path, text: str, put: Callable[[Path], None], says: str
) -> None:
    put(folder / "odd.wav")
    assert says in _problem(folder, text.format("odd")).message


@cases("text", FILES | FOLDERS)
@cases(
    ("name", "says"),
    {
        "a zero byte": ("a\\0b", "no file can have such a name"),
        "too long a name": ("a" * 300, "longer than the system allows"),
    },
)
def test_a_name_that_no_file_can_have_is_told_where_it_stands(
    folder: Path, text: str, name: str, says: str
) -> None:
    assert says in _problem(folder, text.format(name)).message
