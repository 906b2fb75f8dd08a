"""Tips: in turn, at a time, and in counted work; and the author's other lines in work."""

import pytest

from helpers.cases import inputs
from helpers.routines import Shown, heard_in, plan_of, warnings_of, with_workout, works
from voicecoach.timeline import Timeline


def test_tips_run_in_order_from_3_s_in_and_5_s_apart() -> None:
    timeline = _plan("- exercise: Plank 19s\n  tips: [One., Two., Three.]")
    # Each takes 300 ms (`Three.` 360 ms): 5 s lie between the end of one and the next.
    assert _tips(timeline, 0) == [(3000, "One."), (8300, "Two."), (13_600, "Three.")]


def test_tips_go_on_in_the_next_set_and_on_the_next_side() -> None:
    timeline = _plan("- exercise: Plank 2x8s each side\n  tips: [One., Two., Three., Four., Five.]")
    said = [[text for _, text in _tips(timeline, nth)] for nth in range(4)]
    assert said == [["One."], ["Two."], ["Three."], ["Four."]]
    assert _codes(timeline) == ["tip-never-said"]


def test_tips_go_on_in_the_next_round() -> None:
    blocks = """
    - circuit: C
      rounds: 3
      round_rest: 20s
      do:
        - exercise: Plank 8s
          tips: [One., Two.]
    """
    timeline = _plan(blocks)
    assert [[text for _, text in _tips(timeline, nth)] for nth in range(3)] == [
        ["One."],
        ["Two."],
        [],
    ]


def test_a_tip_waits_for_what_is_weightier() -> None:
    blocks = "- exercise: Plank 20s\n  tips: [One., Two is longer than there is room.]"
    timeline = plan_of(with_workout(blocks))
    # Halfway has its tone at 10 s, and its word from 10.35 s to 10.83 s.
    assert _tips(timeline, 0) == [(3000, "One."), (11_080, "Two is longer than there is room.")]


def test_a_tip_that_fits_before_what_is_weightier_does_not_wait() -> None:
    blocks = "- exercise: Plank 20s\n  tips: [One., Two is shorter.]"
    assert _tips(plan_of(with_workout(blocks)), 0) == [(3000, "One."), (8300, "Two is shorter.")]


def test_a_tip_that_is_never_said_is_reported_with_its_place() -> None:
    routine = with_workout("- exercise: Plank 5s\n  tips: [Squeeze your glutes.]")
    assert warnings_of(routine) == [
        Shown(
            5,
            12,
            "this tip of `Plank` is never said: no work has room for it",
            "shorten it, or give it an `at`",
        )
    ]


def test_in_counted_work_a_tip_turns_the_numbers_that_it_covers_into_ticks() -> None:
    timeline = _plan("- exercise: Squats x6\n  tips: [Chest up and out.]")
    # The tip lasts from 3 s to 4.08 s and covers the second number.
    assert _work(timeline) == [
        ("start", 0, None),
        ("count", 600, "1"),
        ("tick", 3000, None),
        ("tip", 3000, "Chest up and out."),
        ("count", 6000, "3"),
        ("count", 9000, "4"),
        ("count", 12_000, "5"),
        ("count", 15_000, "6"),
    ]


def test_a_tip_never_covers_the_first_or_the_last_number() -> None:
    timeline = _plan("- exercise: Squats x2\n  tips: [Chest up.]")
    assert [text for role, _, text in _work(timeline) if role == "count"] == ["1", "2"]
    assert _tips(timeline, 0) == [(3550, "Chest up.")]


def test_a_tip_within_250_ms_of_a_number_covers_it_too() -> None:
    timeline = _plan(
        "- exercise: Squats x6\n  tips: [{at: 3.4s, say: Up.}, {at: 9.6s, say: Down.}]"
    )
    numbers = [text for role, _, text in _work(timeline) if role == "count"]
    assert numbers == ["1", "3", "4", "5", "6"]
    assert _tips(timeline, 0) == [(3400, "Up."), (9600, "Down.")]


