"""Halfway and time left: at their exact times, or not at all."""

from itertools import pairwise

import pytest

from helpers.cases import cases
from helpers.routines import heard_in, plan_of, with_workout, works

Heard = list[tuple[str, int, str | None]]

# The tone lasts 250 ms, and 100 ms lie between it and the word.
WORD_MS = 350


@pytest.mark.parametrize(
    ("length", "middle_ms"),
    [
        ("20s", 10_000),
        ("20.001s", 10_000),
        ("21s", 10_500),
        ("25.5s", 12_750),
        ("45s", 22_500),
        ("1:01", 30_500),
        ("30:00", 900_000),
    ],
)
def test_halfway_is_the_exact_middle(length: str, middle_ms: int) -> None:
    assert _heard(f"- exercise: Plank\n  hold: {length}", "halfway") == [
        ("halfway", middle_ms, None),
        ("halfway", middle_ms + WORD_MS, "Halfway."),
    ]


@cases(
    "blocks",
    {
        "too short a hold": "- exercise: Plank\n  hold: 19.999s",
        "short work": "- Plank 10s",
        "untimed work": "- Squats x20",
        "off": "- exercise: Plank 30s\n  cues: {halfway: off}",
    },
)
def test_there_is_no_halfway_in_short_or_untimed_work_or_where_it_is_off(blocks: str) -> None:
    assert _heard(blocks, "halfway") == []


@pytest.mark.parametrize(
    "blocks", ["- Burpees 20 in 40s", "- Row 500 m in 40s", "- Plank 40s hold"]
)
def test_there_is_a_halfway_in_all_timed_work(blocks: str) -> None:
    assert _heard(blocks, "halfway")[0] == ("halfway", 20_000, None)


@pytest.mark.parametrize(
    ("length", "at_ms"), [("30s", 20_000), ("30.5s", 20_500), ("60s", 50_000), ("10:00", 590_000)]
)
def test_ten_seconds_are_called_when_ten_seconds_are_left(length: str, at_ms: int) -> None:
    heard = _heard(f"- exercise: Plank\n  for: {length}", "time-left")
    assert heard == [("time-left", at_ms, "Only 10 seconds left.")]


@cases(
    "blocks",
    {
        "short work": "- exercise: Plank\n  for: 29.999s",
        "untimed work": "- Squats x20",
        "off": "- exercise: Plank 60s\n  cues: {time_left: off}",
    },
)
def test_no_time_is_called_in_short_or_untimed_work_or_where_it_is_off(blocks: str) -> None:
    assert _heard(blocks, "time-left") == []


def test_all_the_times_of_the_list_are_called_that_are_shorter_than_the_work() -> None:
    blocks = (
        "- exercise: Row 5 min\n  cues: {time_left: [10 min, 5 min, 3 min, 90s, 10s], halfway: off}"
    )
    assert _heard(blocks, "time-left") == [
        ("time-left", 120_000, "Only 3 minutes left."),
        ("time-left", 210_000, "Only 1 minute 30 left."),
        ("time-left", 290_000, "Only 10 seconds left."),
    ]


def test_where_halfway_meets_time_left_the_tone_sounds_and_the_time_is_spoken() -> None:
    blocks = "- exercise: Plank 60s\n  cues: {time_left: [30s]}"
    assert _heard(blocks, "halfway", "time-left") == [
        ("halfway", 30_000, None),
        ("time-left", 30_000, "Only 30 seconds left."),
    ]


@pytest.mark.parametrize("left", ["29s", "29.5s", "31s"])
def test_the_word_for_halfway_gives_way_to_a_time_left_beside_it(left: str) -> None:
    blocks = f"- exercise: Plank 60s\n  cues: {{time_left: [{left}]}}"
    heard = _heard(blocks, "halfway", "time-left")
    assert [text for _, _, text in heard if text] != []
    assert ("halfway", 30_000, None) in heard
    said = [(at_ms, at_ms + 60 * len(text)) for _, at_ms, text in heard if text]
    for (_, end_ms), (next_ms, _) in pairwise(said):
        assert next_ms - end_ms >= 250


def test_within_held_repetitions_neither_the_middle_nor_the_time_left_is_told() -> None:
    assert _heard("- Bridge 10x10s hold", "halfway", "time-left") == []


def test_within_breaths_no_time_left_is_told() -> None:
    assert _heard("- Box breathing 10 breaths", "time-left") == []


def test_halfway_is_said_behind_a_tip_at_the_middle_and_its_tone_stays() -> None:
    blocks = "- exercise: Plank 40s\n  tips: [{at: 50%, say: Breathe.}]"
    assert _heard(blocks, "halfway", "tip") == [
        ("halfway", 20_000, None),
        ("tip", 20_000, "Breathe."),
        ("halfway", 20_730, "Halfway."),
    ]


def test_behind_a_long_tip_at_the_middle_there_is_the_tone_alone() -> None:
    blocks = f"- exercise: Plank 40s\n  tips: [{{at: 50%, say: {'Breathe on. ' * 4}}}]"
    assert [text for _, _, text in _heard(blocks, "halfway")] == [None]


def test_a_line_of_the_author_takes_the_place_of_the_time_left() -> None:
    blocks = "- exercise: Plank 40s\n  tips: [{at: -10s, say: Breathe.}]"
    assert _heard(blocks, "time-left", "tip") == [("tip", 30_000, "Breathe.")]


@pytest.mark.parametrize("at_ms", range(28_600, 30_700, 300))
def test_time_left_is_called_at_its_time_or_not_at_all(at_ms: int) -> None:
    blocks = f"- exercise: Plank 40s\n  tips: [{{at: {at_ms / 1000}s, say: Breathe in.}}]"
    found = [at for role, at, _ in _heard(blocks, "time-left") if role == "time-left"]
    assert found in ([], [30_000])
    # The tip takes 660 ms, the call 960 ms, and 250 ms lie between two lines.
    free = at_ms + 660 + 250 <= 30_000 or at_ms >= 30_000 + 960 + 250
    assert bool(found) is free


def test_lost_halfways_and_times_go_without_saying() -> None:
    blocks = "- exercise: Plank 40s\n  tips: [{at: 20s, say: Breathe.}, {at: -10s, say: Breathe.}]"
    assert plan_of(with_workout(blocks)).warnings == ()


def _heard(blocks: str, *roles: str) -> Heard:
    timeline = plan_of(with_workout(blocks))
    return heard_in(timeline, works(timeline)[0], *roles)
