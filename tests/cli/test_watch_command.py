"""A routine that is edited while `voicecoach watch` looks at it."""

import queue
import re
import signal
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.cases import cases
from helpers.recorded import record
from helpers.shell import LONG, OLD, PATIENCE_S, TONE, Shell, ended, one_error, started, wait_for

WARM_UP = "title: Warm-up\nworkout: [Squats x3]\n"
LEGS = """\
title: Legs
sounds: {start: bell.wav}
workout:
  - include: warm-up.yaml
  - Plank 5s
"""


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    shell.put("legs.yaml", LEGS)
    shell.put("warm-up.yaml", WARM_UP)
    _ring(shell.directory / "bell.wav", 440)
    return shell


class Watching:
    """A running `watch`, what it says read line by line; to be used in a `with` statement."""

    def __init__(self, *arguments: str, voice: Sequence[str] = TONE) -> None:
        self._process = started("watch", *arguments, *voice)
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def line(self) -> str:
        """Return what it says next, without the time of day, which must stand before it."""
        line = self._lines.get(timeout=PATIENCE_S)
        assert re.match(r"\d\d:\d\d:\d\d  ", line), line
        return line[10:].rstrip()

    def stopped(self, sent: signal.Signals) -> tuple[int, str]:
        """End it, and return the exit code and what it said on standard error."""
        assert self._process.stderr
        self._process.send_signal(sent)
        said = self._process.stderr.read()
        return self._process.wait(PATIENCE_S), said

    def __enter__(self) -> "Watching":
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stderr
        self._process.kill()
        self._process.wait()
        self._process.stderr.close()
        self._reader.join()

    def _read(self) -> None:
        assert self._process.stdout
        with self._process.stdout as out:
            for line in out:
                self._lines.put(line)
        self._lines.put("")  # So that nobody waits for a process that has ended.


def _ring(file: Path, hz: float) -> None:
    """Put a sound in place, as a whole."""
    beside = file.with_name("new.wav")
    soundfile.write(beside, np.sin(np.arange(9600) * 2 * np.pi * hz / 48_000) / 2, 48_000)
    beside.replace(file)


def _built_anew(shell: Shell) -> bytes:
    """Return the file that `build` makes of the routine now."""
    assert shell.toned("build", "legs.yaml", "-o", "other.mp3").code == 0
    return shell.directory.joinpath("other.mp3").read_bytes()


def test_each_change_builds_the_file_anew_as_build_would(shell: Shell) -> None:
    target = shell.directory / "legs.mp3"
    with Watching("legs.yaml") as watching:
        assert re.fullmatch(r"legs\.mp3  0:\d\d  \d\.\d MB  in \d+\.\d s", watching.line())
        assert target.read_bytes() == _built_anew(shell)

        # In place, but at once: nobody sees half of it.
        with shell.directory.joinpath("legs.yaml").open("ab", buffering=0) as file:
            file.write(b"  - Lunges 9s\n")
        assert watching.line() == "legs.yaml changed"
        assert re.fullmatch(
            r"legs\.mp3  0:\d\d → 0:\d\d, [3-9] lines new(, \d lines? gone)?  \d\.\d MB  in \d+\.\d s",
            watching.line(),
        )
        assert target.read_bytes() == _built_anew(shell)

        shell.put("warm-up.yaml", WARM_UP.replace("x3", "x4"))
        assert watching.line() == "warm-up.yaml changed"
        assert ", 3 lines new, 2 lines gone  " in watching.line()
        assert target.read_bytes() == _built_anew(shell)

        _ring(shell.directory / "bell.wav", 880)
        assert watching.line() == "bell.wav changed"
        assert "lines" not in watching.line()
        assert target.read_bytes() == _built_anew(shell)
        assert watching.stopped(signal.SIGINT) == (0, "\n")


