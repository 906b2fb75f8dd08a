"""What `build` builds of: files, folders and standard input, and where it writes to."""

import io
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import SHORT, Shell, one_error


class _Input:
    """Standard input with bytes in it."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def test_a_folder_stands_for_the_routines_in_it(shell: Shell) -> None:
    shell.directory.joinpath("week").mkdir()
    for name in ("tuesday.yaml", "monday.yml", ".hidden.yaml"):
        shell.put(f"week/{name}", SHORT)
    shell.put("week/part.yaml", "workout: [Plank 5s]\n")
    shell.put("week/notes.txt", "notes")
    said = shell.toned("build", "week", "-d", "out/week")
    assert said.code == 0
    assert said.err.splitlines()[0] == (
        "week/part.yaml is no routine, as it has no `title`: it is not built"
    )
    assert [line.split()[0] for line in said.out.splitlines()] == [
        "out/week/monday.mp3",
        "out/week/tuesday.mp3",
    ]


def test_a_broken_file_in_a_folder_is_told_and_the_others_are_built(shell: Shell) -> None:
    shell.directory.joinpath("week").mkdir()
    shell.put("week/a.yaml", "title: [\n")
    shell.put("week/b.yaml", SHORT)
    said = shell.toned("build", "week")
    assert said.code == 1
    assert "week/a.yaml:" in said.err
    assert shell.directory.joinpath("b.mp3").is_file()


@cases(
    ("text", "file"),
    {
        "a title": ("title: Bauch, Beine & Po\n", "bauch-beine-po.mp3"),
        "a title with a variable": ("title: 'Week {week}'\nvars: {week: 3}\n", "week-3.mp3"),
        "a title without letters": ("title: '!!'\n", "routine.mp3"),
    },
)
def test_standard_input_is_built_to_the_name_of_its_title(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, text: str, file: str
) -> None:
    monkeypatch.setattr("sys.stdin", _Input(f"{text}workout: [Plank 5s]\n".encode()))
    said = shell.toned("build", "-")
    assert said.out.split()[0] == file
    assert file in shell.files()


def test_a_standard_input_without_end_is_read_no_further_than_a_routine_goes(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = _Input(b"# on and on \xc3\xa4\n" * 200_000)
    monkeypatch.setattr("sys.stdin", endless)
    said = shell.toned("build", "-")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("standard input:1:1: error: the file is larger than 1 MB")
    assert endless.buffer.tell() == 1_000_001


def test_a_wrong_routine_from_standard_input_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", _Input(b"title: T\nworkout: [{exercise: A, rset: 5}]\n"))
    said = shell.toned("build", "-")
    assert said.code == 1
    assert said.err.startswith("standard input:2:")


def test_standard_input_that_is_no_text_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", _Input(b"\xff\xff"))
    assert "standard input is no text" in one_error(shell.toned("build", "-"), 2)


def test_a_tilde_is_filled_in_where_no_shell_does(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(shell.directory))
    said = shell.toned("build", "short.yaml", "--output=~/a.mp3")
    assert said.code == 0
    assert "a.mp3" in shell.files()


def test_a_tilde_in_a_routine_is_the_home_directory(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(shell.directory / "home"))
    shell.put("tilde.yaml", f"{SHORT}music: ~/song.mp3\nsounds: {{tick: ~/tick.wav}}\n")
    said = shell.toned("check", "tilde.yaml")
    for name in ("song.mp3", "tick.wav"):
        assert f"there is no file `{shell.directory}/home/{name}`" in said.err
