"""`script --format phrases`: what is to be recorded."""

from pathlib import Path

import pytest

from helpers.recorded import record
from helpers.shell import Shell
from voicecoach.speech.file_stems import file_stem

RECORDED = """\
title: Legs
voice: tone
voices: {coach: mine/}
vars: {number: 2}
workout:
  - Plank 5-10s
  - {exercise: Lunges, reps: "{number}"}
  - say: "🎉"
"""


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    (shell.directory / "mine").mkdir()
    shell.put("legs.yaml", RECORDED)
    return shell


def _sheet(shell: Shell, *arguments: str) -> list[str]:
    said = shell.run("script", "legs.yaml", "--format", "phrases", *arguments)
    assert (said.code, said.err) == (0, "")
    return said.out.splitlines()


def test_the_sheet_lists_each_phrase_once_with_its_file(shell: Shell) -> None:
    record(shell.directory / "mine" / "Plank, 10 seconds.FLAC", 1)
    lines = _sheet(shell, "--level", "hard")
    assert lines[2:11] == [
        "Coach · mine",
        "",
        "1  Legs. 2 exercises, about 20 seconds.",
        "   legs-2-exercises-about-20-seconds.wav",
        "",
        "2  Plank, 10 seconds.",
        "   Plank, 10 seconds.FLAC  (recorded)",
        "",
        "3  3",
    ]
    numbers = [line[0] for line in lines[4:] if line[:1].isdigit()]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert lines[0] == f"Legs · {len(numbers)} phrases, 1 recorded"
    assert not any("🎉" in line for line in lines)


def test_the_sheet_follows_level_and_variables(shell: Shell) -> None:
    assert "2  Plank, 5 seconds." in _sheet(shell, "--level", "easy")
    assert any("Lunges, 4 repetitions." in line for line in _sheet(shell, "--set", "number=4"))


def test_with_a_voice_for_everything_the_sheet_is_of_everything(shell: Shell) -> None:
    record(shell.directory / "mine" / "plank-10-seconds.wav", 1)
    lines = _sheet(shell, "--level", "hard", "--voice", "tone")
    assert lines[0].endswith("phrases, 0 recorded")
    assert lines[2] == "1  Legs. 2 exercises, about 20 seconds."


def test_files_recorded_by_the_sheet_are_all_there_is_to_record(shell: Shell) -> None:
    for line in _sheet(shell):
        if line.endswith(".wav"):
            record(shell.directory / "mine" / line.strip(), 1)
    said = shell.run("script", "legs.yaml")
    assert (said.code, said.err) == (0, "")
    assert {file_stem(path.stem) for path in (shell.directory / "mine").iterdir()} == {
        path.stem for path in (shell.directory / "mine").iterdir()
    }


def test_the_sheet_warns_of_what_it_does_not_tell_itself(shell: Shell) -> None:
    (shell.directory / "mine" / "plank-5-seconds.m4a").touch()
    said = shell.run("script", "legs.yaml", "--format", "phrases", "--level", "easy")
    assert "mine` has files that cannot be read: plank-5-seconds.m4a" in said.err
    assert "lacks" not in said.err


def test_a_build_says_what_is_missing_and_how_to_see_all_of_it(shell: Shell) -> None:
    said = shell.run("build", "legs.yaml")
    assert said.code == 0
    assert "legs.yaml:3:1: warning: `mine` lacks " in said.err
    assert "  hint: `voicecoach script --format phrases` lists what is to be recorded\n" in said.err


def test_a_broken_recording_is_an_error_of_the_routine(shell: Shell) -> None:
    (shell.directory / "mine" / "plank-8-seconds.wav").write_text("Plank")
    said = shell.run("build", "legs.yaml")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("legs.yaml:6:5: error: the recording `mine/plank-8-seconds.wav`")
    assert not (shell.directory / "legs.mp3").exists()
