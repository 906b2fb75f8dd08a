"""Durations, counts and ranges, and what a level makes of them."""

from pathlib import Path

import pytest

from helpers.cases import cases, inputs
from helpers.routines import FILE, Shown, errors_of, phases_of, with_workout
from voicecoach.language import RoutineText, load
from voicecoach.language.values import Level, Range

DURATIONS = [
    ("20", 20_000),
    ("20s", 20_000),
    ("20 s", 20_000),
    ("20S", 20_000),
    ("20 sec", 20_000),
    ("20sec", 20_000),
    ("20 secs", 20_000),
    ("1 second", 1_000),
    ("20 seconds", 20_000),
    ("20 Seconds", 20_000),
    ("007", 7_000),
    ("0.5", 500),
    ("1.5s", 1_500),
    (".5s", 500),
    ("0.101s", 101),
    ("12.25s", 12_250),
    ("12.345s", 12_345),
    ("12.3450s", 12_345),
    ("1m", 60_000),
    ("90m", 5_400_000),
    ("91 m", 5_460_000),
    ("1m30s", 90_000),
    ("1m 30s", 90_000),
    ("1 min 30 sec", 90_000),
    ("2 min", 120_000),
    ("2mins", 120_000),
    ("1 minute", 60_000),
    ("2 minutes", 120_000),
    ("1.5 min", 90_000),
    ("1:30", 90_000),
    ("0:45", 45_000),
    ("00:07", 7_000),
    ("1:30.5", 90_500),
    ("90:00", 5_400_000),
    ("1:02:30", 3_750_000),
    ("1h", 3_600_000),
    ("1 h", 3_600_000),
    ("1 hour", 3_600_000),
    ("2 hours", 7_200_000),
    ("1h30m", 5_400_000),
    ("1h 30m 10s", 5_410_000),
    ("1 hour 30 minutes", 5_400_000),
    ("1h30s", 3_630_000),
]


@pytest.mark.parametrize(("written", "length_ms"), DURATIONS)
def test_a_duration_is_kept_to_the_millisecond(written: str, length_ms: int) -> None:
    (work, *_) = _works(f"- exercise: Plank\n  hold: {written}")
    assert work == length_ms


@pytest.mark.parametrize(("written", "length_ms"), DURATIONS)
def test_a_quoted_duration_means_the_same(written: str, length_ms: int) -> None:
    assert _works(f"- exercise: Plank\n  hold: '{written}'") == [length_ms]


NO_TIME = "is no time: minutes and seconds have two digits, up to 59"

DURATIONS_REFUSED = {
    "0": ("`0`: must be longer than 0", None),
    "0s": ("`0s`: must be longer than 0", None),
    "0:00": ("`0:00`: must be longer than 0", None),
    "-5": ("`-5` is no duration", "write for instance `30s`, `1:30` or `2 min`"),
    "ten": ("`ten` is no duration", "write for instance `30s`, `1:30` or `2 min`"),
    "20 x": ("`20 x` is no duration", "write for instance `30s`, `1:30` or `2 min`"),
    "1e3": ("`1e3` is no duration", "write for instance `30s`, `1:30` or `2 min`"),
    "1:60": (f"`1:60` {NO_TIME}", "write `2:00`"),
    "1:99": (f"`1:99` {NO_TIME}", "write `2:39`"),
    "1:5": (f"`1:5` {NO_TIME}", "write `1:05`"),
    "1:60:00": (f"`1:60:00` {NO_TIME}", "write `2:00:00`"),
    "12.345 min": (
        "`12.345` can be read two ways: 12345, or 12.345?",
        "write `12345 min` or `12.3450 min`",
    ),
    "0.0001s": ("`0.0001s` is finer than a millisecond", None),
    "1.23456": ("`1.23456` is finer than a millisecond", None),
    "20-15s": ("`20-15s` is a range turned round", "write `15-20s`"),
    "1:30-1:00": ("`1:30-1:00` is a range turned round", "write `1:00-1:30`"),
    "0-10s": ("`0-10s`: must be longer than 0", None),
}