@pytest.mark.parametrize(
    ("at", "at_ms"),
    [
        ("7s", 7000),
        ("0:12", 12_000),
        ("50%", 20_000),
        ("25%", 10_000),
        ("-20s", 20_000),
        ("-0:13", 27_000),
        ("2.5", 2500),
    ],
)
def test_a_tip_with_a_time_is_said_at_that_time(at: str, at_ms: int) -> None:
    blocks = f"- exercise: Plank 40s\n  tips: [{{at: {at}, say: Breathe.}}]"
    assert _tips(_plan(blocks), 0) == [(at_ms, "Breathe.")]


def test_a_tip_with_a_time_moves_up_to_2_s_later_where_that_helps() -> None:
    blocks = "- exercise: Plank 40s\n  tips: [{at: 5s, say: One here.}, {at: 5s, say: Two here.}]"
    assert _tips(_plan(blocks), 0) == [(5000, "One here."), (5790, "Two here.")]


def test_a_tip_at_the_very_beginning_comes_after_the_start_tone() -> None:
    assert _tips(_plan("- exercise: Plank 40s\n  tips: [{at: 0, say: Go.}]"), 0) == [(600, "Go.")]


@pytest.mark.parametrize(
    ("at", "shown"), [("30s", "0:30"), ("1 min", "1:00"), ("100%", "0:30"), ("-0.2s", "0:29.8")]
)
def test_a_tip_at_a_time_without_room_is_reported(at: str, shown: str) -> None:
    routine = with_workout(f"- exercise: Plank 30s\n  tips: [{{at: {at}, say: Breathe.}}]")
    (warning,) = warnings_of(routine)
    assert warning.line == 5
    assert warning.message == f"the tip at {shown} of `Plank` has no room"
    assert warning.hint == "the work lasts 0:30: move the tip, or shorten it"


def test_a_tip_may_be_a_tone() -> None:
    timeline = _plan(
        "- exercise: Plank 40s\n  tips: [{at: 10s, sound: tick}, {at: 75%, sound: halfway}]"
    )
    assert _work(timeline) == [
        ("start", 0, None),
        ("sound", 10_000, None),
        ("sound", 30_000, None),
    ]


NARROWED = {
    "set: 2": [1, 3],
    "side: left": [2, 3],
    "set: 1, side: right": [0],
    "round: 1": [0, 1, 2, 3],
    "set: 2, side: left, round: 1": [3],
}


@inputs(("narrowed", "where"), NARROWED)
def test_a_tip_may_be_for_a_set_a_side_or_a_round(narrowed: str, where: list[int]) -> None:
    blocks = f"""
    - circuit: C
      do:
        - exercise: Plank 2x20s each side
          side_order: all-sets
          tips: [{{at: 5s, say: Here., {narrowed}}}]
    """
    timeline = _plan(blocks)
    assert [nth for nth in range(4) if _tips(timeline, nth)] == where


def test_a_tip_for_a_side_waits_for_it_and_lets_the_others_go_before() -> None:
    blocks = """
    - exercise: Plank 20s each side
      tips:
        - {say: For the left., side: left}
        - For both.
    """
    timeline = _plan(blocks)
    assert [[text for _, text in _tips(timeline, nth)] for nth in range(2)] == [
        ["For both."],
        ["For the left."],
    ]


def test_the_lines_of_a_set_are_said_in_its_work_where_nothing_leads_in() -> None:
    blocks = """
    - exercise: Run 30s
      after_set: That was the run.
    - exercise: Walk 30s
      on_set: Walk now.
    """
    timeline = _plan(blocks)
    assert [(at, text) for role, at, text in _work(timeline, 1) if role == "line"] == [
        (600, "That was the run."),
        (1870, "Walk now."),
    ]


