"""What holds for every routine, whatever is in it, tried on each shipped one at each level."""

from collections.abc import Iterator
from itertools import pairwise, product

import pytest

from helpers.routines import rule_of_thumb
from helpers.shipped_routines import LEVELS, NAMES, phases_at, routine_at, timeline_at
from voicecoach import phrases
from voicecoach.language.values import Level
from voicecoach.routine.exercise import Dose
from voicecoach.routine.phase import Work
from voicecoach.timeline import Event, Timeline, plan

pytestmark = pytest.mark.parametrize(("name", "level"), list(product(NAMES, LEVELS)))

LINE_GAP_MS = 250
TONE_GAP_MS = 100
FIRST_WORD_MS = 600
BREATH = {"in": "breathe in", "out": "breathe out"}
# The end of a round is one of work, too.
ENDS = ("end", "round")
EDGES = ("start", *ENDS, "switch", "finish")


def test_phases_tile_the_programme(name: str, level: Level) -> None:
    timeline = timeline_at(name, level)
    assert timeline.phases[0].start_ms == 0
    for phase, following in pairwise(timeline.phases):
        assert following.start_ms == phase.end_ms
    assert sum(phase.length_ms for phase in timeline.phases) == timeline.duration_ms


def test_chapters_tile_the_programme(name: str, level: Level) -> None:
    timeline = timeline_at(name, level)
    assert timeline.chapters[0].start_ms == 0
    for chapter, following in pairwise(timeline.chapters):
        assert following.start_ms == chapter.end_ms
    assert timeline.chapters[-1].end_ms == timeline.duration_ms


def test_every_exact_phase_is_as_long_as_it_is_written(name: str, level: Level) -> None:
    for written, planned, _ in phases_at(name, level):
        assert planned.kind == written.kind
        assert written.length_ms in (None, planned.length_ms)


def test_only_prepare_and_say_take_as_long_as_their_words(name: str, level: Level) -> None:
    elastic = {phase.kind for phase, _, _ in phases_at(name, level) if phase.length_ms is None}
    assert elastic <= {"prepare", "say"}


def test_every_event_stays_in_its_phase(name: str, level: Level) -> None:
    timeline = timeline_at(name, level)
    for event in timeline.events:
        phase = timeline.phases[event.phase]
        assert phase.start_ms <= event.start_ms < phase.end_ms
        assert event.kind == "tone" or event.end_ms <= phase.end_ms


def test_events_are_sorted_by_start_with_tones_first(name: str, level: Level) -> None:
    events = timeline_at(name, level).events
    assert list(events) == sorted(events, key=lambda event: (event.start_ms, event.kind != "tone"))


def test_a_gap_lies_between_two_lines(name: str, level: Level) -> None:
    for line, following in pairwise(_speech(timeline_at(name, level))):
        assert following.start_ms - line.end_ms >= LINE_GAP_MS


def test_a_gap_lies_between_a_line_and_the_tones_at_the_edges_of_work(
    name: str, level: Level
) -> None:
    timeline = timeline_at(name, level)
    tones = [event for event in timeline.events if event.role in EDGES]
    for line in _speech(timeline):
        for tone in tones:
            before = line.end_ms + TONE_GAP_MS <= tone.start_ms
            assert (
                before or tone.start_ms + min(tone.length_ms, 3000) + TONE_GAP_MS <= line.start_ms
            )


def test_work_begins_and_ends_with_its_tones_and_no_other_phase_does(
    name: str, level: Level
) -> None:
    timeline = timeline_at(name, level)
    closing = timeline.phases[-1]
    expected = [("start", phase.start_ms) for phase in timeline.phases if phase.kind == "work"]
    expected.append(("finish", closing.start_ms))
    for phase, following in pairwise(timeline.phases):
        if phase.kind != "work" or following.kind == "work":
            continue
        if following is not closing:
            role = "switch" if following.kind == "switch" else "end"
            expected.append((role, following.start_ms))
    found = [
        ("end" if event.role in ENDS else event.role, event.start_ms)
        for event in timeline.events
        if event.role in EDGES
    ]
    assert sorted(found) == sorted(expected)


