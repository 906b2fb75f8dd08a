from pathlib import Path

import pytest

from helpers.cases import cases
from voicecoach.playing.players import PLAYERS, find_player
from voicecoach.problems import MissingPlayerError


def _put_program(directory: Path, name: str) -> None:
    path = directory / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)


@cases(
    ("program", "command"),
    {
        "ffplay": (
            "ffplay",
            "ffplay -nodisp -vn -autoexit -loglevel error -ss 61.500 -i /music/-a:b.mp3",
        ),
        "mpv": (
            "mpv",
            "mpv --no-config --no-video --really-quiet --start=61.500 /music/-a:b.mp3",
        ),
        "afplay": ("afplay", "afplay /music/-a:b.mp3"),
        "cvlc": (
            "cvlc",
            "cvlc --quiet --no-video --play-and-exit --start-time=61.500 /music/-a:b.mp3",
        ),
    },
)
def test_each_player_is_told_where_to_begin(
    program: str, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _put_program(tmp_path, program)
    monkeypatch.setenv("PATH", str(tmp_path))
    player = find_player()
    assert player.command(Path("/music/-a:b.mp3"), 61_500) == command.split()
    assert player.seeks == (program != "afplay")


def test_a_path_is_absolute_so_that_it_looks_like_no_option(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for player in PLAYERS:
        assert player.command(Path("-x.mp3"), 0)[-1] == str(tmp_path / "-x.mp3")


def test_the_first_player_that_is_there_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingPlayerError, match="ffplay, mpv, afplay, cvlc"):
        find_player()
    for player in reversed(PLAYERS):
        _put_program(tmp_path, player.program)
        assert find_player() == player
