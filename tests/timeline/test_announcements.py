"""Announcements: the whole, a shorter form, at the end of the work before, or a warning."""

import pytest

from helpers.cases import cases, inputs
from helpers.routines import (
    Shown,
    heard_in,
    phase,
    plan_of,
    said_in,
    warnings_of,
    with_workout,
    works,
)
from voicecoach.timeline import Timeline

WHOLE = "Rest. Next: Side plank, hold for 20 seconds, right side first, 5 kilograms."
SHORT = "Next: Side plank, right side."
SETUP = "Lie down on your side."
# The end tone and the gap after it; the gap and the three seconds of the countdown.
EDGES_MS = 500 + 250 + 3000


def _resting(rest_ms: int, before: str = "Plank 30s", header: str = "") -> str:
    blocks = f"""
    - {before}
    - rest: {rest_ms / 1000}s
    - exercise: Side plank 20s hold each side @ 5 kilograms
      setup: {SETUP}
      cues: {{progress: off}}
    """
    return with_workout(blocks, header)


WHOLE_MS = EDGES_MS + 60 * len(WHOLE) + 250 + 60 * len(SETUP)
WITHOUT_SETUP_MS = EDGES_MS + 60 * len(WHOLE)
SHORT_MS = EDGES_MS + 60 * len(SHORT)

LADDER = {
    "room for all": (WHOLE_MS, [WHOLE, SETUP]),
    "a little too short for the setup": (WHOLE_MS - 1, [WHOLE]),
    "room for all but the setup": (WITHOUT_SETUP_MS, [WHOLE]),
    "a little too short for the dose": (WITHOUT_SETUP_MS - 1, [SHORT]),
    "room for the name": (SHORT_MS, [SHORT]),
    "a little too short for the name": (SHORT_MS - 1, []),
    "a second": (1000, []),
    "a millisecond": (1, []),
}


@cases(("rest_ms", "said"), LADDER)
def test_the_shorter_the_rest_the_shorter_the_announcement(rest_ms: int, said: list[str]) -> None:
    timeline = plan_of(_resting(rest_ms))
    texts = said_in(timeline, phase(timeline, "rest"))
    # What is lighter than the announcement may use the room that a shorter form leaves.
    assert [text for text in texts if text != SETUP] == [text for text in said if text != SETUP]
    assert (SETUP in texts) >= (SETUP in said)


@pytest.mark.parametrize("rest_ms", [4000, 1000, 1])
def test_where_no_form_fits_the_name_is_said_at_the_end_of_the_timed_work_before(
    rest_ms: int,
) -> None:
    timeline = plan_of(_resting(rest_ms))
    heard = heard_in(timeline, works(timeline)[0], "announce")
    assert heard == [("announce", 27_000 - 250 - 60 * len(SHORT), SHORT)]
    assert _codes(timeline) == ["setup-left-out"]


@pytest.mark.parametrize("before", ["Squats x5", "Plank 4s"])
def test_where_that_is_not_possible_either_it_is_reported(before: str) -> None:
    timeline = plan_of(_resting(1000, before))
    announced = [e for e in timeline.events if e.role == "announce" and e.phase != 1]
    assert announced == []
    assert _codes(timeline) == ["announcement-left-out", "setup-left-out"]


def test_the_report_says_how_long_the_text_takes_how_much_room_there_was_and_what_mends_it() -> (
    None
):
    assert warnings_of(_resting(4000, "Squats x5")) == [
        Shown(
            6,
            5,
            "the announcement of `Side plank` is left out: all that is to be said in this rest"
            " takes 6.1 s, and there is room for 0.2 s",
            "make the rest 6 s longer, or shorten the text; `fit: extend` does it by itself",
        ),
        Shown(
            7,
            12,
            "the setup of `Side plank` is left out: all that is to be said in this rest takes"
            " 6.1 s, and there is room for 0.2 s",
            "make the rest 6 s longer, or shorten the text; `fit: extend` does it by itself",
        ),
    ]


def test_making_the_rest_as_much_longer_as_the_report_says_mends_it() -> None:
    assert warnings_of(_resting(4000 + 6000, "Squats x5")) == []


def test_work_that_follows_work_is_announced_250_ms_before_the_countdown() -> None:
    timeline = plan_of(with_workout("- Run 60s\n- Walk 90s\n- Run 60s"))
    first, second, third = works(timeline)
    next_walk, next_run = "Next: Walk, 1 minute 30.", "Next: Run, 1 minute. Last exercise."
    assert heard_in(timeline, first, "announce") == [
        ("announce", 57_000 - 250 - 60 * len(next_walk), next_walk)
    ]
    assert heard_in(timeline, second, "announce") == [
        ("announce", 87_000 - 250 - 60 * len(next_run), next_run)
    ]
    assert heard_in(timeline, third, "announce") == []