def test_three_seconds_are_counted_before_work_and_before_the_end_of_timed_work(
    name: str, level: Level
) -> None:
    timeline = timeline_at(name, level)
    expected: list[tuple[int, str]] = []
    following = None
    for written, planned, _ in reversed(list(phases_at(name, level))):
        work = written if isinstance(written, Work) else following
        counts = work is not None and (not isinstance(written, Work) or work.dose.timed)
        if work is not None and counts:
            seconds = range(work.exercise.cues.countdown, 0, -1)
            expected = [(planned.end_ms - 1000 * n, str(n)) for n in seconds] + expected
        following = written if isinstance(written, Work) else None
    assert expected == [
        (event.start_ms, event.text) for event in timeline.events if event.role == "countdown"
    ]


def test_halfway_is_the_exact_middle_and_ten_seconds_left_are_ten_seconds(
    name: str, level: Level
) -> None:
    timeline = timeline_at(name, level)
    words = phrases.load(timeline.language)
    ten_seconds_left = words.say("time_left", time=words.time(10_000))
    for event in timeline.events:
        phase = timeline.phases[event.phase]
        if event.role == "halfway" and event.kind == "tone":
            assert event.start_ms == phase.start_ms + phase.length_ms // 2
        elif event.role == "time-left":
            assert (event.text, event.start_ms) == (ten_seconds_left, phase.end_ms - 10_000)


def test_numbers_and_words_of_a_tempo_begin_with_what_they_name(name: str, level: Level) -> None:
    for work, heard in _counted(name, level):
        named = list(_named(work.dose))
        assert set(heard) <= set(named)
        assert heard[:1] + heard[-1:] == named[:1] + named[-1:]


def test_after_the_last_word_of_a_preparation_there_is_time_to_get_ready(
    name: str, level: Level
) -> None:
    timeline = timeline_at(name, level)
    for written, planned, number in phases_at(name, level):
        if written.kind == "prepare":
            ends_ms = [
                event.end_ms
                for event in _speech(timeline)
                if event.phase == number and event.role != "countdown"
            ]
            assert planned.end_ms - max(ends_ms) >= written.ready_ms


def test_every_exercise_is_named_before_it_begins(name: str, level: Level) -> None:
    timeline = timeline_at(name, level)
    announced = [event for event in timeline.events if event.role == "announce"]
    since_ms = 0
    for written, planned, _ in phases_at(name, level):
        if not isinstance(written, Work):
            continue
        heard = [e.text or "" for e in announced if since_ms <= e.start_ms < planned.start_ms]
        is_whole = written.begins and written.announcement == "whole"
        if is_whole and written.exercise.cues.announce != "off":
            named = written.listed or (written.exercise,)
            assert all(exercise.name in " ".join(heard) for exercise in named)
        since_ms = planned.start_ms


def test_planning_again_gives_the_same_timeline(name: str, level: Level) -> None:
    assert plan(routine_at(name, level), rule_of_thumb) == timeline_at(name, level)


def _speech(timeline: Timeline) -> list[Event]:
    return [event for event in timeline.events if event.kind == "speech"]


def _counted(name: str, level: Level) -> Iterator[tuple[Work, list[tuple[int, str]]]]:
    """Yield each work with its numbers and words of a tempo, and when in it they begin."""
    timeline = timeline_at(name, level)
    for written, planned, number in phases_at(name, level):
        if isinstance(written, Work):
            yield (
                written,
                [
                    (event.start_ms - planned.start_ms, event.text or "")
                    for event in timeline.events
                    if event.phase == number and event.role in ("count", "tempo")
                ],
            )


def _named(dose: Dose) -> Iterator[tuple[int, str]]:
    """Yield what of the work is named, and when: repetitions, or the parts of each."""
    words = [part for part in dose.tempo if part.name is not None]
    rep_ms = dose.rep_ms or sum(part.length_ms for part in words)
    # In timed work, a tempo goes on for as many whole cycles as fit.
    reps = dose.reps or (dose.length_ms // rep_ms if words else 0)
    for number in range(reps):
        at_ms = number * (rep_ms + dose.release_ms)
        if not words:
            yield max(at_ms, FIRST_WORD_MS), str(number + 1)
        for part in words:
            word = part.name or ""
            yield max(at_ms, FIRST_WORD_MS), BREATH[word] if dose.kind == "breaths" else word
            at_ms += part.length_ms
