"""A batch of a routine that is partly spoken by recordings."""

from pathlib import Path

import pytest

from helpers.recorded import record
from helpers.shell import Shell

ROUTINE = """\
title: Legs
voice: tone
voices: {coach: recordings/, count: tone}
intro: off
workout:
  - Plank 10s
"""


def test_a_recording_that_is_replaced_in_its_place_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    shell.put("people.csv", "id,routine\np1,legs.yaml\n")
    shell.put("legs.yaml", ROUTINE)
    recording = shell.directory / "recordings" / "that-was-all-well-done.wav"
    recording.parent.mkdir()
    record(recording, seed=1)
    another = shell.directory / "another.wav"
    record(another, seed=2)
    said = [shell.run("batch", "people.csv", "-j1", "-d", "out").err]
    said.append(shell.run("batch", "people.csv", "-j1", "-d", "out").err)
    # Its folder has the same files as before, and so the same time.
    recording.write_bytes(another.read_bytes())
    said.append(shell.run("batch", "people.csv", "-j1", "-d", "out").err)
    assert ["1 built" in each for each in said] == [True, False, True]
