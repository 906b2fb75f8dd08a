import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from helpers.shell import Shell, one_error

FIELDS = ["version", "title", "language", "duration_ms", "phases", "events", "chapters", "warnings"]
PHASE = {
    *("kind", "name", "start_ms", "length_ms", "dose", "rep_ms", "reps", "set", "sets", "side"),
    *("round", "rounds", "section", "block", "file", "line", "id"),
}
EVENT = {"kind", "role", "start_ms", "length_ms", "phase", "text", "line", "id"}
SPEECH = EVENT | {"spoken", "voice"}
TONE = EVENT | {"sound"}
CHAPTER = {"title", "start_ms", "end_ms"}
WARNING = {"file", "line", "column", "code", "message", "hint"}


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _timeline(shell: Shell, *arguments: str) -> dict[str, Any]:
    said = shell.toned("script", *arguments, "--format", "json")
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


@pytest.mark.parametrize("name", ["short", "hasty"])
def test_json_has_exactly_the_fields_that_are_stable(shell: Shell, name: str) -> None:
    timeline = _timeline(shell, f"{name}.yaml")
    assert list(timeline) == FIELDS
    assert timeline["version"] == 1
    for fields, of in ((PHASE, "phases"), (CHAPTER, "chapters")):
        assert timeline[of]
        assert all(set(each) == fields for each in timeline[of])
    for event in timeline["events"]:
        assert set(event) == (SPEECH if event["kind"] == "speech" else TONE)
    assert len(timeline["warnings"]) == (name == "hasty")
    assert all(set(warning) == WARNING for warning in timeline["warnings"])


def test_json_tells_what_is_done_and_heard(shell: Shell) -> None:
    timeline = _timeline(shell, "short.yaml", "--level", "easy")
    assert (timeline["title"], timeline["language"]) == ("Short", "en")
    assert sum(phase["length_ms"] for phase in timeline["phases"]) == timeline["duration_ms"]
    works = [phase for phase in timeline["phases"] if phase["kind"] == "work"]
    assert [(w["name"], w["file"], w["line"]) for w in works] == [
        ("Plank", "short.yaml", 3),
        ("Squats", "short.yaml", 5),
    ]
    assert works[0]["length_ms"] == 5_000
    starts = [event["start_ms"] for event in timeline["events"] if event["role"] == "start"]
    assert starts == [work["start_ms"] for work in works]


def test_text_has_every_line_that_is_spoken(shell: Shell) -> None:
    said = shell.toned("script", "short.yaml")
    assert (said.code, said.err) == (0, "")
    spoken = [event["text"] for event in _timeline(shell, "short.yaml")["events"] if event["text"]]
    for text in spoken:
        assert f" {text}\n" in said.out
    assert re.match(r"Short · 0:3\d\.\d\d\n", said.out)
    assert "\n  0:00.00  SAY " in said.out
    assert "  REST 0:03\n" in said.out


def test_warnings_of_text_go_to_stderr(shell: Shell) -> None:
    said = shell.toned("script", "hasty.yaml")
    assert said.code == 0
    assert "warning: " in said.err
    assert "warning: " not in said.out


def test_the_level_changes_the_times(shell: Shell) -> None:
    for level, length_ms in (("easy", 5_000), ("hard", 10_000)):
        phases = _timeline(shell, "short.yaml", "--level", level)["phases"]
        works = [phase for phase in phases if phase["kind"] == "work"]
        assert works[0]["length_ms"] == length_ms


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_wrong_routine_prints_its_errors_alone(shell: Shell, form: str) -> None:
    said = shell.toned("script", "wrong.yaml", "--format", form)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("wrong.yaml:5:5: error: ")


@pytest.mark.parametrize(("name", "says"), [("missing.yaml", "does not exist"), (".", "directory")])
def test_what_is_no_routine_is_wrong_usage(shell: Shell, name: str, says: str) -> None:
    assert says in one_error(shell.toned("script", name), 2)
    assert shell.files() == set()


def test_a_script_is_of_one_routine(shell: Shell) -> None:
    assert shell.toned("script", "short.yaml", "hasty.yaml").code == 2


def test_the_script_shows_lines_as_they_are_written_or_as_they_are_read_aloud(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "swings.yaml"
    file.write_text("title: Swings\nworkout:\n- KB swings x10 @ 8 kg\n", encoding="utf-8")
    assert "KB swings, 10 repetitions, 8 kg." in shell.toned("script", str(file)).out
    spoken = shell.toned("script", str(file), "--spoken").out
    assert "kettlebell swings, 10 repetitions, 8 kilograms." in spoken
    assert "8 kg." not in spoken


def test_only_a_script_to_read_can_show_what_is_read_aloud(shell: Shell) -> None:
    said = shell.toned("script", "short.yaml", "--spoken", "--format", "json")
    assert said.code == 2
    assert "--spoken" in said.err


@pytest.mark.parametrize("form", ["vtt", "srt", "lrc", "csv"])
def test_a_format_for_files_has_every_line_and_warns_to_stderr(shell: Shell, form: str) -> None:
    said = shell.toned("script", "hasty.yaml", "--format", form)
    assert said.code == 0
    assert "warning: " in said.err
    assert "warning: " not in said.out
    for event in _timeline_of_hasty(shell):
        assert event["text"] is None or event["text"] in said.out


def _timeline_of_hasty(shell: Shell) -> list[dict[str, Any]]:
    said = shell.toned("script", "hasty.yaml", "--format", "json")
    events: list[dict[str, Any]] = json.loads(said.out)["events"]
    return events


def test_a_format_for_files_is_utf_8_whatever_the_terminal_takes(shell: Shell) -> None:
    shell.put("sweep.yaml", "title: Füße 🦶\nworkout:\n  - Plank 5s\n")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "voicecoach", "script", "sweep.yaml", "--voice", "tone"]
    printed = subprocess.run([*command, "--format", "vtt"], check=True, env=environment, stdout=-1)
    assert "NOTE Füße 🦶, " in printed.stdout.decode()


@pytest.mark.parametrize("form", ["vtt", "srt", "lrc", "csv"])
def test_a_format_for_files_shows_lines_as_they_are_read_aloud(shell: Shell, form: str) -> None:
    shell.put("swings.yaml", "title: Swings\nworkout:\n- KB swings x10 @ 8 kg\n")
    said = shell.toned("script", "swings.yaml", "--format", form, "--spoken")
    assert "kettlebell swings, 10 repetitions, 8 kilograms." in said.out


@pytest.mark.parametrize("form", ["json", "phrases", "sheet"])
def test_what_shows_no_lines_is_not_shown_as_it_is_read_aloud(shell: Shell, form: str) -> None:
    said = shell.toned("script", "short.yaml", "--format", form, "--spoken")
    assert (said.code, said.out) == (2, "")
    assert f"--spoken shows lines as they are read aloud, and --format {form} has none" in said.err
