import re
from pathlib import Path

import pytest

from helpers.packages import install
from helpers.shell import Said, Shell, one_error
from voicecoach.problems import EngineError
from voicecoach.speech.engines.pyttsx3 import Pyttsx3Engine


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


def _break_the_systems_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_engine: Pyttsx3Engine) -> None:
        raise EngineError("the speech engine `pyttsx3` cannot start: no eSpeak", "install it")

    monkeypatch.setattr(Pyttsx3Engine, "voices", missing)


def test_a_broken_engine_is_warned_of_and_the_voices_of_others_are_listed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_the_systems_voices(monkeypatch)
    said = shell.run("voices")
    assert said.code == 0
    assert said.out == "tone  any  tone  a tone as long as the words\n"
    assert said.err == (
        "warning: the speech engine `pyttsx3` cannot start: no eSpeak (install it)\n"
    )


def test_a_broken_package_of_an_engine_is_warned_of(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = {"voicecoach_moo": "import no_such_module\n"}
    install(tmp_path, monkeypatch, "voicecoach-moo 1.0", {"moo": "voicecoach_moo"}, modules)
    said = shell.run("voices")
    assert said.code == 0
    assert said.err == (
        "warning: the speech engine `moo` failed: No module named 'no_such_module'\n"
    )
    assert "\ntone " in said.out
    assert len(said.out.splitlines()) > 1


def test_a_broken_engine_is_warned_of_where_no_other_speaks_the_language(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_the_systems_voices(monkeypatch)
    said = shell.run("voices", "--language", "de")
    assert (said.code, said.out) == (3, "")
    warning, error = said.err.splitlines()
    assert warning.startswith("warning: the speech engine `pyttsx3` cannot start")
    assert error.startswith("error: no voice speaks `de`")