def test_a_line_without_room_is_reported() -> None:
    blocks = "- Run 30s\n- exercise: Hop 2s\n  on_set: These are far too many words for it."
    routine = with_workout(blocks, "cues: {announce: off}")
    assert warnings_of(routine) == [
        Shown(6, 13, "a line of `Hop` has no room (2160 ms)", "shorten it")
    ]


def test_the_list_of_a_key_gives_each_set_its_line() -> None:
    blocks = "- exercise: Squats 3x5\n  rest: 20s\n  on_set: [One., Two., Three.]\n  after_set: [A, B, C]"
    timeline = plan_of(with_workout(blocks, "cues: {progress: off}"))
    lines = [event.text for event in timeline.events if event.role == "line"]
    assert lines == ["One.", "A", "Two.", "B", "Three.", "C"]


def test_a_line_of_a_set_is_said_once_where_both_sides_do_it() -> None:
    blocks = "- exercise: Plank 2x20s each side\n  rest: 20s\n  on_set: Now.\n  after_set: Done."
    timeline = plan_of(with_workout(blocks))
    lines = [event.text for event in timeline.events if event.role == "line"]
    assert lines == ["Now.", "Done.", "Now.", "Done."]


def test_the_lines_of_a_round_stand_around_those_of_a_set() -> None:
    blocks = """
    - circuit: C
      rounds: 2
      round_rest: 30s
      on_round: [Round one., Round two.]
      after_round: [One done., Two done.]
      do:
        - exercise: Plank 30s
          on_set: Now.
          after_set: Done.
    """
    timeline = plan_of(with_workout(blocks))
    lines = [event.text for event in timeline.events if event.role == "line"]
    assert lines == [
        "Round one.",
        "Now.",
        "Done.",
        "One done.",
        "Round two.",
        "Now.",
        "Done.",
        "Two done.",
    ]


def _plan(blocks: str, cues: str = "halfway: off, time_left: off, countdown: off") -> Timeline:
    return plan_of(with_workout(blocks, f"cues: {{{cues}}}"))


def _work(timeline: Timeline, nth: int = 0) -> list[tuple[str, int, str | None]]:
    return heard_in(timeline, works(timeline)[nth])


def _tips(timeline: Timeline, nth: int) -> list[tuple[int, str | None]]:
    return [(at_ms, text) for role, at_ms, text in _work(timeline, nth) if role == "tip"]


def _codes(timeline: Timeline) -> list[str]:
    return [warning.code for warning in timeline.warnings]


def test_a_tip_comes_again_every_so_often_anew_in_each_set() -> None:
    timeline = _plan("- exercise: Plank 2x35s\n  tips: [{every: 10s, say: Again.}]")
    times_ms = [10_000, 20_000, 30_000]
    assert [at_ms for at_ms, _ in _tips(timeline, 0)] == times_ms
    assert [at_ms for at_ms, _ in _tips(timeline, 1)] == times_ms


def test_a_tip_that_comes_again_begins_at_its_time() -> None:
    timeline = _plan("- exercise: Plank 35s\n  tips: [{at: 3s, every: 15s, say: Again.}]")
    assert [at_ms for at_ms, _ in _tips(timeline, 0)] == [3000, 18_000, 33_000]


def test_a_tone_comes_again_every_so_often() -> None:
    timeline = _plan("- exercise: Plank 31s\n  tips: [{every: 10s, sound: tick}]")
    start_ms = next(phase.start_ms for phase in timeline.phases if phase.kind == "work")
    sounds = [each.start_ms - start_ms for each in timeline.events if each.role == "sound"]
    assert sounds == [10_000, 20_000, 30_000]


def test_a_tip_that_comes_again_is_reported_only_if_it_is_never_said() -> None:
    once = (
        "- exercise: Plank 25s\n  tips: [{at: 14s, say: All of it is here.}, {every: 15s, say: A.}]"
    )
    assert _codes(_plan(once.replace("25s", "35s"))) == []
    never = "- exercise: Plank 12s\n  tips: [{every: 15s, say: Again.}]"
    assert _codes(_plan(never)) == ["tip-never-said"]
