"""Commands that are stopped from outside: by signals, by a reader that goes, by a full disk."""

import os
import signal
from pathlib import Path

import pytest

from helpers.shell import (
    LONG,
    OLD,
    PATIENCE_S,
    TONE,
    Shell,
    ended,
    one_error,
    run_apart,
    started,
    wait_for,
)

WORDY = "title: Wordy\nworkout:\n" + "".join(f"  - Move number {n} 5s\n" for n in range(300))


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    shell.put("long.yaml", LONG)
    return shell


@pytest.mark.parametrize(
    ("sent", "code", "says"),
    [
        (signal.SIGINT, 130, "error: interrupted"),
        (signal.SIGTERM, 143, ""),
    ],
)
def test_a_signal_while_the_file_is_written_leaves_the_old_one_and_nothing_else(
    shell: Shell, sent: signal.Signals, code: int, says: str
) -> None:
    music = shell.directory / "music"
    music.mkdir()
    music.joinpath("long.mp3").write_bytes(OLD)
    process = started("build", "long.yaml", "-d", "music", *TONE)
    wait_for(".voicecoach-*.tmp", music, process)
    process.send_signal(sent)
    said = ended(process)
    assert (said.code, said.out, said.err.strip()) == (code, "", says)
    assert {path.name: path.read_bytes() for path in music.iterdir()} == {"long.mp3": OLD}


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_to_all_processes_while_the_voice_speaks_gives_no_traceback(
    shell: Shell, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    shell.put("wordy.yaml", WORDY)
    shell.directory.joinpath("wordy.mp3").write_bytes(OLD)
    cache = tmp_path / "clips"
    process = started("build", "wordy.yaml", environment={"XDG_CACHE_HOME": str(cache)})
    wait_for("**/*", cache, process)
    os.killpg(process.pid, sent)
    said = ended(process)
    assert (said.code, said.out) == (code, "")
    assert said.err.strip() == ("error: interrupted" if code == 130 else "")
    assert shell.directory.joinpath("wordy.mp3").read_bytes() == OLD
    assert shell.files() == {"long.yaml", "wordy.yaml", "wordy.mp3"}


def test_an_interrupt_stops_at_the_first_of_several_routines(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("voicecoach.session.batch.build_anew", interrupt)
    said = shell.toned("build", "short.yaml", "hasty.yaml")
    assert said.code == 130
    assert said.err.strip() == "error: interrupted"
    assert shell.files() == {"long.yaml"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["script", "short.yaml", *TONE],
        ["check", "short.yaml", "--format", "json", *TONE],
        ["--help"],
    ],
    ids=lambda words: " ".join(words[:3]),
)
def test_a_reader_that_has_gone_gets_no_traceback(shell: Shell, arguments: list[str]) -> None:
    process = started(*arguments)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        err = process.stderr.read()
    assert process.wait(PATIENCE_S) in (0, 1)
    assert err == ""
    assert shell.files() == {"long.yaml"}


def test_a_file_whose_report_nobody_reads_is_there(shell: Shell) -> None:
    process = started("build", "short.yaml", *TONE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == ""
    process.wait(PATIENCE_S)
    assert shell.directory.joinpath("short.mp3").stat().st_size > 100_000


@pytest.mark.parametrize(
    "arguments",
    [
        ["script", "short.yaml", *TONE],
        ["--version"],
    ],
    ids=lambda words: " ".join(words[:4]),
)
def test_output_to_a_full_disk_is_one_line(shell: Shell, arguments: list[str]) -> None:
    def to_a_full_disk() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

    said = ended(started(*arguments, prepare=to_a_full_disk))
    one_error(said, 3)
    assert shell.files() == {"long.yaml"}


def test_a_full_disk_is_one_line_and_leaves_the_old_file(shell: Shell) -> None:
    resource = pytest.importorskip("resource")

    def limit_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    shell.directory.joinpath("short.mp3").write_bytes(OLD)
    said = ended(started("build", "short.yaml", *TONE, prepare=limit_files))
    assert "writing short.mp3 failed: " in one_error(said, 3)
    assert shell.directory.joinpath("short.mp3").read_bytes() == OLD
    assert shell.files() == {"long.yaml", "short.mp3"}


@pytest.mark.parametrize(("command", "encoding"), [("check", "ascii"), ("build", "cp1252")])
def test_a_terminal_that_lacks_characters_gets_all_it_can_show(
    shell: Shell, command: str, encoding: str
) -> None:
    shell.put("Ω.yaml", "title: Rücken Ω\nworkout:\n  - exercise: Größe Ω\n    for: 2s\n")
    said = run_apart(command, "Ω.yaml", *TONE, environment={"PYTHONIOENCODING": encoding})
    assert said.code == 0, said.err
    assert "Traceback" not in said.err
