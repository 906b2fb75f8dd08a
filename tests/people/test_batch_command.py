"""`voicecoach batch`, from a table to the files of all people in it."""

import errno
import os
import signal
from itertools import count
from pathlib import Path

import mutagen
import pytest

from helpers.cases import cases
from helpers.sessions import contents
from helpers.shell import Shell, ended, started, wait_for

KNEE = """\
title: Knees for {name}
vars: {name: you, hold: 10s}
workout:
  - section: "{name}'s warm-up"
  - say: Hello {name}.
  - exercise: Wall sit
    hold: "{hold}"
  - rest: 5s
  - Squats x3
"""
TONE = ("--voice", "tone")


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    shell.put("knee.yaml", KNEE)
    return shell


@pytest.fixture
def practice(shell: Shell) -> Path:
    """The folder that the command is run in, with the routine and what is built."""
    return shell.directory


def _batch(shell: Shell, *arguments: str) -> tuple[int, str, str]:
    """Return the exit code and what was printed, with that to stderr in one line."""
    said = shell.run("batch", "people.csv", "--routine", "knee.yaml", "-j1", *TONE, *arguments)
    return said.code, said.out, " ".join(said.err.split())


def _table(practice: Path, *rows: str) -> None:
    (practice / "people.csv").write_text("".join(f"{row}\n" for row in rows), "utf-8")


def test_each_row_is_a_file_and_those_that_fail_are_a_table(practice: Path, shell: Shell) -> None:
    _table(practice, "id,name,hold", "p1,Annabel,6s", "p2,Bertram,often", "p3,,8s")
    code, out, err = _batch(shell, "-d", "week/1", "--sheet")
    assert code == 1
    assert [line.split()[0] for line in out.splitlines()] == ["p1.mp3", "p3.mp3"]
    assert "row 3 (p2): knee.yaml:7: `often` is no duration, with `hold` as the row says" in err
    assert "Of 3 files, 2 built, 1 failed." in err
    made = contents(practice / "week" / "1")
    assert {"p1.mp3", "p1.html", "p3.mp3", "p3.html"} == {n for n in made if n[0] != "."}
    errors = (practice / "people.errors.csv").read_text("utf-8-sig").splitlines()
    assert errors[0] == "row,error,id,name,hold"
    assert errors[1].startswith("3,")
    assert errors[1].endswith(",p2,Bertram,often")


def test_names_are_spoken_and_stand_in_nothing_but_the_sheet(practice: Path, shell: Shell) -> None:
    _table(practice, "id,name,hold", "p1,Annabel,6s", "p2,Bertram,Bertram")
    _, out, err = _batch(shell, "-d", "out", "--sheet")
    tags = mutagen.File(practice / "out" / "p1.mp3").tags
    assert tags["TIT2"] == "Knees for …"
    assert tags["CHAP:chp1"].sub_frames["TIT2"] == "…'s warm-up"
    assert "Hello …." in tags.getall("USLT")[0].text
    sheet = (practice / "out" / "p1.html").read_text("utf-8")
    assert "Annabel" in sheet
    for name in ("Annabel", "Bertram"):
        assert name not in out + err
        for path in practice.rglob("*"):
            if path.is_file() and path.suffix not in (".csv", ".html"):
                data = path.read_bytes()
                assert name.encode() not in data, path
                assert name.encode("utf-16-le") not in data, path


def test_what_is_up_to_date_is_not_touched(practice: Path, shell: Shell) -> None:
    _table(practice, "id,name,hold", "p1,Ann,6s", "p2,Bert,7s", "p3,Cleo,8s", "p4,Dora,9s")
    _batch(shell, "-d", "out", "--sheet")
    before = {path: path.stat().st_ino for path in (practice / "out").glob("p*")}
    _table(practice, "id,name,hold", "p1,Ann,6s", "p2,Bert,11s", "p3,Cleo,8s", "p4,Dora,9s")
    (practice / "out" / "p3.html").unlink()
    (practice / "out" / "p4.mp3").write_bytes(b"another")
    code, out, err = _batch(shell, "-d", "out", "--sheet")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["p2.mp3", "p3.mp3", "p4.mp3"]
    assert "Of 4 files, 3 built, 1 up to date." in err
    same = {path for path, inode in before.items() if path.stat().st_ino == inode}
    assert {path.name for path in same} == {"p1.mp3", "p1.html"}
    (practice / "knee.yaml").write_text(KNEE.replace("x3", "x4"), "utf-8")
    assert "4 built" in _batch(shell, "-d", "out", "--sheet")[2]


def test_a_dry_run_checks_all_rows_and_builds_nothing(practice: Path, shell: Shell) -> None:
    rows = ["p1,Ann,6s,", "p2,Bert,,vapour", "p3,Cleo,1d,"]
    _table(practice, "id,name,hold,voice", *rows)
    before = contents(practice)
    code, out, err = _batch(shell, "--dry-run")
    assert (code, out) == (3, "")
    assert "row 3 (p2): " in err
    assert "row 4 (p3): knee.yaml:7" in err
    assert "Of 3 files, 1 can be built, 2 failed." in err
    assert contents(practice).keys() - before.keys() == {"people.errors.csv"}


