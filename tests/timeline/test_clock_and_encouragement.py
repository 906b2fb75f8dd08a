"""Clock and encouragement: when they are told, and which setting is nearest."""

from helpers.routines import heard_in, plan_of, takes_ms, with_workout, works


def _heard(blocks: str, header: str, role: str) -> list[list[tuple[int, str | None]]]:
    timeline = plan_of(with_workout(blocks, header))
    return [
        [(at, text) for _, at, text in heard_in(timeline, work, role)] for work in works(timeline)
    ]


def test_the_clock_tells_the_time_gone_and_the_time_left() -> None:
    (heard,) = _heard("- Run 10 min", "cues: {clock: 4 min}", "clock")
    assert heard == [
        (240_000, "That's 4 minutes, 6 minutes to go."),
        (480_000, "That's 8 minutes, 2 minutes to go."),
    ]


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
