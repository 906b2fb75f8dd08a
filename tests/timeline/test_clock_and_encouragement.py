"""Clock and encouragement: when they are told, and which setting is nearest."""

import pytest

from helpers.cases import inputs
from helpers.routines import heard_in, plan_of, takes_ms, with_workout, works


def _heard(blocks: str, header: str, role: str) -> list[list[tuple[int, str | None]]]:
    timeline = plan_of(with_workout(blocks, header))
    return [
        [(at, text) for _, at, text in heard_in(timeline, work, role)] for work in works(timeline)
    ]


def test_the_clock_tells_the_time_gone_and_the_time_left() -> None:
    (heard,) = _heard("- Run 10 min", "cues: {clock: 4 min}", "clock")
    assert heard == [
        (240_000, "That's 4 minutes done, 6 to go."),
        (480_000, "That's 8 minutes done, 2 to go."),
    ]


CLOCKS = {
    "- Run 2 min": "That's 1 minute done, 1 minute to go.",
    "- Run 2m30": "That's 1 minute done, 1 minute 30 to go.",
    "- Run 63 min": "That's 1 minute done, 1 hour 2 minutes to go.",
}


@inputs(("blocks", "text"), CLOCKS)
def test_the_clock_names_a_unit_twice_where_a_bare_number_would_be_taken_for_another(
    blocks: str, text: str
) -> None:
    (heard,) = _heard(blocks, "cues: {clock: 1 min, halfway: off}", "clock")
    assert heard[0] == (60_000, text)


def test_the_clock_after_an_hour_counts_minutes_with_their_unit() -> None:
    (heard,) = _heard("- Run 80 min", "cues: {clock: 60 min}", "clock")
    assert heard == [(3_600_000, "That's 1 hour done, 20 minutes to go.")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Schon 4 Minuten geschafft, noch 6."),
        ("fr", "Déjà 4 minutes derrière toi, encore 6."),
    ],
)
def test_the_clock_says_what_is_done_in_other_languages_too(language: str, text: str) -> None:
    (heard,) = _heard("- Run 10 min", f"language: {language}\ncues: {{clock: 4 min}}", "clock")
    assert heard[0] == (240_000, text)


def test_the_clock_gives_way_to_halfway() -> None:
    (heard,) = _heard("- Run 60s", "cues: {clock: 15s}", "clock")
    assert [at for at, _ in heard] == [15_000, 45_000]


def test_the_clock_is_told_in_timed_work_alone() -> None:
    assert _heard("- Hop x30", "cues: {clock: 15s}", "clock") == [[]]


def test_the_clock_begins_anew_with_each_work() -> None:
    heard = _heard("- Run 3x40s", "cues: {clock: 20s, halfway: off}", "clock")
    assert [[at for at, _ in each] for each in heard] == [[20_000]] * 3


def test_encouragements_are_given_out_in_turn_two_thirds_into_the_work() -> None:
    header = "cues: {encourage: [One., Two., Three.]}"
    heard = _heard("- Run 60s\n- Walk 30s\n- Hop 21s\n- Skip 60s", header, "encourage")
    after_time_left_ms = 20_000 + takes_ms("Only 10 seconds left.") + 250
    assert heard == [
        [(40_000, "One.")],
        [(after_time_left_ms, "Two.")],
        [(14_000, "Three.")],
        [(40_000, "One.")],
    ]


def test_one_line_is_given_out_again_and_again() -> None:
    heard = _heard("- Run 60s\n- Walk 60s", "cues: {encourage: Go on.}", "encourage")
    assert heard == [[(40_000, "Go on.")], [(40_000, "Go on.")]]


def test_an_encouragement_may_hold_placeholders() -> None:
    (heard,) = _heard("- Run 60s", "cues: {encourage: 'Go on with your {exercise}.'}", "encourage")
    assert heard == [(40_000, "Go on with your Run.")]


NEAREST = """
- Run 60s
- section: S
  cues: {encourage: [Section.], clock: 15s}
  do:
    - Walk 60s
    - circuit: C
      cues: {encourage: off}
      do:
        - Hop 60s
        - exercise: Skip 60s
          cues: {encourage: Own., clock: off}
"""


def test_the_nearest_setting_wins() -> None:
    header = "cues: {encourage: Top., clock: 40s}"
    encouraged = _heard(NEAREST, header, "encourage")
    assert [[text for _, text in each] for each in encouraged] == [
        ["Top."],
        ["Section."],
        [],
        ["Own."],
    ]
    told = _heard(NEAREST, header.replace("encourage: Top., ", ""), "clock")
    assert [[at for at, _ in each] for each in told] == [
        [40_000],
        [15_000, 45_000],
        [15_000, 45_000],
        [],
    ]