def test_two_batches_do_not_write_to_one_folder(practice: Path, shell: Shell) -> None:
    from voicecoach.people.record import opened_record

    _table(practice, "id,name", "p1,Ann")
    (practice / "out").mkdir()
    with opened_record("out", practice):
        code, out, err = _batch(shell, "-d", "out")
    assert (code, out) == (2, "")
    assert "another batch is writing to out" in err
    assert not (practice / "out" / "p1.mp3").exists()


@cases(
    ("arguments", "message"),
    {
        "no routine": (("--routine", "none.yaml"), "none.yaml does not exist"),
        "an option": (("--set", "speed=1"), "`speed` is none of the file's `vars`"),
        "a folder": (("-d", "knee.yaml/out"), "knee.yaml is none"),
    },
)
def test_what_is_wrong_with_all_rows_is_told(
    arguments: tuple[str, ...], message: str, practice: Path, shell: Shell
) -> None:
    _table(practice, "id,name", "p1,Ann")
    code, _, err = _batch(shell, "-d", "out", *arguments)
    assert code == 2
    assert message in err


def test_a_column_of_no_variable_is_told_with_the_column_that_was_meant(
    practice: Path, shell: Shell
) -> None:
    _table(practice, "id,name,levl", "p1,Ann,easy", "p2,Bert,")
    code, _, err = _batch(shell, "-d", "out")
    assert code == 2
    assert "row 2 (p1): the column `levl` is none of the file's `vars`" in err
    assert "did you mean `level`?" in err
    assert "1 built, 1 failed" in err


def test_a_full_disk_stops_the_batch_which_goes_on_when_there_is_room(
    practice: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _table(practice, "id,name", "p1,Ann", "p2,Bert", "p3,Cleo")
    synced = count(1)

    def full(_: int) -> None:
        if next(synced) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        code, out, err = _batch(shell, "-d", "out")
    assert code == 3
    assert [line.split()[0] for line in out.splitlines()] == ["p1.mp3"]
    assert "row 3 (p2): writing out/p2.mp3 failed: the disk is full" in err
    assert "Stopped. Make room, and start it again: it goes on where it was." in err
    assert "Of 3 files, 1 built, 1 failed, 1 left." in err
    assert {path.name for path in (practice / "out").glob("[!.]*")} == {"p1.mp3"}
    code, out, err = _batch(shell, "-d", "out")
    assert code == 0
    assert "Of 3 files, 2 built, 1 up to date." in err


def test_a_batch_that_was_killed_leaves_no_process_and_goes_on_where_it_was(
    practice: Path, shell: Shell
) -> None:
    _table(practice, "id,name", *(f"p{number},Ann" for number in range(24)))
    arguments = ("batch", "people.csv", "--routine", "knee.yaml", "-j2", "-d", "out", *TONE)
    killed = started(*arguments)
    # What of each finished file is noted, which is later where the machine is busy.
    wait_for(".voicecoach-batch", practice / "out", killed)
    killed.kill()
    # Its processes hold the other ends of these pipes: without them the reading ends.
    ended(killed)
    before = {path: path.stat().st_ino for path in (practice / "out").glob("p*.mp3")}
    interrupted = started(*arguments)
    wait_for("p*.mp3", practice / "out", interrupted, len(before) + 2)
    os.killpg(interrupted.pid, signal.SIGINT)
    said = ended(interrupted)
    assert (said.code, said.err.strip().splitlines()[-1]) == (130, "error: interrupted")
    assert _batch(shell, "-d", "out")[0] == 0
    assert len(list((practice / "out").glob("p*.mp3"))) == 24
    # The last few were built and not noted any more.
    kept = sum(path.stat().st_ino == inode for path, inode in before.items())
    assert kept > 0


def test_a_programme_is_a_folder_of_sessions(practice: Path, shell: Shell) -> None:
    shell.put(
        "plan.yaml",
        "programme: Eight weeks\nstart: 2026-12-07\ndays: [mon, wed]\nroutine: knee.yaml\n"
        "weeks:\n  - {}\n  - {vars: {hold: 7s}}\n",
    )
    rows = ["p1,plan.yaml,Annabel,2027-01-05,", "p2,,Bert,,", "p3,plan.yaml,Cleo,,often"]
    _table(practice, "id,programme,name,start,hold", *rows)
    code, out, err = _batch(shell, "-d", "out")
    assert code == 1
    assert "Annabel" not in out + err
    assert "row 4 (p3): " in err
    names = ["w01-1-wed", "w01-2-mon", "w02-1-wed", "w02-2-mon"]
    files = [f"{name} Knees for ….mp3" for name in names]
    assert sorted(path.name for path in (practice / "out" / "p1").iterdir()) == files
    assert (practice / "out" / "p2.mp3").exists()
    tags = mutagen.File(practice / "out" / "p1" / files[2]).tags
    assert (tags["TALB"], tags["TRCK"]) == ("Eight weeks", "3/4")
    assert tags["TIT2"] == "w02-1-wed Knees for …"
    assert "5 up to date" in _batch(shell, "-d", "out")[2]
    # What the processes tell each other of it comes whole.
    options = ("--routine", "knee.yaml", "-j2", "-d", "twice", *TONE)
    assert shell.run("batch", "people.csv", *options).code == 1
    for name in files:
        assert (practice / "twice/p1" / name).read_bytes() == (
            practice / "out/p1" / name
        ).read_bytes()
