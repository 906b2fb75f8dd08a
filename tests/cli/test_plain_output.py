"""Plain output: one fact a line, for screen readers and other programs."""

import re
import sys
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import Shell
from voicecoach.cli import plain

TABLE_SIGNS = re.compile(r"[─│┃━]|  |\x1b")
LISTS = {
    "check": ("check", "short.yaml", "--voice", "tone"),
    "exercises": ("exercises", "knee"),
    "cache": ("cache",),
    "inspect": ("inspect", "short.mp3"),
    "script": ("script", "short.yaml", "--voice", "tone"),
    "voices": ("voices", "--language", "en"),
}
COMMANDS_AT_WORK = {
    "check": ("check", "hasty.yaml"),
    "script": ("script", "hasty.yaml"),
    "voices": ("voices", "--say", "Plank."),
}


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    assert shell.toned("build", "short.yaml", "--quiet").code == 0
    return shell


@cases("arguments", LISTS)
def test_plain_output_has_no_rules_padding_or_colour(
    shell: Shell, arguments: tuple[str, ...]
) -> None:
    said = shell.run(*arguments, "--plain")
    assert said.code == 0
    lines = said.out.splitlines()
    assert len(lines) > 1
    assert [line for line in lines if TABLE_SIGNS.search(line) or line != line.strip()] == []


@cases("arguments", LISTS)
def test_a_pipe_gets_plain_output(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    wanted = shell.run(*arguments, "--plain").out
    monkeypatch.setattr(plain, "is_terminal", lambda: False)
    assert shell.run(*arguments).out == wanted


def test_a_programme_is_told_in_one_line_an_exercise(shell: Shell) -> None:
    lines = shell.toned("check", "short.yaml", "--plain").out.splitlines()
    assert lines[0] == "Short"
    assert re.fullmatch(r"Exercise: Plank, .*, work 0:\d\d, rest 0:\d\d, total 0:\d\d", lines[1])
    assert lines[3] == "Exercises: 2"


def test_the_line_of_an_exercise_tells_its_section_if_it_is_in_one(shell: Shell) -> None:
    shell.put(
        "sections.yaml",
        "title: S\nworkout:\n  - section: A\n    do: [Plank 5s]\n  - rest: 9s\n  - Total 5s\n",
    )
    lines = shell.toned("check", "sections.yaml", "--plain").out.splitlines()
    assert re.fullmatch(r"Section: A, total 0:\d\d", lines[1])
    assert lines[2].startswith("Exercise: Plank, section A, 5 s, work 0:05, ")
    assert lines[3].startswith("Exercise: Total, 5 s, work 0:05, ")


def test_a_finished_file_is_told_in_one_line_a_fact(shell: Shell) -> None:
    lines = shell.run("inspect", "short.mp3", "--plain").out.splitlines()
    assert lines[:2] == ["File: short.mp3", "Title: Short"]
    assert re.fullmatch(r"Chapter: Squats, at 0:\d\d, 0:\d\d long", lines[-1])


def test_a_script_is_told_in_one_line_a_phase_a_spoken_line_and_a_tone(shell: Shell) -> None:
    lines = shell.toned("script", "short.yaml", "--plain").out.splitlines()
    assert re.fullmatch(r"Short: 0:3\d\.\d\d", lines[0])
    assert re.fullmatch(r"0:00\.00, say: 0:0\d\.\d\d\d? long", lines[1])
    assert re.fullmatch(r"0:0\d\.\d\d, intro: Short\. .*", lines[2])
    work = next(index for index, line in enumerate(lines) if ", work: " in line)
    assert re.fullmatch(r"0:\d\d\.\d\d, work: Plank, 0:08 long", lines[work])
    assert re.fullmatch(r"0:\d\d\.\d\d, start: tone", lines[work + 1])


@cases("arguments", COMMANDS_AT_WORK)
def test_plain_output_draws_no_progress_and_has_no_coloured_warnings(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert "\x1b" in shell.toned(*arguments).err
    assert "\x1b" not in shell.toned(*arguments, "--plain").err
