"""The cut: whole works between two times of a programme."""

import pytest

from helpers.cases import cases
from helpers.routines import in_words, plan_of, routine_of, rule_of_thumb, said_in, with_workout
from voicecoach.problems import WrongUsageError
from voicecoach.routine.routine import Routine
from voicecoach.timeline import Timeline, plan
from voicecoach.timeline.cut import cut

ROUTINE = with_workout(
    """
    - March 30s
    - Rest 20s
    - exercise: Bridge 3x40s, rest 15s
      setup: Lie on your back.
    - say: Up you get.
    - Squats 30s
    - Rest 10s
    """,
    "caution: Take care.",
)


def piece(from_ms: int, to_ms: int | None = None) -> Routine:
    return cut(routine_of(ROUTINE), plan_of(ROUTINE), from_ms, to_ms)


def start_ms(nth: int) -> int:
    return [phase.start_ms for phase in plan_of(ROUTINE).phases if phase.kind == "work"][nth]


def codes_of(timeline: Timeline) -> list[str]:
    return [warning.code for warning in timeline.warnings]


def shape(routine: Routine) -> list[str]:
    return [in_words(phase) for phase in routine.phases]


def test_what_is_being_done_at_both_times_is_done_whole() -> None:
    routine = piece(start_ms(1) + 39_999, start_ms(2) + 1)
    assert shape(routine) == ["prepare", "Bridge 40s", "rest 15s", "Bridge 40s"]


def test_what_ends_or_begins_right_at_a_time_is_left_out() -> None:
    routine = piece(start_ms(1) + 40_000, start_ms(3))
    assert shape(routine) == ["prepare", "Bridge 40s"]


def test_the_first_is_announced_with_its_setup_as_if_it_began_there() -> None:
    timeline = plan(piece(start_ms(2), start_ms(3)), rule_of_thumb)
    assert timeline.phases[1].kind == "prepare"
    said = said_in(timeline, 1)
    assert any("Bridge" in text for text in said)
    assert "Lie on your back." in said


def test_a_text_that_leads_in_is_said() -> None:
    assert shape(piece(start_ms(4))) == ["say", "prepare", "Squats 30s", "rest 10s"]


def test_the_intro_is_left_out_and_the_caution_stays() -> None:
    timeline = plan(piece(start_ms(1)), rule_of_thumb)
    assert said_in(timeline, 0) == ["Take care."]


def test_from_the_beginning_on_all_is_there() -> None:
    assert shape(piece(0)) == shape(routine_of(ROUTINE))


@cases(
    "tips, at, to",
    {
        "for a side that is cut off": ("[{at: 5s, side: right, say: Breathe.}]", 3, None),
        "for a set that is cut off": ("[{at: 5s, set: 2, say: Breathe.}]", 0, 2),
        "one after another in sets that are cut off": ("[One., Two., Three., Four.]", 0, 1),
    },
)
def test_tips_are_not_missed_where_their_work_is_cut_off(
    tips: str, at: int, to: int | None
) -> None:
    text = with_workout(f"- exercise: Plank 2x15s each side\n  tips: {tips}\n- Squats 9s")
    whole = plan_of(text)
    starts_ms = [phase.start_ms for phase in whole.phases if phase.kind == "work"]
    part = cut(routine_of(text), whole, starts_ms[at], None if to is None else starts_ms[to])
    assert codes_of(whole) == codes_of(plan(part, rule_of_thumb)) == []


def test_a_tip_without_room_is_missed_in_an_exercise_that_is_done_whole() -> None:
    text = with_workout(
        "- exercise: Plank 4s\n  tips: [Keep your hips high.]\n- Rest 9s\n- Squats 9s"
    )
    whole = plan_of(text)
    part = cut(routine_of(text), whole, 0, whole.phases[-2].start_ms)
    assert codes_of(whole) == codes_of(plan(part, rule_of_thumb)) == ["tip-never-said"]


@cases(
    ("from_min", "to_min", "says"),
    {
        "beyond the end": (59, 60, "nothing is done between 59:00 and 1:00:00"),
        "without an end": (59, None, "nothing is done after 59:00"),
        "backwards": (2, 1, "1:00 does not come after 2:00"),
        "no time at all": (1, 1, "1:00 does not come after 1:00"),
    },
)
def test_a_time_without_work_is_refused(from_min: int, to_min: int | None, says: str) -> None:
    with pytest.raises(WrongUsageError, match=says):
        piece(from_min * 60_000, None if to_min is None else to_min * 60_000)
