"""The picture in the README is what the program draws of the routine in it."""

from pathlib import Path

import pytest

from helpers.pages import ROOT, put_files
from helpers.terminal import Terminal

AGAIN = (
    "put it anew: voicecoach show core.yaml --voice tone -o docs/core.svg, with the README's file"
)


def test_the_picture_is_drawn_of_the_routine_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal(tmp_path / "home", monkeypatch, capsys)
    put_files("README.md", terminal.directory)
    assert terminal.run("voicecoach show core.yaml --voice tone").code == 0
    drawn = (terminal.directory / "core.svg").read_bytes()
    assert drawn == (ROOT / "docs" / "core.svg").read_bytes(), AGAIN
