"""Programs: those that engines run once a line.

A program runs without a shell, in a scratch directory and a process group of its own. Whatever of
the group is left when it ends, or is ended, is killed.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from voicecoach.files.ordinary import exists
from voicecoach.problems import EngineError, MissingEngineError, reason
from voicecoach.speech.endings import end_group, end_of, ending
from voicecoach.speech.engines import Recording
from voicecoach.speech.recordings import parse_recording

# More than any line takes: 400 words at 48 kHz, 24 bits and two channels are 50 MB.
_MOST_BYTES = 200_000_000
# How often a running program is looked after.
_LOOK_S = 0.1
_LONGEST_MESSAGE = 300


class Program:
    """The program of a speech engine, run for one line at a time; any thread may close it."""

    def __init__(self, engine: str, hint: str) -> None:
        """`engine` is named in errors, `hint` says what to do where there is no such program."""
        self._engine = engine
        self._hint = hint
        self._process: subprocess.Popen[bytes] | None = None

    def record(
        self, command: Sequence[str], given: str, directory: Path, name: str, limit_s: float
    ) -> Recording:
        """Return the sound that a command writes to the file `name` of a directory of its own.

        Raise `EngineError` as `run` does, or if there is no such file, `ValueError` if it is no
        sound file.
        """
        self.run(command, given, directory, limit_s)
        file = directory / name
        # A pipe or a device would be read for ever.
        if not file.is_file():
            raise EngineError(f"{self._name(command)} wrote no sound file")
        return parse_recording(file.read_bytes())

    def run(self, command: Sequence[str], given: str, directory: Path, limit_s: float) -> str:
        """Run a command in a directory of its own, with a text to read; return what it printed.

        Raise `MissingEngineError` if there is no such program, `EngineError` if it cannot be run,
        fails, writes without end, or takes longer than `limit_s`.
        """
        printed, errors = directory / "stdout", directory / "stderr"
        with TemporaryFile() as stdin, printed.open("wb") as out, errors.open("wb") as err:
            stdin.write(given.encode("utf-8", "replace"))
            stdin.seek(0)
            process = self._process = self._start(command, directory, stdin, out, err)
        try:
            self._wait(process, command, directory, limit_s)
        finally:
            self._process = None
            end_group(process)
        if process.returncode:
            said = _last_line(errors)
            ended = f"{self._name(command)} {ending(process.returncode)}"
            raise EngineError(f"{ended}: {said}" if said else ended)
        return printed.read_text("utf-8", "replace")

    def close(self) -> None:
        """End the program, if it is running."""
        process = self._process
        if process is not None:
            end_group(process)

    def _start(
        self,
        command: Sequence[str],
        directory: Path,
        stdin: IO[bytes],
        out: IO[bytes],
        err: IO[bytes],
    ) -> "subprocess.Popen[bytes]":
        program, *arguments = command
        path = shutil.which(program)
        if path is None and Path(program).name != program and exists(Path(program)):
            hint = f"make it one with `chmod +x {program}`"
            raise EngineError(f"{self._name(command)} is no program that may be run", hint)
        if path is None:
            raise MissingEngineError(self._engine, f"there is no program `{program}`", self._hint)
        try:
            return subprocess.Popen(
                [path, *arguments],
                stdin=stdin,
                stdout=out,
                stderr=err,
                cwd=directory,
                start_new_session=True,
            )
        except OSError as error:
            # A script without its first line, `#!/bin/sh`, is no program for the system.
            raise EngineError(f"{self._name(command)} cannot be run: {reason(error)}") from error

    def _wait(
        self,
        process: "subprocess.Popen[bytes]",
        command: Sequence[str],
        directory: Path,
        limit_s: float,
    ) -> None:
        """Wait until a program has ended. Raise `EngineError` if it writes or runs on and on."""
        deadline_s = time.monotonic() + limit_s
        while True:
            left_s = deadline_s - time.monotonic()
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, min(_LOOK_S, left_s)))
                return
            if left_s <= 0:
                raise EngineError(f"{self._name(command)} did not end within {limit_s:.3g} s")
            if sum(_size_bytes(entry) for entry in os.scandir(directory)) > _MOST_BYTES:
                raise EngineError(f"{self._name(command)} writes without end")

    def _name(self, command: Sequence[str]) -> str:
        return f"the speech engine `{self._engine}` failed: `{Path(command[0]).name}`"


def _last_line(file: Path) -> str:
    lines = [line.strip() for line in end_of(file, 4 * _LONGEST_MESSAGE).splitlines()]
    last = next(filter(None, reversed(lines)), "")
    return "".join(c for c in last if c.isprintable())[:_LONGEST_MESSAGE]


def _size_bytes(entry: "os.DirEntry[str]") -> int:
    # It may be gone by now.
    with suppress(OSError):
        return entry.stat(follow_symlinks=False).st_size
    return 0
