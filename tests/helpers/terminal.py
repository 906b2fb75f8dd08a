"""A terminal in which the commands of the documentation are typed."""

import re
import shlex
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from socket import socket

import pytest

from helpers.pages import ROOT
from helpers.piper_voices import JOE, THORSTEN, put_beside, put_mirror, voice_files
from voicecoach import cli
from voicecoach.cli import plain
from voicecoach.sharing import server
from voicecoach.sharing.site import Site
from voicecoach.speech.piper_voices import sources

_serve = server.serve

_WORKOUT = """\
workout:
  - Squats 2x6, rest 80s
  - Lunges x3 each side
"""


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: object
    out: str
    err: str


class Terminal:
    """Runs `voicecoach` commands as a shell would, in a home directory with a few routines."""

    def __init__(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.directory = home
        self._capsys = capsys
        (home / "Music").mkdir(parents=True)
        for name in ("legs", "monday", "tuesday"):
            (home / f"{name}.yaml").write_text(f"title: {name.title()}\n{_WORKOUT}", "utf-8")
        shutil.copytree(ROOT / "routines", home / "routines")
        monkeypatch.chdir(home)
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setattr(plain, "is_terminal", lambda: True)
        monkeypatch.setattr(server, "serve", _serve_for_a_moment)
        keep_clips(home.parents[1], monkeypatch)
        put_voices(home, monkeypatch)

    def run(self, command: str) -> Said:
        """Run a command; a shell's `> FILE` is understood, what follows a `|` is left out."""
        words = shlex.split(command)
        assert words.pop(0) == "voicecoach"
        target = None
        for sign in ("|", ">"):
            if sign in words:
                target = words[words.index(sign) + 1]
                words = words[: words.index(sign)]
        self._capsys.readouterr()
        try:
            code: object = cli.run([name for word in words for name in _expanded(word)])
        except SystemExit as stop:
            code = stop.code
        out, err = self._capsys.readouterr()
        if target is not None and ">" in command:
            (self.directory / target).write_text(out, "utf-8")
        return Said(code, out, err)


def keep_clips(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep clips in a directory of all tests, so that a line is spoken once and not for each."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(directory / "clips-of-the-documentation"))


def put_voices(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a mirror of small voices into a home directory, which stands for the site as well."""
    voices = [voice_files(key) for key in (THORSTEN, JOE)]
    mirror = put_mirror(home / "mirror", *voices)
    monkeypatch.setattr(sources, "UPSTREAM", str(mirror))
    data = home / ".local" / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    # Else the catalogue of the program would be taken, with the sizes of the real voices.
    (data / "voicecoach" / "voices").mkdir(parents=True)
    shutil.copy(mirror / "voices.json", data / "voicecoach" / "voices")
    model = put_beside(home, voices[0], without=["MODEL_CARD"]).rename(home / "my-voice.onnx")
    (home / f"{THORSTEN}.onnx.json").rename(f"{model}.json")


def without_numbers(text: str) -> str:
    """Return text with every number as `0` and every run of blanks as one: voices differ."""
    return re.sub(r"[ \t─]+", " ", re.sub(r"\d+(\.\d+)?", "0", text)).strip()


def _serve_for_a_moment(site: Site, sockets: Sequence[socket], _length_ms: int) -> None:
    """Serve as `share` does, which would last an hour."""
    _serve(site, sockets, 1)


def _expanded(word: str) -> list[str]:
    if word.startswith("~"):
        return [str(Path(word).expanduser())]
    return sorted(path.as_posix() for path in Path().glob(word)) if "*" in word else [word]
