"""Countdown: the numbers before work starts and before timed work ends."""

import pytest

from helpers.cases import inputs
from helpers.routines import heard_in, phase, plan_of, with_workout, works

THREE = [("countdown", -3000, "3"), ("countdown", -2000, "2"), ("countdown", -1000, "1")]

COUNTED = [
    ("timed work", "- Plank 30s", "work"),
    ("a hold", "- Plank 30s hold", "work"),
    ("work at one's own pace", "- Burpees max in 30s", "work"),
    ("held repetitions", "- Bridge 3x10s hold", "work"),
    ("a prepare", "- Plank 30s", "prepare"),
    ("a rest", "- Plank 30s\n- rest: 20s\n- Jacks 30s", "rest"),
    ("a rest of a rule", "- Squats 2x5, rest 20s", "rest"),
    ("a switch", "- Plank 30s each side", "switch"),
    ("a rest before repetitions", "- Plank 30s\n- rest: 20s\n- Squats x5", "rest"),
]


@pytest.mark.parametrize(("blocks", "kind"), [pytest.param(*row[1:], id=row[0]) for row in COUNTED])
def test_3_2_1_is_counted_before_the_end_of(blocks: str, kind: str) -> None:
    assert _countdown(blocks, kind) == THREE


NOT_COUNTED = [
    ("untimed repetitions", "- Squats x10", "work"),
    ("a pause", "- Plank 30s\n- pause: 20s\n- Jacks 30s", "pause"),
    ("a rest that no work follows", "- Plank 30s\n- rest: 20s", "rest"),
    ("a rest before a rest", "- Plank 30s\n- rest: 20s\n- rest: 20s\n- Jacks 30s", "rest"),
    ("a rest before a pause", "- Plank 30s\n- rest: 20s\n- pause: 20s\n- Jacks 30s", "rest"),
    ("the intro", "- Plank 30s", "say"),
]


@pytest.mark.parametrize(
    ("blocks", "kind"), [pytest.param(*row[1:], id=row[0]) for row in NOT_COUNTED]
)
def test_nothing_is_counted_at_the_end_of(blocks: str, kind: str) -> None:
    assert _countdown(blocks, kind) == []


def test_a_text_of_a_fixed_length_before_work_is_counted_down() -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- say: Now.\n  for: 10s\n- Jacks 30s"))
    assert _numbers(heard_in(timeline, phase(timeline, "say", 1))) == ["3", "2", "1"]


TOO_EARLY = {
    "4s": ["3", "2", "1"],
    "3.601s": ["3", "2", "1"],
    "3.6s": ["3", "2", "1"],
    "3.599s": ["2", "1"],
    "3s": ["2", "1"],
    "2.6s": ["2", "1"],
    "2.599s": ["1"],
    "1.6s": ["1"],
    "1.599s": [],
    "0.5s": [],
}


@inputs(("length", "numbers"), TOO_EARLY)
def test_a_number_less_than_600_ms_into_its_phase_is_left_out(
    length: str, numbers: list[str]
) -> None:
    timeline = plan_of(
        with_workout(f"- exercise: Plank\n  for: {length}\n- rest: {length}\n- Run 60s")
    )
    assert _numbers(heard_in(timeline, works(timeline)[0])) == numbers
    assert _numbers(heard_in(timeline, phase(timeline, "rest"))) == numbers


@inputs(
    ("cue", "numbers"),
    {
        "5": ["5", "4", "3", "2", "1"],
        "1": ["1"],
        "10": ["10", "9", "8", "7", "6", "5", "4", "3", "2", "1"],
        "off": [],
    },
)
def test_as_many_seconds_are_counted_as_the_cue_says(cue: str, numbers: list[str]) -> None:
    timeline = plan_of(with_workout("- rest: 30s\n- Plank 30s", f"cues: {{countdown: {cue}}}"))
    assert _numbers(heard_in(timeline, phase(timeline, "rest"))) == numbers
    assert _numbers(heard_in(timeline, works(timeline)[0])) == numbers


def test_before_work_the_exercise_that_comes_says_how_many_are_counted() -> None:
    blocks = """
    - Plank 30s
    - rest: 20s
    - exercise: Jacks 30s
      cues: {countdown: 5}
    """
    timeline = plan_of(with_workout(blocks))
    assert len(_numbers(heard_in(timeline, works(timeline)[0]))) == 3
    assert len(_numbers(heard_in(timeline, phase(timeline, "rest")))) == 5
    assert len(_numbers(heard_in(timeline, works(timeline)[1]))) == 5


def test_of_held_repetitions_only_the_last_is_counted_down() -> None:
    timeline = plan_of(with_workout("- Bridge 3x2s hold"))
    heard = heard_in(timeline, works(timeline)[0], "countdown")
    # 3 × 2 s and 2 × 2 s between them: the last hold begins at 8 s and ends at 10 s.
    assert heard == [("countdown", 9000, "1")]


def test_a_prepare_is_long_enough_for_a_long_countdown() -> None:
    timeline = plan_of(with_workout("- Plank 30s", "cues: {countdown: 10}"))
    assert len(_numbers(heard_in(timeline, phase(timeline, "prepare")))) == 10


def test_a_ready_that_is_written_stays_as_it_is_and_the_countdown_is_shorter() -> None:
    blocks = "- exercise: Plank 30s\n  ready: 2s\n  cues: {countdown: 5}"
    timeline = plan_of(with_workout(blocks))
    assert _numbers(heard_in(timeline, phase(timeline, "prepare"))) == ["1"]


def test_numbers_that_take_too_long_to_say_are_ticks() -> None:
    timeline = plan_of(with_workout("- Plank 30s"), measure=lambda _: 900)
    heard = heard_in(timeline, works(timeline)[0], "countdown", "tick")
    assert heard == [("tick", 27_000, None), ("tick", 28_000, None), ("tick", 29_000, None)]


def test_nothing_is_said_within_250_ms_before_the_countdown() -> None:
    timeline = plan_of(with_workout("- Run 30s\n- Walk 30s"))
    announced = heard_in(timeline, works(timeline)[0], "announce")[0]
    length_ms = 60 * len(announced[2] or "")
    assert announced[1] + length_ms == 27_000 - 250


def _countdown(blocks: str, kind: str) -> list[tuple[str, int, str | None]]:
    """Return the numbers in the first phase of a kind, counted from its end."""
    timeline = plan_of(with_workout(blocks))
    number = phase(timeline, kind)
    length_ms = timeline.phases[number].length_ms
    heard = heard_in(timeline, number, "countdown")
    return [(role, at_ms - length_ms, text) for role, at_ms, text in heard]


def _numbers(heard: list[tuple[str, int, str | None]]) -> list[str]:
    return [text or "" for role, _, text in heard if role == "countdown"]
