"""Tones: at the first sample of work, and at the first sample after it."""

from itertools import pairwise

import pytest

from helpers.cases import cases
from helpers.routines import plan_of, with_workout, works
from voicecoach.routine.sounds import CLASSIC
from voicecoach.timeline import Timeline


def test_every_work_begins_with_a_start_tone_at_its_first_sample() -> None:
    timeline = plan_of(with_workout("- Squats 2x5, rest 10s\n- Plank 30s each side\n- Run 60s"))
    starts = [timeline.phases[number].start_ms for number in works(timeline)]
    assert [event.start_ms for event in timeline.events if event.role == "start"] == starts


AFTER = [
    ("work", "- Run 30s\n- Walk 30s", "start"),
    ("a set at once", "- Run 2x30s", "start"),
    ("a switch", "- Plank 30s each side", "switch"),
    ("the closing", "- Plank 30s", "finish"),
    ("a rest", "- Plank 30s\n- rest: 10s\n- Jacks 30s", "end"),
    ("a rest between sets", "- Plank 2x30s, rest 10s", "end"),
    ("a rest at the very end", "- Plank 30s\n- rest: 10s", "end"),
    ("a prepare", "- Squats x5\n- Jacks 30s", "end"),
    ("a pause", "- Plank 30s\n- pause: 10s\n- Jacks 30s", "end"),
    ("a text", "- Plank 30s\n- say: Well done.\n- Jacks 30s", "end"),
    ("a text of a fixed length", "- Plank 30s\n- say: Well done.\n  for: 5s", "end"),
]


@pytest.mark.parametrize(("blocks", "role"), [pytest.param(*row[1:], id=row[0]) for row in AFTER])
def test_the_end_of_work_has_one_tone_that_says_what_follows(blocks: str, role: str) -> None:
    timeline = plan_of(with_workout(blocks))
    first, *_ = works(timeline)
    assert _tones_at(timeline, timeline.phases[first].end_ms) == [role]


@cases(
    "blocks",
    {
        "a rest after a rest": "- Plank 30s\n- rest: 10s\n- rest: 10s\n- Jacks 30s",
        "a pause after a rest": "- rest: 10s\n- pause: 5s\n- Jacks 30s",
    },
)
def test_no_tone_begins_a_phase_that_does_not_follow_work(blocks: str) -> None:
    timeline = plan_of(with_workout(blocks))
    for before, after in pairwise(timeline.phases):
        if before.kind != "work" and after.kind != "work":
            expected = ["finish"] if after is timeline.phases[-1] else []
            assert _tones_at(timeline, after.start_ms) == expected


def test_the_finish_tone_sounds_after_a_rest_or_a_text_too() -> None:
    for blocks in ("- Plank 30s\n- rest: 10s", "- Plank 30s\n- say: Well done."):
        timeline = plan_of(with_workout(blocks))
        assert _tones_at(timeline, timeline.phases[-1].start_ms) == ["finish"]


def test_a_tone_is_as_long_as_its_sound_and_has_no_text() -> None:
    timeline = plan_of(with_workout("- Plank 30s each side\n- Squats x5\n- rest: 10s"))
    tones = [event for event in timeline.events if event.kind == "tone"]
    assert {event.role for event in tones} == {"start", "halfway", "switch", "end", "finish"}
    for event in tones:
        assert event.sound == CLASSIC[event.role]
        assert event.length_ms == CLASSIC[event.role].length_ms
        assert event.text is None


def test_a_tone_is_there_in_the_shortest_work_too() -> None:
    timeline = plan_of(with_workout("- exercise: Blink\n  for: 0.1s\n- Plank 30s"))
    first, second, *_ = works(timeline)
    assert timeline.phases[first].length_ms == 100
    assert _tones_at(timeline, timeline.phases[first].start_ms) == ["start"]
    assert _tones_at(timeline, timeline.phases[second].start_ms) == ["start"]


def test_events_are_sorted_by_start_and_tones_come_first() -> None:
    timeline = plan_of(
        with_workout("- Squats 2x10, rest 20s\n- Plank 60s", "cues: {time_left: 30s}")
    )
    keys = [(event.start_ms, event.kind != "tone") for event in timeline.events]
    assert keys == sorted(keys)


def test_a_tone_points_at_the_line_of_its_exercise() -> None:
    timeline = plan_of("title: T\nworkout:\n  - Plank 30s\n  - Squats x5\n")
    starts = [event.line for event in timeline.events if event.role == "start"]
    assert starts == [3, 4]


def _tones_at(timeline: Timeline, at_ms: int) -> list[str]:
    return [e.role for e in timeline.events if e.kind == "tone" and e.start_ms == at_ms]


@pytest.mark.parametrize("parting", ["rest", "pause"])
def test_a_text_waits_for_the_tones_that_ring_on_over_a_very_short_rest(parting: str) -> None:
    timeline = plan_of(with_workout(f"- Plank 0.3s\n- {parting}: 0.1s\n- say: Well held."))
    (start,) = (event for event in timeline.events if event.role == "start")
    (said,) = (event for event in timeline.events if event.role == "say")
    (end,) = (event for event in timeline.events if event.role == "end")
    assert said.start_ms >= max(start.end_ms, end.end_ms) + 100
