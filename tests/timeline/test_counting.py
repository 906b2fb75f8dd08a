"""Counting: aloud, ticked or silent, and when the numbers give way."""

import pytest

from helpers.routines import heard_in, plan_of, with_workout, works

Heard = list[tuple[str, int, str | None]]


def test_each_number_begins_exactly_with_its_repetition_and_the_first_600_ms_in() -> None:
    assert _heard("- Squats x5") == [
        ("start", 0, None),
        ("count", 600, "1"),
        ("count", 3000, "2"),
        ("count", 6000, "3"),
        ("count", 9000, "4"),
        ("count", 12_000, "5"),
    ]


def test_a_tempo_says_how_long_a_repetition_is() -> None:
    heard = _heard("- exercise: Squats x3\n  tempo: 3-1-1-0")
    assert heard[1:] == [("count", 600, "1"), ("count", 5000, "2"), ("count", 10_000, "3")]


def test_repetitions_are_not_counted_down() -> None:
    assert [role for role, _, _ in _heard("- Squats x5") if role == "countdown"] == []


def test_ticked_repetitions_have_a_tick_each_but_the_first_which_is_the_start_tone() -> None:
    assert _heard("- exercise: Squats x4\n  count: tick") == [
        ("start", 0, None),
        ("tick", 3000, None),
        ("tick", 6000, None),
        ("tick", 9000, None),
    ]


def test_silent_repetitions_have_a_start_tone_alone() -> None:
    assert _heard("- exercise: Squats x4\n  count: silent") == [("start", 0, None)]


def test_repetitions_at_ones_own_pace_are_not_counted() -> None:
    heard = _heard("- Burpees 20 in 15s")
    assert [role for role, _, _ in heard] == ["start", "countdown", "countdown", "countdown"]


# Numbers take 300 ms; the first, which comes 600 ms in, must fit before the last 250 ms too.
@pytest.mark.parametrize(
    ("rep", "aloud"), [("3s", True), ("1.15s", True), ("1.149s", False), ("0.5s", False)]
)
def test_where_a_number_does_not_fit_its_repetition_all_are_ticks(rep: str, aloud: bool) -> None:
    heard = _heard(f"- exercise: Squats x3\n  rep: {rep}")
    numbers = [text for role, _, text in heard if role == "count"]
    ticks = [at_ms for role, at_ms, _ in heard if role == "tick"]
    rep_ms = round(float(rep[:-1]) * 1000)
    assert numbers == (["1", "2", "3"] if aloud else [])
    assert ticks == ([] if aloud else [rep_ms, 2 * rep_ms])


def test_one_number_that_is_too_long_makes_ticks_of_all_of_its_set() -> None:
    blocks = "- exercise: Squats\n  reps: [3, 4]\n  rest: 20s"
    slow_four = {"4": 2800}
    timeline = plan_of(with_workout(blocks), measure=lambda line: slow_four.get(line.text, 300))
    first, second = works(timeline)
    assert [role for role, _, _ in heard_in(timeline, first)] == [
        "start",
        "count",
        "count",
        "count",
    ]
    assert [role for role, _, _ in heard_in(timeline, second)] == ["start", "tick", "tick", "tick"]


def test_a_number_begins_each_held_repetition_and_a_tick_ends_each_but_the_last() -> None:
    assert _heard("- Bridge 3x10s hold", "halfway: off, time_left: off") == [
        ("start", 0, None),
        ("count", 600, "1"),
        ("tick", 10_000, None),
        ("count", 12_000, "2"),
        ("tick", 22_000, None),
        ("count", 24_000, "3"),
        ("countdown", 31_000, "3"),
        ("countdown", 32_000, "2"),
        ("countdown", 33_000, "1"),
    ]


def test_ticked_holds_have_a_tick_at_the_beginning_and_the_end_of_each() -> None:
    heard = _heard("- exercise: Bridge 3x5s hold\n  count: tick", "countdown: off")
    assert [at_ms for role, at_ms, _ in heard if role == "tick"] == [5000, 7000, 12_000, 14_000]


def test_silent_holds_still_have_a_tick_at_the_end_of_each_but_the_last() -> None:
    heard = _heard("- exercise: Bridge 3x5s hold\n  count: silent", "countdown: off")
    assert heard == [("start", 0, None), ("tick", 5000, None), ("tick", 12_000, None)]


def test_without_a_release_one_tick_is_the_end_of_a_hold_and_the_number_of_the_next() -> None:
    heard = _heard("- exercise: Bridge 2x5s hold\n  release: 0", "countdown: off")
    assert heard == [
        ("start", 0, None),
        ("count", 600, "1"),
        ("tick", 5000, None),
        ("count", 5000, "2"),
    ]


def test_with_a_named_tempo_the_numbers_are_ticks() -> None:
    heard = _heard("- exercise: Squats x3\n  tempo: [{down: 2s}, {up: 1s}]")
    assert heard == [
        ("start", 0, None),
        ("tempo", 600, "down"),
        ("tempo", 2000, "up"),
        ("tick", 3000, None),
        ("tempo", 3000, "down"),
        ("tempo", 5000, "up"),
        ("tick", 6000, None),
        ("tempo", 6000, "down"),
        ("tempo", 8000, "up"),
    ]


def test_each_named_part_is_named_exactly_as_it_starts() -> None:
    blocks = "- exercise: Box\n  for: 20s\n  tempo: [{in: 4s}, {out: 3s}]"
    heard = _heard(blocks, "halfway: off, countdown: off")
    assert heard == [
        ("start", 0, None),
        ("tempo", 600, "in"),
        ("tempo", 4000, "out"),
        ("tempo", 7000, "in"),
        ("tempo", 11_000, "out"),
    ]


@pytest.mark.parametrize(("length", "cycles"), [("14s", 2), ("13.9s", 1), ("7s", 1), ("21.5s", 3)])
def test_a_tempo_runs_in_whole_cycles_as_long_as_one_fits(length: str, cycles: int) -> None:
    blocks = f"- exercise: Box\n  for: {length}\n  tempo: [{{in: 4s}}, {{out: 3s}}]"
    heard = _heard(blocks, "halfway: off, countdown: off")
    assert [text for role, _, text in heard if role == "tempo"] == ["in", "out"] * cycles


def test_a_part_that_takes_longer_to_say_than_to_do_is_ticked_and_reported() -> None:
    blocks = "- exercise: Box\n  for: 8s\n  tempo: [{in: 3.5s}, {out: 0.5s}]"
    timeline = plan_of(with_workout(blocks, "cues: {countdown: off}"), measure=lambda _: 500)
    heard = heard_in(timeline, works(timeline)[0])
    assert ("tick", 3500, None) in heard
    assert [text for role, _, text in heard if role == "tempo"].count("out") == 0
    assert [warning.code for warning in timeline.warnings] == ["tempo-left-out"]


def _heard(blocks: str, cues: str = "") -> Heard:
    timeline = plan_of(with_workout(blocks, f"cues: {{{cues}}}"))
    return heard_in(timeline, works(timeline)[0])
