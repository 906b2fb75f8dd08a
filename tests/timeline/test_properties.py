"""What must hold for every routine, tried on many that nobody would write."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy

from helpers.generated import measures, routines
from helpers.generated_by_the_clock import routines_by_the_clock
from helpers.routines import FILE
from helpers.speaking import line as spoken
from voicecoach.language import RoutineText, load
from voicecoach.outputs.script import script
from voicecoach.outputs.timeline_json import timeline_json
from voicecoach.routine.phase import Phase, Work
from voicecoach.routine.routine import Routine
from voicecoach.routine.sounds import SILENCE
from voicecoach.routine.utterance import Measure
from voicecoach.timeline import Event, TimedPhase, Timeline, plan

_TEXT = re.compile(r"Line \d+( and a little more of it)*\.")
# The end of a round is one of work, too.
_ENDS = ("end", "round")
_EDGES = ("start", *_ENDS, "switch", "finish")
_DAY_MS = 24 * 3_600_000


def tried_on(texts: SearchStrategy[str]) -> Callable[[Callable[[str, Measure], None]], Any]:
    """Try a test on generated routines, with spoken lengths as regular or as wild as they may be."""
    tries = settings(max_examples=45)
    return lambda test: tries(given(texts, measures())(test))


some_routine = tried_on(routines() | routines_by_the_clock())
# A `sound` may be shorter than the tone that ends the work before it.
some_routine_without_sounds = tried_on(routines())


def _routine(text: str) -> Routine:
    return load(RoutineText(text, Path(FILE)), max_duration_ms=_DAY_MS)


def _planned(text: str, measure: Measure) -> tuple[Routine, Timeline]:
    routine = _routine(text)
    return routine, plan(routine, measure)


@some_routine
def test_phases_tile_and_their_lengths_sum_up_to_the_whole(text: str, measure: Measure) -> None:
    _, timeline = _planned(text, measure)
    assert timeline.phases[0].start_ms == 0
    for before, after in pairwise(timeline.phases):
        assert after.start_ms == before.end_ms
    assert timeline.duration_ms == sum(phase.length_ms for phase in timeline.phases)
    assert all(phase.length_ms > 0 for phase in timeline.phases)


@some_routine
def test_every_exact_phase_has_its_nominal_length(text: str, measure: Measure) -> None:
    routine, timeline = _planned(text, measure)
    for phase, timed in _pairs(routine, timeline):
        assert (timed.kind, timed.line) == (phase.kind, phase.span.line)
        if phase.length_ms is None:
            continue
        if routine.fit == "extend" and phase.kind in ("rest", "switch"):
            assert timed.length_ms >= phase.length_ms
        else:
            assert timed.length_ms == phase.length_ms


@some_routine
def test_every_event_starts_in_its_phase_and_speech_ends_there(text: str, measure: Measure) -> None:
    _, timeline = _planned(text, measure)
    for event in timeline.events:
        phase = timeline.phases[event.phase]
        assert phase.start_ms <= event.start_ms < phase.end_ms
        if event.kind == "speech":
            assert event.end_ms <= phase.end_ms
            assert event.utterance is not None
            assert event.length_ms == measure(event.utterance) > 0


@some_routine
def test_250_ms_lie_between_any_two_lines(text: str, measure: Measure) -> None:
    _, timeline = _planned(text, measure)
    for before, after in pairwise(_speech(timeline)):
        assert after.start_ms - before.end_ms >= 250, (before, after)


@some_routine_without_sounds
def test_100_ms_lie_between_a_line_and_a_tone_at_an_edge_of_work(
    text: str, measure: Measure
) -> None:
    _, timeline = _planned(text, measure)
    edges = [event for event in timeline.events if event.role in _EDGES and event.kind == "tone"]
    for line in _speech(timeline):
        for tone in edges:
            apart_ms = max(line.start_ms - tone.end_ms, tone.start_ms - line.end_ms)
            assert apart_ms >= 100, (line, tone)


@some_routine
def test_each_work_begins_with_a_start_tone_and_ends_with_the_one_that_follows(
    text: str, measure: Measure
) -> None:
    _, timeline = _planned(text, measure)
    roles = {"work": "start", "switch": "switch"}
    tones = [
        (event.start_ms, "end" if event.role in _ENDS else event.role)
        for event in timeline.events
        if event.role in _EDGES
    ]
    worked = any(phase.kind == "work" for phase in timeline.phases)
    expected = [(timeline.phases[-1].start_ms, "finish")] if worked else []
    for before, after in pairwise([None, *timeline.phases[:-1]]):
        if after is not None and after.kind == "work":
            expected.append((after.start_ms, "start"))
        elif after is not None and before is not None and before.kind == "work":
            expected.append((after.start_ms, roles.get(after.kind, "end")))
    assert sorted(tones) == sorted(expected)


@some_routine
def test_numbers_of_a_countdown_are_exact_and_none_is_less_than_600_ms_into_its_phase(
    text: str, measure: Measure
) -> None:
    routine, timeline = _planned(text, measure)
    for event in timeline.events:
        if event.role == "countdown":
            phase = timeline.phases[event.phase]
            assert event.start_ms == phase.end_ms - 1000 * int(event.text or "")
            assert event.start_ms >= phase.start_ms + 600
    for index, (phase_, timed) in enumerate(_pairs(routine, timeline), _opening(routine)):
        if not isinstance(phase_, Work) or not phase_.dose.timed:
            continue
        heard = [int(e.text or 0) for e in timeline.events if _is(e, index, "countdown")]
        dose = phase_.dose
        reach_ms = (dose.rep_ms or 0) if dose.kind == "reps+hold" else timed.length_ms
        counted = range(phase_.exercise.cues.countdown, 0, -1)
        parts = [e for e in timeline.events if _is(e, index, "tempo")]
        wanted = [
            n
            for n in counted
            if reach_ms - 1000 * n >= 600
            and (length_ms := measure(spoken(str(n)))) <= 750
            and not any(_meet(part, timed.end_ms - 1000 * n, length_ms) for part in parts)
        ]
        assert heard == wanted


@some_routine
def test_the_halfway_tone_and_time_left_are_at_their_exact_times_or_not_at_all(
    text: str, measure: Measure
) -> None:
    routine, timeline = _planned(text, measure)
    works = {
        n: p
        for n, (p, _) in enumerate(_pairs(routine, timeline), _opening(routine))
        if isinstance(p, Work)
    }
    for event in timeline.events:
        timed = timeline.phases[event.phase]
        at_ms = event.start_ms - timed.start_ms
        if event.role == "time-left":
            work = works[event.phase]
            assert work is not None
            assert timed.length_ms >= 30_000
            assert timed.length_ms - at_ms in work.exercise.cues.time_left_ms
        if event.role == "halfway" and event.kind == "speech":
            assert timed.length_ms >= 20_000
            (tone,) = (e for e in timeline.events if _is(e, event.phase, "halfway") and not e.text)
            assert tone.start_ms - timed.start_ms == timed.length_ms // 2
            # The word may wait for a tip.
            assert 100 <= event.start_ms - tone.end_ms <= 2100


@some_routine
def test_chapters_tile(text: str, measure: Measure) -> None:
    _, timeline = _planned(text, measure)
    bounds = [chapter.start_ms for chapter in timeline.chapters] + [timeline.duration_ms]
    assert bounds[0] == 0
    assert [chapter.end_ms for chapter in timeline.chapters] == bounds[1:]
    assert bounds == sorted(set(bounds))
    assert len(timeline.chapters) <= 255


@some_routine
def test_events_are_sorted_and_tones_come_first(text: str, measure: Measure) -> None:
    _, timeline = _planned(text, measure)
    keys = [(event.start_ms, event.kind != "tone") for event in timeline.events]
    assert keys == sorted(keys)


@some_routine
def test_the_same_routine_and_the_same_lengths_give_the_same_timeline(
    text: str, measure: Measure
) -> None:
    assert _planned(text, measure) == _planned(text, measure)


@some_routine
def test_fit_extend_lengthens_rests_and_switches_and_nothing_else(
    text: str, measure: Measure
) -> None:
    kept = plan(_routine(_fitted(text, "keep")), measure)
    extended = plan(_routine(_fitted(text, "extend")), measure)
    assert len(kept.phases) == len(extended.phases)
    for before, after in zip(kept.phases, extended.phases, strict=True):
        assert (before.kind, before.name, before.side) == (after.kind, after.name, after.side)
        if before.kind in ("rest", "switch"):
            assert after.length_ms >= before.length_ms
        elif before.kind == "work" or before.kind == "pause":
            assert after.length_ms == before.length_ms


@some_routine
def test_inside_a_clocked_block_nothing_waits(text: str, measure: Measure) -> None:
    routine, _ = _planned(text, measure)
    for before, after in pairwise(routine.phases):
        if before.kind == "prepare" and before.place.clocked:
            # The one before the block, which has the setups of all that is in it.
            assert isinstance(after, Work)
            assert after.opening


@some_routine
def test_beats_and_clocks_are_exact(text: str, measure: Measure) -> None:
    routine, timeline = _planned(text, measure)
    for index, (phase, timed) in enumerate(_pairs(routine, timeline), _opening(routine)):
        if not isinstance(phase, Work):
            continue
        bpm, every_ms = phase.exercise.metronome_bpm, phase.exercise.cues.clock_ms
        beats = [
            event.start_ms - timed.start_ms
            for event in timeline.events
            if event.phase == index and event.role == "metronome"
        ]
        if bpm is None:
            assert beats == []
        else:
            exact = [(120_000 * k + bpm) // (2 * bpm) for k in range(1, len(beats) + 2)]
            assert beats == exact[:-1]
            assert exact[-1] >= timed.length_ms
        for event in timeline.events:
            if event.phase == index and event.role == "clock":
                assert every_ms is not None
                assert (event.start_ms - timed.start_ms) % every_ms == 0


@some_routine
def test_what_the_author_wrote_is_heard_or_reported(text: str, measure: Measure) -> None:
    routine, timeline = _planned(text, measure)
    heard = {found[0] for e in timeline.events for found in _TEXT.finditer(e.text or "")}
    reported = {warning.span.line for warning in timeline.warnings}
    for number, line in enumerate(text.splitlines(), 1):
        for written in _TEXT.finditer(line):
            # A setup may give way to one of `easier`, and a definition may not be used at all.
            unused = "setup:" in line and written[0] not in _setups(routine)
            if not unused and written[0] not in heard:
                assert number in reported, line


@some_routine
def test_warnings_have_a_place_a_code_and_a_hint_and_stand_in_the_order_of_the_file(
    text: str, measure: Measure
) -> None:
    _, timeline = _planned(text, measure)
    lines = text.splitlines()
    spans = [warning.span for warning in timeline.warnings]
    assert spans == sorted(spans)
    for warning in timeline.warnings:
        assert lines[warning.span.line - 1] == warning.source_line
        assert 1 <= warning.span.column <= len(warning.source_line or "")
        assert re.fullmatch(r"[a-z-]+", warning.code)
        assert warning.message
        assert warning.hint


@some_routine
def test_a_timeline_can_be_shown_as_script_and_as_json(text: str, measure: Measure) -> None:
    _, timeline = _planned(text, measure)
    assert script(timeline).startswith("T · ")
    assert timeline_json(timeline).startswith("{")


@some_routine
def test_no_rest_of_a_rule_stands_before_the_first_or_after_the_last_work(
    text: str, measure: Measure
) -> None:
    _, timeline = _planned(text, measure)
    numbers = [number for number, phase in enumerate(timeline.phases) if phase.kind == "work"]
    first, last = (numbers[0], numbers[-1]) if numbers else (len(timeline.phases), 0)
    for number, phase in enumerate(timeline.phases):
        if phase.kind == "rest" and not first < number < last:
            written = text.splitlines()[phase.line - 1]
            assert not re.match(r"\s*(- )?(between|round_rest|exercise_rest):", written)


def _pairs(routine: Routine, timeline: Timeline) -> list[tuple[Phase, TimedPhase]]:
    """Return each phase of the workout as it was written and as it was planned."""
    phases = [phase for phase in timeline.phases if phase.id != "outro"]
    timed = phases[_opening(routine) :]
    heard = [p for p in routine.phases if not (p.kind == "sound" and p.sound == SILENCE)]
    return list(zip(heard, timed, strict=True))


def _meet(line: Event, at_ms: int, length_ms: int) -> bool:
    """Return whether a line is nearer than 250 ms to one of a length that begins at `at_ms`."""
    return line.start_ms < at_ms + length_ms + 250 and at_ms < line.end_ms + 250


def _opening(routine: Routine) -> int:
    return (routine.intro != "off") + (routine.caution is not None)


def _setups(routine: Routine) -> str:
    works = [phase for phase in routine.phases if isinstance(phase, Work)]
    used = [exercise for work in works for exercise in (work.exercise, *work.opening)]
    return "\n".join(exercise.setup.text for exercise in used if exercise.setup)


def _speech(timeline: Timeline) -> list[Event]:
    return [event for event in timeline.events if event.kind == "speech"]


def _is(event: Event, phase: int, role: str) -> bool:
    return event.phase == phase and event.role == role


def _fitted(text: str, fit: str) -> str:
    return re.sub(r"^fit: \w+\n", "", text, flags=re.MULTILINE) + f"fit: {fit}\n"
