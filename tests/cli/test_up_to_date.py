"""Builds that find all as it was: what they tell, and what they import."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import SHORT, Shell


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _written(shell: Shell) -> dict[str, int]:
    return {name: (shell.directory / name).stat().st_ino for name in shell.files()}


@cases(
    "arguments",
    {
        "with warnings": ("hasty.yaml",),
        "with an idle seed": ("short.yaml", "--seed", "7"),
        "several": ("short.yaml", "hasty.yaml", "--jobs", "2"),
        "split": ("short.yaml", "--split", "exercise"),
        "with all beside it": ("short.yaml", "--lrc", "--page", "--single-file"),
        "in silence": ("hasty.yaml", "-q"),
    },
)
def test_the_same_is_told_and_no_file_is_written(shell: Shell, arguments: tuple[str, ...]) -> None:
    first = shell.toned("build", *arguments)
    before = _written(shell)
    assert (first.code, shell.toned("build", *arguments)) == (0, first)
    assert _written(shell) == before
    assert shell.toned("build", *arguments, "--force") == first
    after = _written(shell)
    assert all(after[name] != number for name, number in before.items() if "." in name)


def test_what_the_language_was_asked_for_is_asked_anew_where_it_changed(shell: Shell) -> None:
    shell.directory.joinpath("week").mkdir()
    shell.put("week/monday.yaml", SHORT)
    build = ("build", "week", "-d", "week", "--number")

    def built() -> list[str]:
        said = shell.toned(*build)
        assert (said.code, shell.toned(*build)) == (0, said)
        return [line.split("  ")[0] for line in said.out.splitlines()]

    assert built() == ["week/01 Short.mp3"]
    shell.put("week/friday.yaml", SHORT.replace("Short", "Friday"))
    assert built() == ["week/01 Friday.mp3", "week/02 Short.mp3"]
    shell.put("week/monday.yaml", SHORT.replace("Short", "Long"))
    assert built() == ["week/01 Friday.mp3", "week/02 Long.mp3"]
    shell.put("week/friday.yaml", "workout: [Plank 5s]\n")
    assert built() == ["week/01 Long.mp3"]


def test_a_wrong_word_is_told_each_time_in_place_of_what_is_up_to_date(shell: Shell) -> None:
    assert shell.toned("build", "short.yaml").code == 0
    for words in ("--length", "20"), ("--seed", "x"), ("--from", "soon"), ("--max-duration", "0"):
        first = shell.toned("build", "short.yaml", *words)
        assert (first.code, first.out) == (2, "")
        assert f"Invalid value for '{words[0]}'" in first.err
        assert shell.toned("build", "short.yaml", *words) == first


def test_an_error_is_told_again(shell: Shell) -> None:
    first = shell.toned("build", "wrong.yaml")
    assert (first.code, shell.toned("build", "wrong.yaml")) == (1, first)


def _imported(directory: Path, *arguments: str) -> set[str]:
    """Return the names of the modules that a command imports, a routine in its standard input."""
    code = (
        "import json, sys; from voicecoach.cli import run; code = run(sys.argv[1:]);"
        "json.dump([code, sorted(sys.modules)], open('modules.json', 'w'))"
    )
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=directory,
        check=True,
        capture_output=True,
        input=SHORT.encode(),
    )
    code_given, modules = json.loads((directory / "modules.json").read_text())
    assert code_given == 0
    return set(modules)


_SAMPLES = {"numpy", "pydub", "soxr", "lameenc", "soundfile"}
_LANGUAGE = {"yaml", "babel", "voicecoach.language", "voicecoach.routine"}
_OTHERS = {"rich", "platformdirs", "importlib.metadata", "mutagen", "concurrent.futures"}


def test_a_command_imports_no_more_than_it_needs(shell: Shell) -> None:
    shell.directory.joinpath("week").mkdir()
    shell.put("week/monday.yaml", SHORT)
    voice = ("--voice", "tone")
    lengths = ("--length", "14s", "--max-duration", "1h", "--from", "0:02", "--to", "0:09")
    builds = [
        ("build", "short.yaml", *lengths, "--seed", "week", "--only", "Plank", *voice),
        ("build", "week/", "-", "-d", "out", "--number", "--lrc", "--page", *voice),
    ]
    planned = ("check", "short.yaml", "--voice", "pyttsx3")
    for arguments in (*builds, planned):
        _imported(shell.directory, *arguments)
    unneeded = {
        **dict.fromkeys(builds, _SAMPLES | _LANGUAGE | _OTHERS),
        ("--version",): _SAMPLES | _LANGUAGE | _OTHERS | {"voicecoach.problems", "pathlib"},
        ("fmt", "short.yaml"): _SAMPLES | {"mutagen"},
        planned: _SAMPLES | {"mutagen", "rich"},
    }
    for arguments, modules in unneeded.items():
        assert _imported(shell.directory, *arguments) & modules == set(), arguments