def test_half_an_hour_of_run_and_walk_is_half_an_hour_to_the_millisecond() -> None:
    timeline = plan_of(with_workout("- repeat: 12\n  do:\n    - Run 60s\n    - Walk 90s"))
    numbers = works(timeline)
    begin, end = timeline.phases[numbers[0]].start_ms, timeline.phases[numbers[-1]].end_ms
    assert end - begin == 30 * 60 * 1000
    assert timeline.warnings == ()


def test_without_a_countdown_the_announcement_ends_100_ms_before_the_next_start() -> None:
    timeline = plan_of(
        with_workout("- Run 60s\n- Walk 90s", "cues: {countdown: off, progress: off}")
    )
    text = "Next: Walk, 1 minute 30."
    heard = heard_in(timeline, works(timeline)[0], "announce")
    assert heard == [("announce", 60_000 - 100 - 60 * len(text), text)]


def test_a_shorter_form_is_said_where_the_work_before_has_no_room_for_the_whole() -> None:
    timeline = plan_of(with_workout("- Run 5s\n- Walk 90s", "cues: {progress: off}"))
    heard = heard_in(timeline, works(timeline)[0], "announce")
    assert [text for _, _, text in heard] == ["Next: Walk."]


def test_work_after_work_that_is_too_short_to_say_it_in_is_reported() -> None:
    routine = with_workout("- Run 4s\n- Walk the dog 90s", "cues: {progress: off}")
    text = "Next: Walk the dog, 1 minute 30."
    assert warnings_of(routine) == [
        Shown(
            5,
            5,
            f"the announcement of `Walk the dog` ({60 * len(text) / 1000:.1f} s) has no room",
            "put a rest before it, or shorten the name",
        )
    ]


def test_a_further_set_that_follows_at_once_tells_its_progress() -> None:
    timeline = plan_of(with_workout("- Run 3x30s"))
    said = [said_in(timeline, number)[-1] for number in works(timeline)[:-1]]
    assert said == ["Set 2 of 3.", "Last set."]


def test_a_pause_says_nothing_so_the_work_before_it_announces() -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- pause: 20s\n- Jacks 30s"))
    heard = heard_in(timeline, works(timeline)[0], "announce")
    assert [text for _, _, text in heard] == ["Next: Jacks, 30 seconds. Last exercise."]


def test_what_comes_after_untimed_repetitions_and_a_pause_is_reported() -> None:
    timeline = plan_of(with_workout("- Squats x5\n- pause: 20s\n- Jacks 30s"))
    assert _codes(timeline) == ["announcement-left-out"]


def test_a_setup_that_only_a_pause_leads_in_to_is_reported() -> None:
    routine = with_workout(
        "- Plank 30s\n- pause: 20s\n- exercise: Jacks 30s\n  setup: Stand up straight."
    )
    assert warnings_of(routine) == [
        Shown(
            7,
            12,
            "the setup of `Jacks` is left out: only a pause leads in to it",
            "put a rest in place of the pause, or after it",
        )
    ]


def test_the_first_work_is_announced_in_the_prepare_without_next() -> None:
    timeline = plan_of(with_workout("- Squats 2x5 @ 8 kg"))
    assert said_in(timeline, 1) == ["Squats, 2 sets of 5, 8 kg."]


