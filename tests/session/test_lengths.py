"""Lengths: a programme comes as near to a length as the ranges of its routine allow."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.routines import with_workout
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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    terminal = Terminal(tmp_path / "home", monkeypatch, capsys)
    (terminal.directory / "wide.yaml").write_text(WIDE, "utf-8")
    return terminal


@pytest.mark.parametrize("asked", ["4min", "6min", "8min", "9:30", "12min", "15min"])
def test_a_length_that_the_ranges_reach_is_met_within_a_twentieth(
    terminal: Terminal, asked: str
) -> None:
    said = terminal.run(f"voicecoach check wide.yaml --voice tone --length {asked}")
    (lasts,) = re.findall(r"exercises.* (\d+:\d\d) *\n", said.out)
    assert abs(_seconds(lasts) - _seconds(asked)) <= _seconds(asked) / 20
    assert "length" not in said.err


def test_the_file_may_say_the_length_and_the_option_wins(terminal: Terminal) -> None:
    (terminal.directory / "wide.yaml").write_text(WIDE + "length: 6 min\n", "utf-8")
    for options, wanted_s in (("", 6 * 60), (" --length 12min", 12 * 60)):
        said = terminal.run(f"voicecoach check wide.yaml --voice tone{options}")
        (lasts,) = re.findall(r"exercises.* (\d+:\d\d) *\n", said.out)
        assert _seconds(lasts) == pytest.approx(wanted_s, rel=0.05)


def test_a_length_out_of_reach_gives_the_nearest_end_and_a_warning(terminal: Terminal) -> None:
    said = terminal.run("voicecoach check wide.yaml --voice tone --length 40min")
    (shortest, longest) = re.findall(r"it can last (\S+) to (\S+)\.", said.out)[0]
    assert (
        f"warning: a length of 40:00 is out of reach: it lasts {shortest} to {longest}" in said.err
    )
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
        return 100_000 if shares.counts < Fraction(1, 3) else 150_000

    assert nearest_shares(120_000, length_ms).counts < Fraction(1, 3)
    assert nearest_shares(130_000, length_ms).counts >= Fraction(1, 3)


def _three_rounds(shares: Shares) -> int:
    """Return the length of 1 to 3 rounds of 4 to 8 minutes."""
    round_s = Range(240, 480).at_share(shares.doses, 1)
    return Range(1, 3).at_share(shares.counts, 1) * round_s * 1000


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


ENDS = {
    "a list of lines, one a round": (
        "- circuit: C\n  rounds: 2-4\n  on_round: [One., Two., Three.]\n  do: [Squats 20-40s]",
        "1:50",
    ),
    "the work of a start": ("- emom: 5\n  do: [Swings x5-25]", "5:10"),
    "more than is allowed": ("- circuit: C\n  rounds: 2-50\n  do: [Run 10 min]", "50min"),
}


@cases(("workout", "asked"), ENDS)
def test_ends_of_ranges_that_do_not_suit_are_left_out(
    terminal: Terminal, workout: str, asked: str
) -> None:
    (terminal.directory / "it.yaml").write_text(with_workout(workout, "intro: off"), "utf-8")
    said = terminal.run(f"voicecoach check it.yaml --voice tone --length {asked}")
    assert said.code == 0
    (lasts,) = re.findall(r"exercise .* (\d+:\d\d) *\n", said.out)
    assert _seconds(lasts) == pytest.approx(_seconds(asked), rel=0.05)


def test_no_length_is_told_that_is_longer_than_allowed(terminal: Terminal) -> None:
    routine = with_workout("- circuit: C\n  rounds: 2-50\n  do: [Run 20 min]")
    (terminal.directory / "it.yaml").write_text(routine, "utf-8")
    said = terminal.run("voicecoach check it.yaml --voice tone --level easy")
    assert re.search(r"it can last 40:\d\d to 6:00:00\.", said.out)


def test_a_part_is_done_as_in_the_whole_that_the_length_of_the_file_is_for(
    terminal: Terminal,
) -> None:
    (terminal.directory / "wide.yaml").write_text(WIDE + "length: 6 min\n", "utf-8")
    whole = terminal.run("voicecoach script wide.yaml --voice tone")
    part = terminal.run("voicecoach script wide.yaml --voice tone --only Squats")
    works = [re.findall(r"WORK (.*Squats.*)", said.out) for said in (whole, part)]
    assert works[0] == works[1] != []
    assert "length" not in part.err
