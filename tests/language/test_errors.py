"""A routine's problems: all of them at once, their order, their codes, and how they are shown."""

from pathlib import Path

import pytest

from helpers.routines import FILE, Shown, errors_of, problems_of
from voicecoach.language import RoutineText, load
from voicecoach.problems import RoutineError, WrongUsageError

TEN = """title: T
level: middling
workout:
  - Plank
  - Squats 10
  - exercise: Bridge
    hold: 0
    rset: 10s
  - Plank: 40s
  - circuit: C
    rounds: many
    do:
      - Jacks 20-10s
      - say: "{sied}"
  - repeat: 2
    do: []
  - rest: soon
outro: [a]
"""


def test_ten_mistakes_are_ten_errors_in_the_order_of_the_file() -> None:
    assert errors_of(TEN) == [
        Shown(2, 8, "`middling` is not one of `easy`, `medium` or `hard`", None),
        Shown(
            4,
            5,
            "`Plank` has no dose",
            "say how long or how often: `Plank 30s` or `Plank x10`",
        ),
        Shown(
            5,
            12,
            "`10` can be read two ways: repetitions or seconds?",
            "write `Squats x10` or `Squats 10s`",
        ),
        Shown(7, 11, "`0`: must be longer than 0", None),
        Shown(8, 5, "unknown key `rset` in an exercise", "did you mean `rest`?"),
        Shown(9, 5, "`Plank` is no kind of block", "write `- Plank 40s`"),
        Shown(11, 13, "`many` is no whole number", "write for instance `10`"),
        Shown(13, 15, "`20-10s` is a range turned round", "write `Jacks 10-20s`"),
        Shown(14, 15, "unknown placeholder `{sied}`", "did you mean `{side}`?"),
        Shown(16, 5, "`do` is empty", "write `do: [Plank 30s]`, with your own lines"),
        Shown(17, 11, "`soon` is no duration", "write for instance `30s`, `1:30` or `2 min`"),
        Shown(18, 8, "expected a text, not a list", "put the text in quotes"),
    ]


TWELVE = """\
title: T
levle: easy
vars: {next: Bob}
sounds: {strt: off}
exercises: {a: {fro: 3s}}
workout:
  - tabata: Hop
    rounds: 0
  - amrap: 2 min
    do: [Hops 2x5]
  - Plank 30
  - exercise: Run
    for: 20s
    hold: 20s
  - include: nix.yaml
  - say: 'Hi {nme}.'
  - sound: strat
  - emom: 3
"""


def test_a_file_with_twelve_mistakes_of_twelve_kinds_shows_twelve() -> None:
    found = sorted(error.line for error in errors_of(TWELVE))
    assert found == [2, 3, 4, 5, 8, 10, 11, 14, 15, 16, 17, 18]


def test_a_problem_shows_its_line_as_it_was_written() -> None:
    (problem,) = problems_of("title: T\nworkout:\n  - Plänk 40s zz # why not\n")
    assert problem.source_line == "  - Plänk 40s zz # why not"
    assert (problem.span.column, problem.span.length) == (15, 2)


def test_the_error_itself_names_file_line_and_message() -> None:
    with pytest.raises(RoutineError, match=r"^routine\.yaml:3: `Plank` has no dose$"):
        load(RoutineText("title: T\nworkout:\n  - Plank\n", Path(FILE)))


def test_codes_tell_kinds_of_errors_apart() -> None:
    codes = [problem.code for problem in problems_of(TEN)]
    assert codes.count("unknown-key") == 2
    assert set(codes) == {"invalid", "unknown-key"}
    assert [problem.code for problem in problems_of("title: T\n")] == ["missing-key"]
    assert [problem.code for problem in problems_of("title: 'T\n")] == ["yaml"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing.yaml", "does not exist"), (".", "is a directory, not a routine")],
)
def test_a_file_that_cannot_be_read_is_wrong_usage(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(WrongUsageError, match=message):
        load(tmp_path / name)
