import re
from pathlib import Path

import pytest

from helpers.shell import Said, Shell, one_error


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _voices(said: Said) -> dict[str, str]:
    """Return the languages of the voices that are listed, by name."""
    assert (said.code, said.err) == (0, "")
    rows = [re.split(r"\s{2,}", line) for line in said.out.splitlines()]
    assert all(len(row) == 4 for row in rows)
    return {row[0]: row[1] for row in rows}


def test_all_voices_are_listed(shell: Shell) -> None:
    voices = _voices(shell.run("voices"))
    assert voices["tone"] == "any"
    assert len(voices) > 1


@pytest.mark.parametrize("language", ["de", "DE"])
def test_the_voices_of_a_language_are_listed(shell: Shell, language: str) -> None:
    voices = _voices(shell.run("voices", "--language", language))
    del voices["tone"]
    assert voices
    assert all("de" in languages.lower() for languages in voices.values())


@pytest.mark.parametrize("language", ["en-gb", "en_GB"])
def test_the_voices_of_a_country_are_listed(shell: Shell, language: str) -> None:
    voices = _voices(shell.run("voices", "--language", language))
    del voices["tone"]
    assert voices
    assert all("en-gb" in languages.lower() for languages in voices.values())


def test_a_language_that_no_voice_speaks_is_told(shell: Shell) -> None:
    assert "no voice speaks `xx`" in one_error(shell.run("voices", "--language", "xx"), 3)
