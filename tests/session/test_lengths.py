"""Lengths: a programme comes as near to a length as the ranges of its routine allow."""

import re
from fractions import Fraction

import pytest

from helpers.terminal import Terminal
from voicecoach.language.shares import Shares
from voicecoach.language.values import Range
from voicecoach.session.lengths import nearest_shares

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
    # What is left of a slot is rest.
    routine = "title: E\nworkout: [{emom: 3, do: [Swings x8-12]}]\n"
    (terminal.directory / "emom.yaml").write_text(routine, "utf-8")
    assert "it can last" not in terminal.run("voicecoach check emom.yaml --voice tone").out


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
    def length_ms(shares: Shares) -> int:
        return 100_000 if shares.times < Fraction(1, 3) else 150_000

    assert nearest_shares(120_000, length_ms).times < Fraction(1, 3)
    assert nearest_shares(130_000, length_ms).times >= Fraction(1, 3)


def _three_rounds(shares: Shares) -> int:
    """Return the length of 1 to 3 rounds of 4 to 8 minutes."""
    round_s = Range(240, 480).at_share(shares.doses, 1)
    return Range(1, 3).at_share(shares.times, 1) * round_s * 1000


@pytest.mark.parametrize("minutes", range(4, 25))
def test_doses_make_up_for_a_round_that_is_minutes_long(minutes: int) -> None:
    shares = nearest_shares(minutes * 60_000, _three_rounds)
    assert abs(_three_rounds(shares) - minutes * 60_000) <= 5_000


@pytest.mark.parametrize("minutes", [4, 5, 12, 23, 24])
def test_doses_and_rounds_do_not_part_where_one_share_comes_near(minutes: int) -> None:
    assert nearest_shares(minutes * 60_000, _three_rounds).apart == 0


def test_a_few_dozen_plans_are_enough() -> None:
    asked: list[Shares] = []

    def length_ms(shares: Shares) -> int:
        asked.append(shares)
        return _three_rounds(shares)

    for minutes in range(4, 25):
        asked.clear()
        nearest_shares(minutes * 60_000, length_ms)
        assert len(asked) == len(set(asked)) <= 36


ROUNDS = """
title: Rounds
length: 10 min
workout:
  - circuit: Legs
    rounds: 1-2
    do: [Squats 3 min, Lunges 4 min]
"""


@pytest.mark.parametrize(
    "command",
    ["check it.yaml", "build it.yaml", "script it.yaml", "show it.yaml -o it.svg"],
)
@pytest.mark.parametrize(
    ("asked", "warning"),
    [
        ("40min", "a length of 40:00 is out of reach: it lasts"),
        ("10min", "the ranges come no nearer to a length of 10:00 than"),
    ],
)
def test_whoever_asked_is_warned_of_a_length_that_is_missed(
    terminal: Terminal, command: str, asked: str, warning: str
) -> None:
    (terminal.directory / "it.yaml").write_text(ROUNDS, "utf-8")
    said = terminal.run(f"voicecoach {command} --voice tone --length {asked}")
    assert said.code == 0
    assert f"warning: {warning}" in " ".join(said.err.split())


def test_a_part_of_a_routine_is_cut_from_the_length_that_was_asked_for(terminal: Terminal) -> None:
    (terminal.directory / "it.yaml").write_text(ROUNDS, "utf-8")
    said = terminal.run("voicecoach script it.yaml --voice tone --length 40min --from 8:00")
    assert "warning: a length of 40:00 is out of reach" in said.err
    assert "round 2" in said.out.lower()


def test_a_length_is_that_of_the_parts_that_are_done(terminal: Terminal) -> None:
    said = terminal.run("voicecoach script wide.yaml --voice tone --length 3min --only Round")
    assert said.out.splitlines()[0].startswith(("Wide · 2:5", "Wide · 3:0"))


def test_a_length_beyond_the_longest_programme_is_refused(terminal: Terminal) -> None:
    (terminal.directory / "it.yaml").write_text("title: It\nworkout: [Sit 1-9h]\n", "utf-8")
    said = terminal.run("voicecoach check it.yaml --voice tone --length 8h")
    assert said.code == 1
    assert "longer than 6:00:00" in said.err
    assert terminal.run("voicecoach check it.yaml --voice tone --length 4h").code == 0


def test_a_strict_check_fails_where_a_length_is_missed(terminal: Terminal) -> None:
    (terminal.directory / "it.yaml").write_text(ROUNDS, "utf-8")
    assert terminal.run("voicecoach check it.yaml --voice tone --strict").code == 1
    command = "voicecoach check it.yaml --voice tone --strict --length 7:20"
    assert terminal.run(command).code == 0


def test_a_length_just_out_of_reach_is_a_note(terminal: Terminal) -> None:
    (terminal.directory / "it.yaml").write_text(ROUNDS, "utf-8")
    said = terminal.run("voicecoach check it.yaml --voice tone --length 7min")
    assert "notice: a length of 7:00 is out of reach" in " ".join(said.err.split())


def _seconds(text: str) -> int:
    minutes, _, seconds = text.replace("min", ":00").partition(":")
    return int(minutes) * 60 + int(seconds)
