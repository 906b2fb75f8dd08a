"""Lengths: a programme comes as near to a length as the ranges of its routine allow."""

import re
from fractions import Fraction

import pytest

from helpers.terminal import Terminal
from voicecoach.language.values import Range
from voicecoach.session.lengths import nearest_share

WIDE = """
title: Wide
between: 10s
workout:
  - Plank 2-4x20-40s, rest 20s
  - Squats x5-30
  - circuit: Round
    rounds: 1-4
    round_rest: 20-40s
    do: [Jacks 20-60s, Lunges x6-20]
"""


@pytest.fixture
def terminal(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Terminal:
    terminal = Terminal(tmp_path_factory.mktemp("home"), monkeypatch, capsys)
    (terminal.directory / "wide.yaml").write_text(WIDE, "utf-8")
    return terminal


@pytest.mark.parametrize("asked", ["4min", "6min", "8min", "9:30", "12min", "15min"])
def test_a_length_that_the_ranges_reach_is_met_within_a_minute(
    terminal: Terminal, asked: str
) -> None:
    said = terminal.run(f"voicecoach check wide.yaml --voice tone --length {asked}")
    (lasts,) = re.findall(r"exercises.* (\d+:\d\d) *\n", said.out)
    assert abs(_seconds(lasts) - _seconds(asked)) <= 60
    assert "out of reach" not in said.err


def test_the_file_may_say_the_length_and_the_option_wins(terminal: Terminal) -> None:
    (terminal.directory / "wide.yaml").write_text(WIDE + "length: 6 min\n", "utf-8")
    totals = [
        re.findall(r"exercises.* (\d+):\d\d *\n", terminal.run(command).out)
        for command in (
            "voicecoach check wide.yaml --voice tone",
            "voicecoach check wide.yaml --voice tone --length 12min",
        )
    ]
    assert totals in ([["5"], ["11"]], [["6"], ["12"]], [["5"], ["12"]], [["6"], ["11"]])


def test_a_length_out_of_reach_gives_the_nearest_end_and_a_note(terminal: Terminal) -> None:
    said = terminal.run("voicecoach check wide.yaml --voice tone --length 40min")
    (shortest, longest) = re.findall(r"it can last (\S+) to (\S+)\.", said.out)[0]
    assert f"a length of 40:00 is out of reach: it lasts {shortest} to {longest}" in said.err
    assert re.findall(r"exercises.* (\d+:\d\d) *\n", said.out) == [longest]


def test_where_nothing_has_a_range_no_span_is_told(terminal: Terminal) -> None:
    (terminal.directory / "plain.yaml").write_text("title: P\nworkout: [Squats x5]\n", "utf-8")
    assert "it can last" not in terminal.run("voicecoach check plain.yaml --voice tone").out


def test_rests_stay_as_the_level_says(terminal: Terminal) -> None:
    shown = terminal.run("voicecoach script wide.yaml --voice tone --length 15min --level hard")
    assert "REST 0:20" in shown.out
    assert "REST 0:40" not in shown.out


def test_a_length_without_a_unit_asks(terminal: Terminal) -> None:
    said = terminal.run("voicecoach check wide.yaml --length 20")
    assert said.code == 2
    assert "write `20 min` or `20s`" in said.err


@pytest.mark.parametrize(
    ("share", "found"),
    [(Fraction(0), 15), (Fraction(1), 20), (Fraction(1, 2), 18), (Fraction(1, 10), 16)],
)
def test_a_share_is_rounded_half_up_between_the_ends(share: Fraction, found: int) -> None:
    assert Range(15, 20).at_share(share, 1) == found


def test_of_two_lengths_around_the_aim_the_nearer_one_is_taken() -> None:
    assert nearest_share(12, lambda share: 10 if share < Fraction(1, 3) else 15) < Fraction(1, 3)
    assert nearest_share(13, lambda share: 10 if share < Fraction(1, 3) else 15) >= Fraction(1, 3)


def _seconds(text: str) -> int:
    minutes, _, seconds = text.replace("min", ":00").partition(":")
    return int(minutes) * 60 + int(seconds)
