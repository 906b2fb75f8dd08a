"""The command `export`: a routine in, a file for another program out, nothing lost in silence."""

from pathlib import Path

import pytest

from helpers.shell import Shell, one_error

SIDED = "title: T\nworkout:\n  - sound: tick\n  - Lunges 2x10s, each side\n"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def test_the_suffix_or_the_option_says_the_format(shell: Shell) -> None:
    said = shell.toned("export", "short.yaml", "-o", "plan.JSON")
    assert (said.code, said.out, said.err) == (0, "plan.JSON\n", "")
    assert shell.toned("export", "short.yaml", "--format", "json").out == "short.json\n"
    assert shell.toned("export", "short.yaml", "-o", "x.txt", "--format", "json").out == "x.txt\n"
    written = [
        (shell.directory / name).read_bytes() for name in ("plan.JSON", "short.json", "x.txt")
    ]
    assert len(set(written)) == 1


def test_a_hyphen_is_standard_output(shell: Shell) -> None:
    said = shell.toned("export", "short.yaml", "-o", "-", "--format", "json")
    assert said.code == 0
    assert said.out.startswith('{\n  "voicecoach": 1,\n')
    assert shell.files() == set()


def test_what_is_lost_is_a_notice_at_its_line(shell: Shell) -> None:
    shell.put("sided.yaml", SIDED)
    said = shell.toned("export", "sided.yaml", "-o", "sided.json")
    assert said.code == 0
    assert said.err.startswith("sided.yaml:3:5: notice: a sound is left out: no export holds it\n")


def test_the_level_and_the_part_choose_what_is_exported(shell: Shell) -> None:
    hard = shell.toned("export", "short.yaml", "-o", "-", "--format", "json", "--level", "hard")
    assert '"Plank", "seconds": 10' in hard.out
    part = shell.toned("export", "short.yaml", "-o", "-", "--format", "json", "--only", "Squats")
    assert "Plank" not in part.out


def test_a_wrong_format_or_none_is_wrong_usage(shell: Shell) -> None:
    for arguments, message in (
        (["-o", "x.jsn"], "did you mean `json`?"),
        (["-o", "x"], "in which format is not said"),
        ([], "in which format is not said"),
        (["-o", "-"], "in which format is not said"),
        (["-o", "x.json", "--start", "2026-12-07T07:00"], "`--start` is for a calendar"),
    ):
        said = shell.toned("export", "short.yaml", *arguments)
        assert said.code == 2
        assert message in " ".join(said.err.split())
    assert shell.files() == set()


def test_a_wrong_routine_leaves_the_old_file(shell: Shell) -> None:
    old = shell.put("wrong.json", "old")
    assert shell.toned("export", "wrong.yaml", "-o", "wrong.json").code == 1
    assert old.read_text() == "old"


def test_a_file_that_cannot_be_written_is_wrong_usage(shell: Shell) -> None:
    said = shell.toned("export", "short.yaml", "-o", "none/a.json")
    assert "there is no directory" in one_error(said, 2)


def test_an_export_never_replaces_its_routine(shell: Shell) -> None:
    odd = shell.put("odd.json", "title: T\nworkout: [Plank 8s]\n")
    said = shell.toned("export", "odd.json")
    assert said.code == 2
    said = shell.toned("export", "odd.json", "-o", "odd.json")
    assert "the export is made of it" in said.err
    assert odd.read_text() == "title: T\nworkout: [Plank 8s]\n"
