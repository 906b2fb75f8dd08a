"""A shell for the tests of the command line: a directory of routines, and commands run in it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from voicecoach import cli
from voicecoach.cli import plain

ROOT = Path(__file__).parents[2]
TONE = ("--voice", "tone")
# How long a test waits for a command, in seconds: only one that hangs takes longer.
PATIENCE_S = 600

SHORT = """\
title: Short
workout:
  - Plank 5-10s
  - rest: 3s
  - Squats x4
"""
WRONG = """\
title: Wrong
workout:
  - exercise: Plank
    for: 5s
    rset: 20
"""
# The tip is longer than what is left of the plank.
WITH_WARNING = """\
title: Hasty
workout:
  - Squats x4
  - rest: 10s
  - exercise: Plank
    for: 10s
    tips:
      - {at: 9s, say: "Keep breathing slowly and calmly, and look at the floor between your hands."}
"""


OLD = b"the old file"
# Three hours: nobody waits for the end of it.
LONG = "title: Long\nworkout:\n  - Walk 60x3 min, rest 1s\n"


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


class Shell:
    """Runs commands in an own directory; what they print is caught."""

    def __init__(
        self, directory: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.directory = directory
        self._capsys = capsys
        directory.mkdir()
        for name, text in (("short", SHORT), ("wrong", WRONG), ("hasty", WITH_WARNING)):
            self.put(f"{name}.yaml", text)
        monkeypatch.chdir(directory)
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setattr(plain, "is_terminal", lambda: True)
        # Outside the directory of the test, so that a line is spoken once and not for each test.
        monkeypatch.setenv("XDG_CACHE_HOME", str(directory.parents[1] / "clips-of-the-commands"))

    def put(self, name: str, text: str) -> Path:
        """Put a file in place as a whole, as most editors do, and return its path."""
        path = self.directory / name
        beside = path.with_name(f"{path.name}.new")
        beside.write_text(text, "utf-8")
        return beside.replace(path)

    def files(self) -> set[str]:
        """Return the names of the files that no test began with."""
        found = {path.name for path in self.directory.iterdir()}
        return found - {"short.yaml", "wrong.yaml", "hasty.yaml"}

    def run(self, *arguments: str) -> Said:
        """Run a command in this process."""
        self._capsys.readouterr()
        code = cli.run(arguments)
        out, err = self._capsys.readouterr()
        return Said(code, out, err)

    def toned(self, *arguments: str) -> Said:
        """Run a command in this process, with tones for words."""
        return self.run(*arguments, *TONE)


def started(
    *arguments: str,
    environment: dict[str, str] | None = None,
    prepare: Callable[[], object] | None = None,
) -> "subprocess.Popen[str]":
    """Start a command in a process of its own, the leader of its group, as a terminal does."""

    def begin() -> None:
        hear_interrupts()
        if prepare is not None:
            prepare()

    return subprocess.Popen(
        [sys.executable, "-m", "voicecoach", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        preexec_fn=begin,
        start_new_session=True,
    )


def hear_interrupts() -> None:
    """Let a new process end by Ctrl-C: what runs in the background of a shell is deaf to it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def ended(process: "subprocess.Popen[str]") -> Said:
    """Return what a process said once it has ended."""
    try:
        out, err = process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()
    return Said(process.returncode, out, err)


def wait_for(
    pattern: str, directory: Path, process: "subprocess.Popen[str]", count: int = 1
) -> None:
    """Return when so many files are there that have something in them."""
    deadline = time.monotonic() + PATIENCE_S
    while sum(_size(path) > 0 for path in directory.glob(pattern)) < count:
        assert time.monotonic() < deadline, f"no {pattern} appears"
        try:
            process.wait(0.01)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"ended before there was a {pattern}: {process.communicate()}")


def run_apart(*arguments: str, environment: dict[str, str] | None = None) -> Said:
    """Run a command in a process of its own."""
    return ended(started(*arguments, environment=environment))


def one_error(said: Said, code: int) -> str:
    """Return the error of a command that printed nothing else, in one line, maybe with a place."""
    assert said.code == code, said
    assert said.out == ""
    lines: Sequence[str] = said.err.splitlines()
    assert len(lines) == 1, said.err
    assert re.match(r"(\S+:\d+:\d+: )?error: ", lines[0])
    return lines[0]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:
        return 0
