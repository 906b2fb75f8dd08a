"""Several routines, built side by side."""

import signal
import threading
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import LONG, OLD, PATIENCE_S, TONE, Shell, ended, started, wait_for
from voicecoach.problems import WrongUsageError
from voicecoach.session import batch

SLOW = "title: Slow\nworkout:\n  - Walk 10x3 min, rest 1s\n"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _first_words(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines()]


def test_routines_built_side_by_side_come_out_as_by_themselves(shell: Shell) -> None:
    names = ("short", "hasty", "third")
    shell.put("third.yaml", "title: Third\nworkout: [Plank 5s, Squats x3]\n")
    for directory in ("alone", "together"):
        shell.directory.joinpath(directory).mkdir()
    alone = [shell.toned("build", f"{name}.yaml", "-d", "alone", "--lrc") for name in names]
    routines = [f"{name}.yaml" for name in names]
    together = shell.toned("build", *routines, "-d", "together", "--lrc", "--jobs", "3")
    assert together.code == 0
    assert together.out == "".join(said.out for said in alone).replace("alone", "together")
    assert together.err == "".join(said.err for said in alone)
    for suffix in ("mp3", "lrc"):
        for name in names:
            files = [
                shell.directory / where / f"{name}.{suffix}" for where in ("alone", "together")
            ]
            assert files[0].read_bytes() == files[1].read_bytes()


def test_a_line_of_several_routines_sounds_as_if_they_were_built_one_by_one(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Squats", "Lunges"):
        shell.put(f"{name}.yaml", f"title: {name}\nworkout: [{name} x3, rest: 5s, Jumps x2]\n")
    for jobs in ("1", "2"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(shell.directory / f"cache {jobs}"))
        shell.directory.joinpath(jobs).mkdir()
        said = shell.run("build", "Squats.yaml", "Lunges.yaml", "-d", jobs, "-j", jobs)
        assert said.code == 0
    for file in shell.directory.joinpath("1").iterdir():
        assert file.read_bytes() == shell.directory.joinpath("2", file.name).read_bytes()


def test_reports_come_in_the_order_of_the_routines(shell: Shell) -> None:
    shell.put("slow.yaml", SLOW)
    said = shell.toned("build", "slow.yaml", "wrong.yaml", "short.yaml", "missing.yaml", "-j", "4")
    assert _first_words(said.out) == ["slow.mp3", "short.mp3"]
    assert said.err.index("wrong.yaml:5:5: error: ") < said.err.index("missing.yaml does not exist")
    assert said.code == 1
    assert shell.files() == {"slow.yaml", "slow.mp3", "short.mp3"}


@cases(
    ("arguments", "at_once"),
    {
        "two jobs": (("--jobs", "2"), 2),
        "one job": (("-j1",), 1),
        "more jobs than routines": (("--jobs", "9"), 3),
        "as many jobs as processors": ((), 2),
    },
)
def test_as_many_are_at_work_as_jobs_says(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], at_once: int
) -> None:
    at_work, most = 0, 0
    counted, full = threading.Lock(), threading.Event()

    def counting(*_: object, **_named: object) -> None:
        nonlocal at_work, most
        with counted:
            at_work += 1
            most = max(most, at_work)
        if at_work == at_once:
            full.set()
        # Until there are as many as there should be, nobody goes on.
        assert full.wait(PATIENCE_S)
        with counted:
            at_work -= 1
        raise WrongUsageError("that was all")

    monkeypatch.setattr(batch, "build_anew", counting)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    said = shell.toned("build", "a.yaml", "b.yaml", "c.yaml", *arguments)
    assert (said.code, said.err.count("that was all"), most) == (2, 3, at_once)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_all_builds_and_leaves_the_old_files(
    shell: Shell, sent: signal.Signals, code: int
) -> None:
    names = ("one", "two", "three")
    music = shell.directory / "music"
    music.mkdir()
    for name in names:
        shell.put(f"{name}.yaml", LONG)
        music.joinpath(f"{name}.mp3").write_bytes(OLD)
    routines = [f"{name}.yaml" for name in names]
    process = started("build", *routines, "-d", "music", "--jobs", "2", *TONE)
    wait_for(".voicecoach-*.tmp", music, process, count=2)
    process.send_signal(sent)
    said = ended(process)
    assert (said.code, said.out) == (code, "")
    assert said.err.strip() == ("error: interrupted" if code == 130 else "")
    assert {path.name: path.read_bytes() for path in music.iterdir()} == {
        f"{name}.mp3": OLD for name in names
    }


def test_no_jobs_are_wrong_usage(shell: Shell) -> None:
    said = shell.toned("build", "short.yaml", "--jobs", "0")
    assert said.code == 2
    assert "Invalid value for '-j' / '--jobs': 0" in said.err
