"""`voicecoach share`: what it prints, how it ends, and what it refuses."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from helpers.cases import cases, inputs
from helpers.finished_files import finish
from helpers.odd_files import ON_POSIX
from helpers.shell import Shell, ended, one_error, run_apart, started
from voicecoach.cli import share
from voicecoach.cli.qr_code import show_code

ADDRESS = re.compile(r"http://[\w.:\[\]]+/[\w-]{22}/")
CODE = re.compile("[█▀▄ ]{37,}")
BLACK_ON_WHITE = "\x1b[38;5;231m\x1b[48;5;16m"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    finish(shell.directory / "legs.mp3")
    return shell


@pytest.fixture
def sharing(shell: Shell) -> Iterator["subprocess.Popen[str]"]:
    """The command in a process of its own, which has yet to print its addresses."""
    process = started("share", str(shell.directory / "legs.mp3"), "--plain")
    yield process
    process.kill()
    process.communicate()


def test_every_address_stands_alone_on_a_line_of_standard_output(shell: Shell) -> None:
    said = shell.run("share", "legs.mp3", "--for", "0.1s")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines
    assert [line for line in lines if not ADDRESS.fullmatch(line)] == []
    assert "Offering 1 programme for " in said.err
    assert all(word in said.err for word in ("firewall", "guest network", "VPN")) or (
        "in no network" in said.err
    )
    assert said.err.endswith("The time is over: nothing is offered any more.\n")


def test_the_code_is_printed_on_standard_error(shell: Shell) -> None:
    said = shell.run("share", "legs.mp3", "--for", "0.1s")
    code = [line for line in said.err.splitlines() if CODE.fullmatch(line)]
    assert len({len(line) for line in code}) == 1
    # Two rows of modules to a line.
    assert len(code) == (len(code[0]) + 1) // 2
    assert "\x1b" not in said.err


def test_a_terminal_gets_the_code_in_colours_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with click.Context(share.command) as context:
        context.color = True
        show_code("http://192.168.1.5:8000/")
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if not line.startswith(BLACK_ON_WHITE)] == []
    assert [line for line in lines if not line.endswith("\x1b[0m")] == []


@inputs(
    ("columns", "has_code"),
    {"36": False, "37": True, "80": True},
)
def test_the_code_is_left_out_where_it_would_be_cut(
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
    columns: str,
    has_code: bool,
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("voicecoach.sharing.addresses.addresses", lambda **_: ["192.168.1.5"])
    said = shell.run("share", "legs.mp3", "--for", "0.1s", "--port", str(_free_port()))
    assert any(map(CODE.search, said.err.splitlines())) is has_code
    assert ("narrower than the QR code, which takes 37 columns" in " ".join(said.err.split())) is (
        not has_code
    )


def test_a_screen_reader_gets_no_code(shell: Shell) -> None:
    said = shell.run("share", "legs.mp3", "--for", "0.1s", "--plain")
    assert not any(block in said.err for block in "█▀▄")


def test_an_encoding_without_blocks_gets_no_code(shell: Shell) -> None:
    path = str(shell.directory / "legs.mp3")
    environment = {"PYTHONIOENCODING": "ascii"}
    said = run_apart("share", path, "--for", "0.1s", environment=environment)
    assert said.code == 0
    assert "A QR code cannot be shown in ascii." in said.err
    assert "?" not in said.err.replace("\n", " ").split("If the phone")[0]


def test_the_podcast_is_told_with_its_address(shell: Shell) -> None:
    said = shell.run("share", "legs.mp3", "--for", "0.1s", "--feed", "--plain")
    assert f"For a podcast app: {said.out.splitlines()[0]}feed.xml" in said.err


def test_what_it_prints_leads_to_the_file(shell: Shell, sharing: "subprocess.Popen[str]") -> None:
    url = _first_address(sharing)
    with urllib.request.urlopen(f"{url}legs.mp3") as answer:
        assert answer.read() == (shell.directory / "legs.mp3").read_bytes()


@ON_POSIX
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_a_signal_ends_it(
    sharing: "subprocess.Popen[str]", sent: signal.Signals, code: int
) -> None:
    _first_address(sharing)
    sharing.send_signal(sent)
    said = ended(sharing)
    assert said.code == code
    assert "Traceback" not in said.err


def test_two_that_share_have_tokens_of_their_own(shell: Shell) -> None:
    outputs = [shell.run("share", "legs.mp3", "--for", "0.1s").out for _ in range(2)]
    assert len({out.split("/")[3] for out in outputs}) == 2


def test_a_port_can_be_chosen(shell: Shell) -> None:
    port = _free_port()
    said = shell.run("share", "legs.mp3", "--for", "0.1s", "--port", str(port))
    assert f":{port}/" in said.out.splitlines()[0]


def test_a_port_in_use_is_wrong_usage(shell: Shell) -> None:
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        error = one_error(shell.run("share", "legs.mp3", "--port", str(port)), 2)
    assert error.startswith(f"error: port {port} is in use by another program (")
    assert "`--port`" in error


def test_without_its_libraries_it_says_how_to_install_them(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    error = one_error(shell.run("share", "legs.mp3"), 3)
    assert 'pip install "voicecoach[share]"' in error


def test_a_routine_is_to_be_built_first(shell: Shell) -> None:
    error = one_error(shell.run("share", "short.yaml"), 2)
    assert "`voicecoach build`" in error


@cases(
    ("arguments", "message"),
    {
        "a port that is none": (("--port", "70000"), "is not in the range"),
        "no time": (("--for", "0"), "must be longer than 0"),
        "a time that is none": (("--for", "soon"), "is no duration"),
        "a time of years": (("--for", "999999h"), "for 24h at most"),
        "a time without an end": (("--for", "9" * 400 + "h"), ""),
    },
)
def test_an_option_that_is_wrong_is_refused(
    shell: Shell, arguments: tuple[str, ...], message: str
) -> None:
    said = shell.run("share", "legs.mp3", *arguments)
    assert said.code == 2
    assert message in said.err


def test_what_is_damaged_in_a_folder_is_told_and_the_others_are_offered(shell: Shell) -> None:
    (shell.directory / "damaged.mp3").write_bytes(b"x" * 1000)
    said = shell.run("share", ".", "--for", "0.1s", "--plain")
    assert said.code == 2
    assert "damaged.mp3 is no MP3 file" in said.err
    assert "Offering 1 programme" in said.err


def _first_address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert ADDRESS.fullmatch(line), line
    return line


def _free_port() -> int:
    with socket.create_server(("", 0)) as free:
        port: int = free.getsockname()[1]
        return port
