from pathlib import Path
from xml.etree import ElementTree

import pytest

from helpers.shell import Shell, one_error


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _texts(path: Path) -> list[str]:
    root = ElementTree.parse(path).getroot()
    return ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_it_writes_an_svg_under_the_name_of_the_routine(shell: Shell) -> None:
    said = shell.toned("show", "short.yaml")
    assert (said.code, said.out, said.err) == (0, "short.svg\n", "")
    assert shell.files() == {"short.svg"}
    assert {"Short", "Plank 8 s", "Squats × 4"} <= set(_texts(shell.directory / "short.svg"))


@pytest.mark.parametrize("name", ["a.png", "B.PNG"])
def test_the_suffix_chooses_the_form(shell: Shell, name: str) -> None:
    said = shell.toned("show", "short.yaml", "-o", name)
    assert (said.code, said.out) == (0, f"{name}\n")
    assert (shell.directory / name).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_the_level_changes_the_picture(shell: Shell) -> None:
    for level, length in (("easy", "5 s"), ("hard", "10 s")):
        assert shell.toned("show", "short.yaml", "--level", level).code == 0
        assert f"Plank {length}" in _texts(shell.directory / "short.svg")


def test_warnings_go_to_stderr(shell: Shell) -> None:
    said = shell.toned("show", "hasty.yaml", "-o", "hasty.svg")
    assert (said.code, said.out) == (0, "hasty.svg\n")
    assert "warning: " in said.err


@pytest.mark.parametrize("name", ["a.jpg", "a", "a.svg.gz"])
def test_another_suffix_is_wrong_usage(shell: Shell, name: str) -> None:
    said = shell.toned("show", "short.yaml", "-o", name)
    assert (said.code, said.out) == (2, "")
    assert "has to end in .svg or .png" in said.err
    assert shell.files() == set()


def test_a_file_that_cannot_be_written_is_wrong_usage(shell: Shell) -> None:
    (shell.directory / "dir.svg").mkdir()
    assert "there is no directory" in one_error(
        shell.toned("show", "short.yaml", "-o", "none/a.svg"), 2
    )
    assert "it is a directory" in one_error(shell.toned("show", "short.yaml", "-o", "dir.svg"), 2)
    (shell.directory / "full.png").symlink_to("/dev/full")
    assert "not an ordinary file" in one_error(
        shell.toned("show", "short.yaml", "-o", "full.png"), 2
    )
    assert shell.files() == {"dir.svg", "full.png"}


def test_a_wrong_routine_leaves_the_old_picture(shell: Shell) -> None:
    old = shell.put("wrong.svg", "old")
    said = shell.toned("show", "wrong.yaml")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("wrong.yaml:5:5: error: ")
    assert old.read_text() == "old"
    assert shell.files() == {"wrong.svg"}


def test_a_picture_never_replaces_its_routine(shell: Shell) -> None:
    routine = Path("odd.svg")
    routine.write_text("title: T\nworkout: [Plank 8s]\n", encoding="utf-8")
    said = shell.toned("show", "odd.svg")
    assert "cannot write odd.svg: the programme is made of it" in one_error(said, 2)
    assert routine.read_text(encoding="utf-8").startswith("title: T")