NAMES = {
    "- Plank 40s": "Plank, 40 seconds.",
    "- Plank 1:30": "Plank, 1 minute 30.",
    "- Plank 1:02:30": "Plank, 1 hour 2 minutes 30.",
    "- Plank 1.5s": "Plank, 1.5 seconds.",
    "- Plank 40s hold": "Plank, hold for 40 seconds.",
    "- Plank 3x40s": "Plank, 3 sets of 40 seconds.",
    "- Plank 3x40s hold, rest 20s": "Plank, 3 sets, hold for 40 seconds each.",
    "- Squats x10": "Squats, 10 repetitions.",
    "- Squats x1": "Squats, 1 repetition.",
    "- Squats 3x10": "Squats, 3 sets of 10.",
    "- Bridge 5x10s hold": "Bridge, 5 holds of 10 seconds.",
    "- Bridge 1x10s hold": "Bridge, hold for 10 seconds.",
    "- Bridge 3x5x10s hold": "Bridge, 3 sets of 5 holds of 10 seconds.",
    "- Burpees 20 in 60s": "Burpees, 20 repetitions in 1 minute.",
    "- Burpees max in 60s": "Burpees, as many as you can in 1 minute.",
    "- exercise: Squats\n  reps: [6, 4, 2]": "Squats, 3 sets, first 6 repetitions.",
    "- exercise: Curls\n  reps: [6, 4, 2]\n  sides: each": (
        "Curls, 3 sets on each side, first 6 repetitions, right side first."
    ),
    "- exercise: Taps\n  reps: [6, 4]\n  sides: each\n  side_order: each-rep": (
        "Taps, 2 sets, first 6 repetitions on each side, alternating, right side first."
    ),
    "- Burpees 3x20 in 60s": "Burpees, 3 sets of 20 in 1 minute.",
    "- Burpees 3 sets max in 60s": "Burpees, 3 sets, as many as you can in 1 minute.",
    "- Breathing 3x5 breaths": "Breathing, 3 sets of 5 breaths.",
    "- Run 8x400m in 1:45": "Run, 8 times 400 meters, 1 minute 45 each.",
    "- Run 5 km in 30:05": "Run, 5 kilometers, in 30 minutes 5 seconds.",
    "- Squats 3x10 each side": "Squats, 3 sets of 10 on each side, right side first.",
    "- exercise: Lunge 2x8, each side\n  side_order: each-rep": (
        "Lunge, 2 sets of 8 on each side, alternating, right side first."
    ),
    "- exercise: Run 5 min\n  effort: easy": "Run, 5 minutes, easy.",
    "- exercise: Squats 3x5 @ 80 kg\n  effort: 7 of 10": (
        "Squats, 3 sets of 5, 80 kg, effort 7 of 10."
    ),
    "- emom: 10\n  every: 90s\n  do: [Squats x5]": "Every 90 seconds, 10 times. Squats, 5 repetitions.",
    "- Plank 40s each side": "Plank, 40 seconds, right side first.",
    "- exercise: Plank 40s\n  sides: [left]": "Plank, 40 seconds, left side.",
    "- exercise: Plank 40s\n  sides: [outside, inside]": "Plank, 40 seconds, outside first.",
    "- Squats x5 @ 8 kg": "Squats, 5 repetitions, 8 kg.",
    "- circuit: C\n  do: [Plank 40s]": "C. Plank, 40 seconds.",
    "- circuit: C\n  rounds: 3\n  do: [Plank 40s]": "C, 3 rounds. Plank, 40 seconds.",
    "- repeat: 3\n  do: [Plank 40s]": "Plank, 40 seconds.",
    "- section: S\n- Plank 40s": "S. Plank, 40 seconds.",
}


@inputs(("blocks", "said"), NAMES)
def test_an_exercise_is_announced_with_its_dose_side_and_load(blocks: str, said: str) -> None:
    assert said_in(plan_of(with_workout(blocks)), 1)[0] == said


def test_a_circuit_is_announced_once_and_not_each_round() -> None:
    blocks = "- circuit: Legs\n  rounds: 2\n  round_rest: 20s\n  do: [Plank 40s]"
    timeline = plan_of(with_workout(blocks))
    assert [e.text for e in timeline.events if e.role == "announce"] == [
        "Legs, 2 rounds. Plank, 40 seconds.",
        "Rest. Next: Plank, 40 seconds.",
    ]


def test_a_section_after_the_first_is_announced_in_the_rest_before_it() -> None:
    blocks = "- section: Warm-up\n- Jacks 30s\n- section: Legs\n- Squats x5"
    timeline = plan_of(with_workout(blocks, "between: 20s"))
    said = said_in(timeline, phase(timeline, "rest"))
    assert said[0] == "Rest. Legs. Squats, 5 repetitions."


def test_a_hold_that_different_work_follows_at_once_gets_a_hint() -> None:
    assert warnings_of(with_workout("- Plank 30s hold\n- Jacks 30s")) == [
        Shown(
            5,
            5,
            "`Jacks` follows the hold of `Plank` at once",
            "write `between: 10s` for time to change position, or `between: 0` if it is meant",
        )
    ]


@cases(
    ("blocks", "header"),
    {
        "a between of 0": ("- Plank 30s hold\n- Jacks 30s", "between: 0"),
        "a between": ("- Plank 30s hold\n- Jacks 30s", "between: 10s"),
        "a rest of 0 in the line": ("- Plank 30s hold, rest 0s\n- Jacks 30s", ""),
        "a rest of 0 between": ("- Plank 30s hold\n- rest: 0\n- Jacks 30s", ""),
        "two sets": ("- Plank 2x30s\n- Jacks 30s", ""),
        "two sets of holds": ("- Plank 2 sets of 30s hold", ""),
        "a switch of 0": ("- exercise: Plank 30s hold each side\n  switch: 0", ""),
        "a ready": ("- Plank 30s hold\n- exercise: Jacks 30s\n  ready: 5s", ""),
        "a pause": ("- Plank 30s hold\n- pause: 5s\n- Jacks 30s", ""),
    },
)
def test_no_hint_is_given_where_it_is_meant_or_there_is_time(blocks: str, header: str) -> None:
    assert warnings_of(with_workout(blocks, header)) == []


def test_a_warning_has_a_code_and_shows_its_line() -> None:
    (warning,) = plan_of(with_workout("- Plank 30s hold\n- Jacks 30s")).warnings
    assert warning.code == "no-rest-after-hold"
    assert warning.source_line == "  - Jacks 30s"
    assert warning.span.file == "routine.yaml"


def _codes(timeline: Timeline) -> list[str]:
    return [warning.code for warning in timeline.warnings]