@inputs(("written", "message", "hint"), DURATIONS_REFUSED)
def test_what_is_no_duration_is_refused_at_its_place(
    written: str, message: str, hint: str | None
) -> None:
    routine = with_workout(f"- exercise: Plank\n  hold: {written}")
    assert errors_of(routine) == [Shown(5, 11, message, hint)]


RANGES: dict[str, tuple[int, int, int]] = {
    "15-20s": (15_000, 18_000, 20_000),
    "15–20s": (15_000, 18_000, 20_000),
    "15s-20s": (15_000, 18_000, 20_000),
    "15 - 20 s": (15_000, 18_000, 20_000),
    "15 to 20s": (15_000, 18_000, 20_000),
    "15-20": (15_000, 18_000, 20_000),
    "10-20s": (10_000, 15_000, 20_000),
    "20-25s": (20_000, 23_000, 25_000),
    "1-2s": (1_000, 2_000, 2_000),
    "1:00-1:30": (60_000, 75_000, 90_000),
    "1:00-1:31": (60_000, 76_000, 91_000),
    "1-2 min": (60_000, 90_000, 120_000),
    "45s-1 min": (45_000, 53_000, 60_000),
    "10.5-11s": (10_500, 11_000, 11_000),
    "20-20s": (20_000, 20_000, 20_000),
    "1.5s": (1_500, 1_500, 1_500),
}


@inputs(("written", "easy", "medium", "hard"), RANGES)
def test_a_level_chooses_from_a_range_of_work(
    written: str, easy: int, medium: int, hard: int
) -> None:
    found = _at_each_level(f"- exercise: Plank\n  hold: {written}")
    assert found == [[easy], [medium], [hard]]


@pytest.mark.parametrize(
    ("written", "easy", "medium", "hard"),
    [
        ("15-20s", 20_000, 18_000, 15_000),
        ("30-45s", 45_000, 38_000, 30_000),
        ("0-10s", 10_000, 5_000, None),
        ("20s", 20_000, 20_000, 20_000),
    ],
)
def test_who_works_hard_rests_least(written: str, easy: int, medium: int, hard: int | None) -> None:
    found = _at_each_level(f"- rest: {written}", kind="rest")
    assert found == [[easy], [medium], [] if hard is None else [hard]]


@cases(
    "blocks",
    {
        "between sets": "- Plank 2x10s, rest 15-20s",
        "between sets, as a list": "- exercise: Plank 2x10s\n  rest: [15-20s]",
        "after an exercise": "- Plank 10s, rest 15-20s\n- Squats x10",
        "as a block": "- Plank 10s\n- rest 15-20s",
        "between rounds": "- circuit: C\n  rounds: 2\n  round_rest: 15-20s\n  do: [Plank 10s]",
        "between the exercises of a circuit": "- circuit: C\n  exercise_rest: 15-20s\n  do: [Plank 10s, Jacks 10s]",
        "between neighbours": "- section: S\n  between: 15-20s\n  do: [Plank 10s, Jacks 10s]",
    },
)
def test_every_rest_goes_the_other_way_round(blocks: str) -> None:
    assert _at_each_level(blocks, kind="rest") == [[20_000], [18_000], [15_000]]


def test_the_files_own_between_goes_the_other_way_round() -> None:
    routine = with_workout("- Plank 10s\n- Jacks 10s", "between: 15-20s")
    levels: list[Level] = ["easy", "medium", "hard"]
    assert [_lengths(routine, level, "rest") for level in levels] == [[20_000], [18_000], [15_000]]


@inputs(
    ("written", "counts"),
    {
        "5-10": (5, 8, 10),
        "8–12": (8, 10, 12),
        "8—12": (8, 10, 12),
        "8 to 12": (8, 10, 12),
        "1-2": (1, 2, 2),
        "1-4": (1, 3, 4),
        "10": (10, 10, 10),
        "010": (10, 10, 10),
    },
)
def test_a_level_chooses_from_a_range_of_repetitions(
    written: str, counts: tuple[int, int, int]
) -> None:
    blocks = f"- exercise: Squats\n  rep: 1s\n  reps: {written}"
    assert _at_each_level(blocks) == [[count * 1000] for count in counts]


