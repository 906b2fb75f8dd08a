"""`voicecoach play`, with a player that writes down how it was called."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.finished_files import finish
from helpers.shell import (
    PATIENCE_S,
    ROOT,
    SHORT,
    Shell,
    hear_interrupts,
    one_error,
    started,
    wait_for,
)

# Ends at once, as the two seconds of a finished file are within what is tolerated.
ENDS = "raise SystemExit(0)"
FAILS = "raise SystemExit('first\\nALSA: no device\\n')"
# Until it is killed.
PLAYS_ON = "import signal; signal.pause()"

# Longer than any test.
LONG_MS = 600_000


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    finish(shell.directory / "legs.mp3")
    programs = tmp_path / "programs"
    programs.mkdir()
    # No other player is there, nor the program that Windows' or the system's speech needs.
    monkeypatch.setenv("PATH", str(programs))
    return shell


def _put_player(shell: Shell, then: str, name: str = "ffplay") -> None:
    """Put a player in place that writes each call to a file of its own, and then does this."""
    path = shell.directory.parent / "programs" / name
    log = str(shell.directory / "call-")
    path.write_text(
        f"#!{sys.executable} -S\nimport os, sys, time\n"
        f"with open(f'{log}{{time.monotonic_ns():020}}', 'w') as log:\n"
        f"    print(os.getpid(), *sys.argv[1:], file=log)\n{then}\n"
    )
    path.chmod(0o755)


def _calls(shell: Shell) -> list[list[str]]:
    """Return the process and the arguments of each call, in their order."""
    return [path.read_text().split() for path in sorted(shell.directory.glob("call-*"))]


def test_a_finished_file_is_played_to_its_end(shell: Shell) -> None:
    _put_player(shell, ENDS)
    said = shell.run("play", "legs.mp3", "--plain")
    assert (said.code, said.out, said.err) == (0, "0:00 Squats, 0:01\n", "")
    (call,) = _calls(shell)
    assert call[-4:] == ["-ss", "0.000", "-i", str(shell.directory / "legs.mp3")]


def test_a_routine_is_built_for_the_while(shell: Shell) -> None:
    _put_player(shell, PLAYS_ON)
    process = started("play", "short.yaml", "--voice", "tone")
    wait_for("call-*", shell.directory, process)
    ((*_, file),) = _calls(shell)
    assert Path(file).stat().st_size > 10_000
    assert process.stdout
    assert process.stdout.readline().startswith("0:00 Talk, Short, 0:")
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE_S) == 0
    process.communicate()
    assert not Path(file).exists()
    _assert_no_player_runs(shell)
    assert {name for name in shell.files() if not name.startswith("call-")} == {"legs.mp3"}


def test_sigterm_ends_it_and_the_player(shell: Shell) -> None:
    _put_player(shell, PLAYS_ON)
    finish(shell.directory / "long.flac", length_ms=LONG_MS)
    process = started("play", "long.flac")
    wait_for("call-*", shell.directory, process)
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_S) == 143
    process.communicate()
    _assert_no_player_runs(shell)


def test_a_silent_programme_needs_no_player(shell: Shell) -> None:
    said = shell.run("play", "legs.mp3", "--silent", "--plain")
    assert (said.code, said.out, said.err) == (0, "0:00 Squats, 0:01\n0:01 Lunges, 0:01\n", "")


def test_without_a_player_it_tells_what_to_install(shell: Shell) -> None:
    error = one_error(shell.run("play", "legs.mp3"), 3)
    for name in ("ffplay", "mpv", "afplay", "cvlc", "install ", "`--silent`"):
        assert name in error


def test_a_player_that_fails_is_told_with_what_it_said(shell: Shell) -> None:
    _put_player(shell, FAILS)
    said = shell.run("play", "legs.mp3", "--plain")
    assert said.code == 3
    assert said.err.startswith("error: `ffplay` has stopped playing: ALSA: no device (")


@cases(
    ("arguments", "code", "says"),
    {
        "no such file": (["missing.mp3"], 2, "cannot read missing.mp3"),
        "no such routine": (["missing.yaml"], 2, "missing.yaml does not exist"),
        "a wrong routine": (["wrong.yaml"], 1, "unknown key `rset`"),
        "a routine's option": (["legs.mp3", "--level", "hard"], 2, "`--level` is about a routine"),
        "a part": (["legs.mp3", "--only", "Squats"], 2, "`--only` is about a routine"),
        "a file of another kind": (["notes.txt"], 2, "notes.txt"),
        "a damaged file": (["damaged.mp3"], 2, "damaged.mp3 is no MP3 file"),
    },
)
def test_what_cannot_be_played_is_told(
    shell: Shell, arguments: list[str], code: int, says: str
) -> None:
    shell.put("damaged.mp3", "no sound" * 99)
    said = shell.run("play", *arguments, "--silent", "--plain")
    assert (said.code, said.out) == (code, "")
    assert says in said.err


class Screen:
    """`play` on a terminal of its own, whose keys a test types."""

    def __init__(
        self, *arguments: str, columns: int = 80, lines: int = 24, kind: str = "xterm"
    ) -> None:
        self._typing, self.terminal = pty.openpty()
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, size)
        self.before = termios.tcgetattr(self.terminal)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "voicecoach", "play", *arguments],
            stdin=self.terminal,
            stdout=self.terminal,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": kind, "COLUMNS": ""},
            preexec_fn=hear_interrupts,
            start_new_session=True,
        )
        self._shown = b""

    def wait_for(self, text: str) -> None:
        """Read until a text is shown."""
        while text.encode() not in self._shown:
            if select.select([self._typing], [], [], 1)[0]:
                self._shown += os.read(self._typing, 65_536)
            else:
                assert self._process.poll() is None, self._process.communicate()

    def wait_for_calls(self, shell: Shell, count: int) -> None:
        """Return when the player has been started so often."""
        wait_for("call-*", shell.directory, self._process, count)

    def type(self, keys: str) -> None:
        """Type keys; what was shown before is forgotten."""
        self._shown = b""
        os.write(self._typing, keys.encode())

    def ended(self) -> tuple[int, str]:
        """Return the exit code and what it said on standard error.

        Until then what it shows is read on: nobody can write to a terminal that is full.
        """
        latest_s = time.monotonic() + PATIENCE_S
        while self._process.poll() is None:
            assert time.monotonic() < latest_s, self._shown
            if select.select([self._typing], [], [], 0.1)[0]:
                self._shown += os.read(self._typing, 65_536)
        _, err = self._process.communicate(timeout=PATIENCE_S)
        return self._process.returncode, err

    def send(self, sent: signal.Signals) -> None:
        self._process.send_signal(sent)

    def __enter__(self) -> "Screen":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        os.close(self._typing)
        os.close(self.terminal)


def test_keys_pause_jump_and_quit_and_the_terminal_is_as_before(shell: Shell) -> None:
    _put_player(shell, PLAYS_ON)
    shell.put("long.yaml", SHORT.replace("5-10s", "600s"))
    with Screen("long.yaml", "--voice", "tone") as screen:
        screen.wait_for("Next: ")
        screen.wait_for_calls(shell, 1)
        assert termios.tcgetattr(screen.terminal) != screen.before
        screen.type(" ")
        screen.wait_for("Paused")
        screen.type("n")
        screen.wait_for("Plank")
        screen.type("n")
        screen.wait_for("Squats")
        screen.type(" ")
        screen.wait_for("Rest")
        screen.wait_for_calls(shell, 2)
        screen.type("q")
        assert screen.ended() == (0, "")
        assert termios.tcgetattr(screen.terminal) == screen.before
    starts = [float(call[call.index("-ss") + 1]) for call in _calls(shell)]
    assert len(starts) == 2
    assert starts[0] == 0
    assert starts[1] > 600
    _assert_no_player_runs(shell)


@cases(
    ("sent", "code"),
    {"Ctrl-C": (signal.SIGINT, 0), "SIGTERM": (signal.SIGTERM, 143)},
)
def test_the_terminal_is_as_before_however_it_ends(
    shell: Shell, sent: signal.Signals, code: int
) -> None:
    _put_player(shell, PLAYS_ON)
    finish(shell.directory / "long.flac", length_ms=LONG_MS)
    with Screen("long.flac", columns=40, lines=12) as screen:
        screen.wait_for("Squats")
        screen.wait_for_calls(shell, 1)
        screen.send(sent)
        assert screen.ended()[0] == code
        assert termios.tcgetattr(screen.terminal) == screen.before
    _assert_no_player_runs(shell)


def test_the_terminal_is_as_before_where_the_player_fails(shell: Shell) -> None:
    _put_player(shell, FAILS)
    with Screen("legs.mp3") as screen:
        code, err = screen.ended()
        assert code == 3
        assert "ALSA: no device" in err
        assert termios.tcgetattr(screen.terminal) == screen.before


def test_a_terminal_that_cannot_draw_gets_lines(shell: Shell) -> None:
    with Screen(str(shell.directory / "legs.mp3"), "--silent", kind="dumb") as screen:
        screen.wait_for("0:00 Squats, 0:01")


def test_afplay_is_told_to_be_unable_to_pause(shell: Shell) -> None:
    _put_player(shell, PLAYS_ON, "afplay")
    with Screen("legs.mp3") as screen:
        screen.wait_for("afplay cannot pause")
        screen.type("q")
        assert screen.ended() == (0, "")


def _assert_no_player_runs(shell: Shell) -> None:
    for process, *_ in _calls(shell):
        with pytest.raises(ProcessLookupError):
            os.kill(int(process), 0)
