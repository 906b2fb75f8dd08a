"""The engine `command`: what a program is told, and how it fails."""

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from helpers.cases import cases
from voicecoach.problems import EngineError, MissingEngineError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import command, open_engine, unsupported

# Writes a sound, and beside the test's files what it was told.
TELLING = """\
import json, os, sys, wave
told, out, *rest = sys.argv[1:]
state = {"rest": rest, "out": out, "stdin": sys.stdin.buffer.read().decode(), "cwd": os.getcwd()}
with open(told, "w") as file:
    json.dump(state, file)
with wave.open(out, "wb") as file:
    file.setparams((1, 2, 16000, 0, "NONE", ""))
    file.writeframes(b"\\0\\x10\\0\\xf0" * 4000)
"""


def told(directory: Path, text: str, *arguments: str, **manner: Any) -> dict[str, object]:
    """Return what a program is told that speaks a text."""
    file = directory / "told.json"
    run = (sys.executable, "-c", TELLING, str(file), "{out}", *arguments)
    with closing(open_engine(Voice("command", run=run, **manner), "en-GB")) as engine:
        assert engine.speak(text).rate_hz == 16_000
    state: dict[str, object] = json.loads(file.read_text())
    return state


def test_the_placeholders_of_each_argument_are_filled_in_once(tmp_path: Path) -> None:
    arguments = ("--", "{text}", "-s{rate}", "{pitch}:{language}", "{voice} {} {{text}}")
    state = told(tmp_path, "Use {out}, {rate}.", *arguments, rate_wpm=120, pitch_semitones=-1.5)
    assert state["rest"] == [
        "--",
        "Use {out}, {rate}.",
        "-s120",
        "-1.5:en-GB",
        "{voice} {} {Use {out}, {rate}.}",
    ]
    assert state["stdin"] == ""


def test_a_program_that_is_not_given_the_text_reads_it(tmp_path: Path) -> None:
    state = told(tmp_path, "Übung “eins”")
    assert state["rest"] == []
    assert state["stdin"] == "Übung “eins”\n"


def test_no_shell_reads_the_text(tmp_path: Path) -> None:
    text = "$(touch x) `id` ; ' \" \\ * ~ && exit"
    assert told(tmp_path, text, "{text}")["rest"] == [text]


def test_it_works_in_a_directory_that_is_gone_afterwards(tmp_path: Path) -> None:
    state = told(tmp_path, "Plank.")
    out = Path(str(state["out"]))
    assert out.suffix == ".wav"
    assert out.parent.resolve() == Path(str(state["cwd"])).resolve()
    assert not out.parent.exists()


@cases(
    "name",
    {
        "a plain one": "no-such-program",
        "too long a name": f"./{'a' * 300}",
        "a zero byte": "./a\0b",
    },
)
def test_a_program_that_is_missing_is_an_error_with_a_remedy(name: str) -> None:
    voice = Voice("command", run=(name, "{out}"))
    with closing(open_engine(voice, "en")) as engine, pytest.raises(MissingEngineError) as caught:
        engine.speak("Plank.")
    assert caught.value.message == (
        f"the speech engine `command` cannot start: there is no program `{name}`"
    )
    assert caught.value.hint == "install it, or write its path in `run`"
    assert caught.value.exit_code == 3


@cases(
    ("mode", "content", "message"),
    {
        "not executable": (0o644, "#!/bin/sh\n", "`say-it` is no program that may be run"),
        "for no interpreter": (0o755, "#!/no/such\n", "cannot be run: no such file or directory"),
        "not for this system": (0o755, "\0\1\2\3" * 20, "cannot be run: exec format error"),
    },
)
def test_a_file_that_cannot_be_run_is_an_error(
    tmp_path: Path, mode: int, content: str, message: str
) -> None:
    program = tmp_path / "say-it"
    program.write_text(content)
    program.chmod(mode)
    voice = Voice("command", run=(str(program), "{out}"))
    with closing(open_engine(voice, "en")) as engine, pytest.raises(EngineError) as caught:
        engine.speak("Plank.")
    assert message in caught.value.message


def test_a_directory_is_no_program(tmp_path: Path) -> None:
    voice = Voice("command", run=(str(tmp_path), "{out}"))
    with (
        closing(open_engine(voice, "en")) as engine,
        pytest.raises(EngineError, match="is no program that may be run"),
    ):
        engine.speak("Plank.")


def test_without_a_command_line_it_says_what_to_write() -> None:
    with pytest.raises(EngineError) as caught:
        open_engine(Voice("command"), "en")
    assert caught.value.message == "the speech engine `command` has no program to run"
    assert caught.value.hint
    assert "run: [say-it, --out," in caught.value.hint


def test_it_has_no_voices_to_choose_from() -> None:
    assert command.installed_voices() == []
    with closing(open_engine(Voice("command", run=("say-it", "{out}")), "en")) as engine:
        assert engine.voices() == []


@cases(
    ("arguments", "cannot"),
    {
        "both": (("{rate}", "--p={pitch}"), []),
        "the rate": (("{rate}",), ["the program is not told the pitch: no argument has `{pitch}`"]),
        "neither": (
            (),
            [
                "the program is not told the rate: no argument has `{rate}`",
                "the program is not told the pitch: no argument has `{pitch}`",
            ],
        ),
    },
)
def test_what_the_program_is_not_told_it_cannot_do(
    arguments: tuple[str, ...], cannot: list[str]
) -> None:
    run = ("say-it", "{out}", *arguments)
    assert unsupported(Voice("command", rate_wpm=120, pitch_semitones=1, run=run)) == cannot
    assert unsupported(Voice("command", run=run)) == []


def _version(*run: str) -> str:
    return open_engine(Voice("command", run=run), "en").version


def test_a_changed_program_speaks_anew(tmp_path: Path) -> None:
    program = tmp_path / "say-it"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    before = _version(str(program), "{out}")
    assert _version(str(program), "{out}") == before
    assert _version(str(program), "-v", "{out}") != before
    os.utime(program, ns=(0, 0))
    assert _version(str(program), "{out}") != before


def test_a_changed_file_that_the_command_names_speaks_anew(tmp_path: Path) -> None:
    script = tmp_path / "speak.py"
    script.write_text("1")
    before = _version(sys.executable, str(script), "{out}")
    script.write_text("22")
    assert _version(sys.executable, str(script), "{out}") != before


def test_arguments_that_can_be_no_paths_do_no_harm() -> None:
    assert _version("no-such-program", "/" + "x" * 5000, "/a\0b", "{out}")