def test_a_level_chooses_from_a_range_of_sets_and_of_rounds() -> None:
    assert [len(each) for each in _at_each_level("- Plank 2-5x10s")] == [2, 4, 5]
    circuit = "- circuit: C\n  rounds: 2-3\n  do: [Plank 10s]"
    assert [len(each) for each in _at_each_level(circuit)] == [2, 3, 3]


def test_a_value_of_a_per_set_list_may_be_a_range() -> None:
    blocks = "- exercise: Plank\n  hold: [10-20s, 30s, 40-45s]"
    assert _at_each_level(blocks) == [
        [10_000, 30_000, 40_000],
        [15_000, 30_000, 43_000],
        [20_000, 30_000, 45_000],
    ]


def test_the_files_level_counts_where_none_is_asked_for() -> None:
    routine = with_workout("- Plank 10-20s", "level: hard")
    assert _lengths(routine, None, "work") == [20_000]
    assert _lengths(routine, "easy", "work") == [10_000]


def test_a_file_is_read_at_the_level_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text(with_workout("- Plank 10-20s"), encoding="utf-8")
    assert load(path, "easy").exact_ms == 10_000
    assert load(path).exact_ms == 15_000
    assert load(path, "hard").exact_ms == 20_000


COUNTS_REFUSED = [
    ("0", "`0`: must be 1 or more", None),
    ("-1", "`-1` is no whole number", "write for instance `10`"),
    ("1.5", "`1.5` is no whole number", "write `1` or `2`"),
    ("ten", "`ten` is no whole number", "write for instance `10`"),
    ("1_000", "`1_000` is no whole number", "write for instance `10`"),
    ("0x10", "`0x10` is no whole number", "write for instance `10`"),
    ("12-8", "`12-8` is a range turned round", "write `8-12`"),
    ("0-8", "`0`: must be 1 or more", None),
]


@pytest.mark.parametrize(("written", "message", "hint"), COUNTS_REFUSED)
def test_what_is_no_count_is_refused_at_its_place(
    written: str, message: str, hint: str | None
) -> None:
    routine = with_workout(f"- exercise: Squats\n  reps: {written}")
    assert errors_of(routine) == [Shown(5, 11, message, hint)]


@cases(
    "written",
    {
        "an Arabic digit": "٣",
        "a raised digit": "²",
        "wide digits": "１０",
        "an Arabic digit among others": "1٣s",
    },
)
def test_other_digits_than_0_to_9_are_refused_and_not_guessed_at(written: str) -> None:
    for key in ("hold", "reps"):
        assert len(errors_of(with_workout(f"- exercise: Plank\n  {key}: {written}"))) == 1


@cases(
    "written",
    {
        "nine digits": "9" * 9,
        "a hundred digits": "9" * 100,
        "a hundred digits of hours": "9" * 100 + "h",
        "four hundred digits of minutes": "1" * 400 + ":00",
    },
)
def test_a_huge_number_is_an_error_and_no_fright(written: str) -> None:
    assert len(errors_of(with_workout(f"- exercise: Plank\n  hold: {written}"))) == 1
    assert len(errors_of(with_workout(f"- exercise: Plank\n  reps: {written}"))) == 1


@pytest.mark.parametrize(
    "written", ["no", "off", "yes", "null", "1:30", "007", "1e3", "2024-01-01"]
)
def test_a_text_is_the_text_that_was_written(written: str) -> None:
    document = RoutineText(f"title: {written}\nworkout: [Plank 10s]\n", Path(FILE))
    assert load(document).title == written


def _works(blocks: str) -> list[int]:
    return _lengths(with_workout(blocks), None, "work")


def _at_each_level(blocks: str, kind: str = "work") -> list[list[int]]:
    levels: list[Level] = ["easy", "medium", "hard"]
    return [_lengths(with_workout(blocks), level, kind) for level in levels]


def _lengths(routine: str, level: Level | None, kind: str) -> list[int]:
    return [phase.length_ms or 0 for phase in phases_of(routine, level) if phase.kind == kind]


def test_the_middle_of_a_range_within_a_second_is_no_time_outside_of_it() -> None:
    assert Range(100, 400).at("medium", 1000) == 100
    assert Range(600, 900).at("medium", 1000) == 900
    assert Range(15_000, 20_000).at("medium", 1000) == 18_000
