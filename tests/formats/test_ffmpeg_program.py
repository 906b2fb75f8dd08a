"""ffmpeg that is missing, fails, stops half-way or hangs."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.containers import save
from voicecoach.audio.ffmpeg import find
from voicecoach.audio.pcm import silence
from voicecoach.formats import Form, Tags, check
from voicecoach.formats.encoders import ffmpeg
from voicecoach.problems import EngineError

LENGTH_MS = 5000
FULL = "cat > /dev/null\n"


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory in which scratch directories are made."""
    directory = tmp_path / "scratch"
    directory.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(directory))
    return directory


def _put_stand_in(directory: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = directory / "ffmpeg"
    program.write_text(
        f"#!/bin/sh\nPATH=/bin:/usr/bin\necho $$ > '{directory}/pid'\n{script}", "utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(directory))


def _failure(directory: Path) -> str:
    """Return what a build says; it must leave no file."""
    music = directory / "music"
    music.mkdir()
    with pytest.raises(EngineError) as raised:
        save(music / "a.m4a", [silence(LENGTH_MS)], Form(LENGTH_MS), Tags("Legs"))
    assert list(music.iterdir()) == []
    return raised.value.message


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_without_ffmpeg_the_error_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    with pytest.raises(EngineError, match="need ffmpeg, and there is none") as raised:
        check(tmp_path / "a.m4a")
    assert raised.value.exit_code == 3
    assert "pip install imageio-ffmpeg" in (raised.value.hint or "")


def test_the_packaged_ffmpeg_is_found_where_there_is_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "imageio_ffmpeg" in find()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@cases(
    ("script", "said"),
    {
        "it says why": (
            FULL + "echo first >&2; echo the last >&2; exit 1",
            "ffmpeg failed: the last",
        ),
        "it says nothing": (FULL + "exit 7", "ffmpeg failed: it ended with code 7"),
        "it writes nothing": (FULL, "ffmpeg has written no MP4 file that can be read"),
        "it writes what is no file": (
            FULL + "echo sound > finished.m4a",
            "ffmpeg has written no MP4 file that can be read",
        ),
        "it ends too early": ("exit 0", "ffmpeg failed: it ended with code 0"),
        "it ends too early and says why": (
            "head -c 100 > /dev/null; echo gone >&2; exit 1",
            "ffmpeg failed: gone",
        ),
        "it is killed": ("kill -9 $$", "ffmpeg failed: it ended with code -9"),
    },
)
def test_an_ffmpeg_that_fails_is_an_error_and_leaves_nothing(
    script: str, said: str, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put_stand_in(tmp_path, monkeypatch, script)
    assert _failure(tmp_path) == said
    assert list(scratch.iterdir()) == []
    assert not _is_running(int((tmp_path / "pid").read_text("utf-8")))


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@cases(
    "script",
    {
        "before it has read all": "exec sleep 60",
        "after it has read all": FULL + "exec sleep 60",
    },
)
def test_an_ffmpeg_that_hangs_is_ended(
    script: str, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put_stand_in(tmp_path, monkeypatch, script)
    monkeypatch.setattr(ffmpeg, "_LIMIT_S", 0.2)
    assert _failure(tmp_path) == "ffmpeg hangs: nothing came of it in 0.2 s"
    assert list(scratch.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_an_ffmpeg_that_cannot_be_started_is_an_error(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put_stand_in(tmp_path, monkeypatch, "")
    (tmp_path / "ffmpeg").write_text("#!/no/such/shell\n", "utf-8")
    with pytest.raises(EngineError, match="ffmpeg cannot be started"):
        save(tmp_path / "a.m4b", [silence(100)], Form(100), Tags("Legs"))
    assert list(scratch.iterdir()) == []
