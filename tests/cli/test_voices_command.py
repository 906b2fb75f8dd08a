"""`voicecoach voices`: the list, and the same line by several voices."""

import json
import re
from pathlib import Path

import pytest

from helpers.containers import read
from helpers.packages import install
from helpers.piper_voices import JOE, THORSTEN, put_mirror, voice_files
from helpers.shell import Said, Shell, one_error
from voicecoach.problems import EngineError
from voicecoach.speech.engine_pool import EnginePool


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _groups(said: Said) -> dict[str, list[list[str]]]:
    """Return the rows of each language, by the line above them."""
    assert (said.code, said.err) == (0, "")
    groups: dict[str, list[list[str]]] = {}
    for line in said.out.splitlines():
        if line.startswith("  "):
            list(groups.values())[-1].append(re.split(r"\s{2,}", line.strip()))
        else:
            groups[line] = []
    return groups


def test_the_voices_stand_by_language_those_that_speak_here_first(shell: Shell) -> None:
    groups = _groups(shell.run("voices"))
    english = groups["English (en): `auto` is heart (natural)"]
    assert english[0] == ["heart", "en-US", "natural", "neural", "installed"]
    assert ["en-us", "en-us", "pyttsx3", "-", "installed"] in english
    assert ["en_US-joe-medium", "en-US", "piper", "medium", "63.2 MB"] in english
    installed = [row[-1] == "installed" for row in english]
    assert installed == sorted(installed, reverse=True)
    german = groups["German (de): `auto` is pyttsx3"]
    assert german[0] == ["de", "de", "pyttsx3", "-", "installed"]
    assert groups["Any language"] == [["tone", "any", "tone", "-", "installed"]]
    assert list(groups)[-1] == "Any language"


def test_an_installed_voice_of_piper_is_the_one_that_auto_takes(
    shell: Shell, tmp_path: Path
) -> None:
    mirror = put_mirror(tmp_path / "mirror", voice_files(THORSTEN))
    assert shell.run("voices", "install", THORSTEN, "--from", str(mirror)).code == 0
    groups = _groups(shell.run("voices", "--language", "de"))
    german = groups[f"German (de): `auto` is {THORSTEN} (piper)"]
    assert german[0] == [THORSTEN, "de-DE", "piper", "medium", "installed"]
    assert [row[0] for row in german].count(THORSTEN) == 1


@pytest.mark.parametrize("language", ["de", "DE"])
def test_the_voices_of_a_language_are_listed(shell: Shell, language: str) -> None:
    groups = _groups(shell.run("voices", "--language", language))
    assert [group.partition(" (")[0] for group in groups] == ["German", "Any language"]


@pytest.mark.parametrize("language", ["en-gb", "en_GB"])
def test_the_voices_of_a_country_are_listed(shell: Shell, language: str) -> None:
    english, _ = _groups(shell.run("voices", "--language", language)).values()
    assert english
    assert all(row[1].lower().startswith("en-gb") for row in english)


def test_voices_that_cannot_be_spoken_here_are_not_offered(shell: Shell) -> None:
    chinese, _ = _groups(shell.run("voices", "--language", "zh")).values()
    assert {row[2] for row in chinese} == {"pyttsx3"}


def test_json_has_the_fields_of_the_table(shell: Shell) -> None:
    found = json.loads(shell.run("voices", "--language", "en", "--format", "json").out)
    assert found["version"] == 1
    by_name = {voice["name"]: voice for voice in found["voices"]}
    assert by_name["heart"] == {
        "language": "en-US",
        "name": "heart",
        "engine": "natural",
        "quality": "neural",
        "installed": True,
        "size_bytes": None,
    }
    assert not by_name[JOE]["installed"]
    assert by_name[JOE]["size_bytes"] == 63_206_369
    assert by_name["tone"]["language"] is None


def test_a_language_that_no_voice_speaks_is_told(shell: Shell) -> None:
    assert "no voice speaks `xx`" in one_error(shell.run("voices", "--language", "xx"), 3)


def test_a_region_without_a_voice_of_its_own_has_those_of_its_language(shell: Shell) -> None:
    groups = [_groups(shell.run("voices", "--language", tag)) for tag in ("it-CH", "it")]
    assert groups[0] == groups[1]


def _break_the_systems_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    real = EnginePool.voices

    def voices(pool: EnginePool, engine: str) -> object:
        if engine == "pyttsx3":
            raise EngineError("the speech engine `pyttsx3` cannot start: no eSpeak", "install it")
        return real(pool, engine)

    monkeypatch.setattr(EnginePool, "voices", voices)


def test_a_broken_engine_is_warned_of_and_the_voices_of_others_are_listed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_the_systems_voices(monkeypatch)
    said = shell.run("voices")
    assert said.code == 0
    assert "  heart " in said.out
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
    assert "\n  tone " in said.out


def test_a_broken_engine_is_warned_of_where_no_other_speaks_the_language(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_the_systems_voices(monkeypatch)
    said = shell.run("voices", "--language", "af")
    assert (said.code, said.out) == (3, "")
    warning, error = said.err.splitlines()
    assert warning.startswith("warning: the speech engine `pyttsx3` cannot start")
    assert error.startswith("error: no voice speaks `af`")


def test_a_line_is_said_by_the_natural_voices_and_the_systems(shell: Shell) -> None:
    said = shell.run("voices", "--say", "Plank. 30 seconds.")
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(r"0:00  heart \(natural\)\n0:0\d  pyttsx3\nvoices\.mp3\n", said.out)
    titles = [chapter.title for chapter in read(shell.directory / "voices.mp3", 1).chapters]
    assert titles == ["heart (natural)", "pyttsx3"]


def test_a_line_is_said_by_the_voices_that_are_named(shell: Shell) -> None:
    names = ("--voice", "tone", "--voice", "heart", "--voice", "en-gb+f3")
    said = shell.run("voices", "--say", "Plank.", *names, "-o", "compared.ogg")
    assert (said.code, said.err) == (0, "")
    lines = [line.partition("  ")[2] or line for line in said.out.splitlines()]
    assert lines == ["tone", "heart (natural)", "en-gb+f3 (pyttsx3)", "compared.ogg"]
    assert shell.files() == {"compared.ogg"}


@pytest.mark.parametrize("text", ["", "...", "🙂"])
def test_a_line_that_cannot_be_spoken_is_refused(shell: Shell, text: str) -> None:
    said = shell.run("voices", "--say", text)
    assert "there is nothing to be spoken in this line" in one_error(said, 2)
    assert shell.files() == set()


def test_a_voice_to_compare_that_is_unknown_is_an_error(shell: Shell) -> None:
    said = shell.run("voices", "--say", "Plank.", "--voice", "zira")
    assert "has no voice `zira`" in one_error(said, 3)
    assert shell.files() == set()


@pytest.mark.parametrize("arguments", [("--voice", "tone"), ("-o", "a.mp3")])
def test_what_is_for_comparing_is_refused_without_a_line(
    shell: Shell, arguments: tuple[str, ...]
) -> None:
    said = shell.run("voices", *arguments)
    assert said.code == 2
    assert "are for `--say`" in said.err
