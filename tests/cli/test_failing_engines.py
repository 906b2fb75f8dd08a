"""Builds whose engine hangs or crashes at one line."""

import json
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.failing_engines import BEGIN_CHILD, WAIT, moo_command, put_moo
from helpers.holding import holding
from helpers.shell import OLD, Shell, one_error
from voicecoach.files import scratch
from voicecoach.speech import limits

WELL = """\
title: Moo
voice: {voice}
workout:
  - say: First.
  - Plank 5s
  - say: Next.
"""
FAILING = WELL.replace("  - Plank", "  - say: Fail.\n  - Plank")
TONES = "title: Tones\nvoice: tone\nworkout: [Plank 5s]\n"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "routines", monkeypatch, capsys)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "clips"))
    shell.put("tones.yaml", TONES)
    return shell


@cases("engine", {"a package": "moo", "a program": "command"})
@cases(
    ("fail", "by_package", "by_program"),
    {
        "ends": ("os._exit(3)", "its process ended with code 3", "ended with code 3"),
        "aborts": ("os.abort()", "its process was ended by SIGABRT", "was ended by SIGABRT"),
        "hangs": (WAIT, "its process did not answer within 1.1 s", "did not end within 1.1 s"),
        "hangs with a child": (
            f"{BEGIN_CHILD}; {WAIT}",
            "its process did not answer within 1.1 s",
            "did not end within 1.1 s",
        ),
        "raises": ("sys.exit('moo')", "its process ended with code 1: moo", "code 1: moo"),
    },
)
def test_an_engine_that_fails_is_named_with_its_place_and_nothing_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shell: Shell,
    engine: str,
    fail: str,
    by_package: str,
    by_program: str,
) -> None:
    with holding(tmp_path) as holders:
        put_moo(tmp_path, monkeypatch, holders.file, fail)
        run = moo_command(tmp_path, holders.file, fail).run
        voice = json.dumps({"engine": engine} | ({"run": run} if engine == "command" else {}))
        # What it says well is kept, however long it takes.
        shell.put("moo.yaml", WELL.replace("{voice}", voice))
        assert shell.run("build", "moo.yaml").code == 0
        (shell.directory / "moo.mp3").write_bytes(OLD)
        shell.put("moo.yaml", FAILING.replace("{voice}", voice))
        monkeypatch.setattr(limits, "PHRASE_LIMIT_S", 0.1)
        before = shell.files()
        said = shell.run("build", "moo.yaml", "tones.yaml")
        holders.expect_none()
    assert said.code == 3
    (error,) = (line for line in said.err.splitlines() if "error:" in line)
    assert error.startswith(f"moo.yaml:5:5: error: the speech engine `{engine}` failed: ")
    assert error.endswith(f"{by_package if engine == 'moo' else by_program}, at “Fail.”")
    assert "Traceback" not in said.err
    assert (shell.directory / "moo.mp3").read_bytes() == OLD
    assert shell.files() - before == {"tones.mp3"}
    assert "tones.mp3" in said.out


def test_a_program_that_is_missing_is_an_error_with_a_remedy(shell: Shell) -> None:
    voice = '{engine: command, run: [no-such-program, "{out}", "{text}"]}'
    shell.put("moo.yaml", WELL.replace("{voice}", voice))
    said = shell.run("build", "moo.yaml")
    assert said.code == 3
    assert "cannot start: there is no program `no-such-program`" in said.err
    assert "(install it, or write its path in `run`)" in said.err
    assert "moo.mp3" not in shell.files()


@cases(
    ("voice", "message"),
    {
        "a voice": ("voice: nobody", "the speech engine `pyttsx3` has no voice `nobody`"),
        "a voice of a part": (
            "voices: {count: nobody}",
            "the speech engine `pyttsx3` has no voice",
        ),
        "an engine": ("voice: {engine: nobody}", "there is no speech engine `nobody`"),
        "a program": (
            'voice: {engine: command, run: [nobody, "{out}", "{text}"]}',
            "the speech engine `command` cannot start",
        ),
        "a voice to install": (
            "voice: de_DE-thorsten-medium",
            "the voice `de_DE-thorsten-medium` is not installed",
        ),
    },
)
def test_what_is_missing_is_told_at_the_line_that_asks_for_it(
    shell: Shell, voice: str, message: str
) -> None:
    shell.put("moo.yaml", f"title: Moo\n{voice}\nworkout:\n  - Plank 5s\n")
    for command in ("build", "check"):
        said = shell.run(command, "moo.yaml")
        assert said.code == 3
        assert said.err.startswith(f"moo.yaml:2:1: error: {message}")


def test_an_engine_without_the_command_line_it_needs_is_an_error_with_a_remedy(
    shell: Shell,
) -> None:
    said = shell.run("build", "tones.yaml", "--voice", "command")
    assert said.code == 3
    assert "the speech engine `command` has no program to run" in said.err
    assert "run: [say-it, --out," in said.err


def test_a_program_beside_the_routine_speaks_and_what_it_is_not_told_is_warned_of(
    shell: Shell, tmp_path: Path
) -> None:
    with holding(tmp_path) as holders:
        python, script, *arguments = moo_command(tmp_path, holders.file, "pass").run
        program = shell.put("hum", f'#!/bin/sh\nexec "{python}" "{script}" "$@"\n')
        program.chmod(0o755)
        voice = json.dumps({"engine": "command", "run": ["./hum", *arguments], "rate": 120})
        shell.put("moo.yaml", WELL.replace("{voice}", voice))
        said = shell.run("build", "moo.yaml")
    assert said.code == 0, said.err
    assert "the program is not told the rate: no argument has `{rate}`" in said.err


def test_a_full_disk_is_told_before_an_engine_starts_and_no_other_is_tried(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.put("well.yaml", WELL.format(voice="auto"))
    monkeypatch.setattr(scratch, "LEAST_FREE_BYTES", 1 << 62)
    monkeypatch.delattr("subprocess.Popen")
    said = shell.run("build", "well.yaml")
    assert "the disk is full on which the temporary files are" in one_error(said, 3)
    assert "TMPDIR" in said.err
    assert shell.run("build", "tones.yaml").code == 0


@cases(
    ("key", "says"),
    {
        "a voice that nobody has": (
            "voice: zira",
            "odd.yaml:2:1: error: the speech engine `pyttsx3` has no voice `zira`",
        ),
        "a voice of a part": (
            "voices: {coach: zira}",
            "odd.yaml:2:1: error: the speech engine `pyttsx3` has no voice `zira`",
        ),
        "a program that is not there": (
            "voice: {engine: command, run: [no-such-program, '{out}']}",
            "odd.yaml:2:1: error: the speech engine `command` cannot start: there is no program",
        ),
    },
)
def test_a_voice_that_a_routine_asks_for_in_vain_is_told_with_its_place(
    shell: Shell, key: str, says: str
) -> None:
    shell.put("odd.yaml", f"title: Odd\n{key}\nworkout: [Plank 5s]\n")
    said = shell.run("build", "odd.yaml")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(says)


def test_a_voice_that_an_option_asks_for_in_vain_has_no_place(shell: Shell) -> None:
    assert "has no voice `zira`" in one_error(
        shell.run("build", "tones.yaml", "--voice", "zira"), 3
    )