def test_a_fault_is_shown_and_the_last_good_file_stays(shell: Shell) -> None:
    with Watching("legs.yaml", "-o", "out.mp3", "--lrc") as watching:
        watching.line()
        good = shell.directory.joinpath("out.mp3").read_bytes()
        shell.put("warm-up.yaml", WARM_UP.replace("x3", "3 to 4"))
        assert watching.line() == "warm-up.yaml changed"
        assert watching.line() == "out.mp3 stays as it was"
        assert shell.directory.joinpath("out.mp3").read_bytes() == good
        shell.directory.joinpath("legs.yaml").unlink()
        assert watching.line() == "legs.yaml changed"
        assert watching.line() == "out.mp3 stays as it was"
        shell.put("legs.yaml", LEGS.replace("5s", "6s"))
        assert watching.line() == "legs.yaml changed"
        assert watching.line() == "out.mp3 stays as it was"
        shell.put("warm-up.yaml", WARM_UP)
        assert watching.line() == "warm-up.yaml changed"
        assert watching.line().startswith("out.mp3  0:")
        assert shell.directory.joinpath("out.mp3").read_bytes() != good
        code, err = watching.stopped(signal.SIGTERM)
        assert code == 143
        assert re.findall(r"^(\S+): error|^error: (.*)", err, re.MULTILINE) == [
            ("warm-up.yaml:2:18", ""),
            ("", "legs.yaml does not exist (check the path of the routine)"),
            ("warm-up.yaml:2:18", ""),
        ]


def test_what_is_wrong_at_first_is_built_once_what_it_needs_is_there(shell: Shell) -> None:
    for name in ("warm-up.yaml", "bell.wav"):
        shell.directory.joinpath(name).unlink()
    with Watching("legs.yaml") as watching:
        assert watching.line() == "legs.mp3 is not built"
        _ring(shell.directory / "bell.wav", 440)
        assert watching.line() == "bell.wav changed"
        assert watching.line() == "legs.mp3 is not built"
        shell.put("warm-up.yaml", WARM_UP)
        assert watching.line() == "warm-up.yaml changed"
        assert watching.line().startswith("legs.mp3  0:")


def test_recordings_that_are_added_changed_and_broken_build_the_file_anew(shell: Shell) -> None:
    mine = shell.directory / "mine"
    mine.mkdir()
    text = "title: Legs\nvoice: tone\nvoices: {coach: mine/}\nworkout: [Plank 5s]\n"
    shell.put("recorded.yaml", text)
    with Watching("recorded.yaml", voice=()) as watching:
        assert watching.line().startswith("recorded.mp3  0:")
        programmes = [(shell.directory / "recorded.mp3").read_bytes()]
        for seed in (1, 2):
            record(mine / "that-was-all-well-done.wav", seed)
            assert watching.line() == "mine/that-was-all-well-done.wav changed"
            assert watching.line().startswith("recorded.mp3  0:")
            programmes.append((shell.directory / "recorded.mp3").read_bytes())
        assert len(set(programmes)) == 3
        (mine / "that-was-all-well-done.wav").write_text("nothing to be heard")
        assert watching.line() == "mine/that-was-all-well-done.wav changed"
        assert watching.line() == "recorded.mp3 stays as it was"


@cases(
    ("arguments", "says"),
    {
        "no such routine": (["missing.yaml"], "missing.yaml does not exist"),
        "a file for a directory": (["legs.yaml", "-d", "legs.yaml"], "legs.yaml is no directory"),
        "no such cover": (["legs.yaml", "--cover", "missing.png"], "cannot read missing.png"),
    },
)
def test_wrong_usage_is_not_watched(shell: Shell, arguments: list[str], says: str) -> None:
    assert says in one_error(shell.toned("watch", *arguments), 2)


def test_ctrl_c_while_it_builds_leaves_the_old_file(shell: Shell) -> None:
    shell.put("long.yaml", LONG)
    music = shell.directory / "music"
    music.mkdir()
    music.joinpath("long.mp3").write_bytes(OLD)
    process = started("watch", "long.yaml", "-d", "music", *TONE)
    wait_for(".voicecoach-*.tmp", music, process)
    process.send_signal(signal.SIGINT)
    said = ended(process)
    assert (said.code, said.out, said.err) == (0, "", "\n")
    assert {file.name: file.read_bytes() for file in music.iterdir()} == {"long.mp3": OLD}
