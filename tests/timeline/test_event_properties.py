"""What must hold for every routine, tried on the newer blocks and keys."""

import re
from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from helpers.generated_steps import newer_routines
from helpers.routines import FILE, rule_of_thumb
from voicecoach.language.loading import from_document
from voicecoach.routine import Routine
from voicecoach.routine.phase import Phase
from voicecoach.text.document import parse_document
from voicecoach.timeline import TimedPhase, Timeline, plan

_TEXT = re.compile(r"Line \d+\.")


def _some_routine(test: Callable[[str], None]) -> Callable[[], None]:
    slow = [HealthCheck.too_slow]
    return settings(max_examples=20, suppress_health_check=slow)(given(newer_routines())(test))


def _planned(text: str) -> tuple[Routine, Timeline]:
    routine = from_document(parse_document(text, FILE))
    return routine, plan(routine, rule_of_thumb)


def _pairs(routine: Routine, timeline: Timeline) -> list[tuple[Phase, TimedPhase]]:
    return list(zip(routine.phases, timeline.phases[1:-1], strict=True))


@_some_routine
def test_phases_tile_and_exact_ones_have_their_nominal_length(text: str) -> None:
    routine, timeline = _planned(text)
    assert timeline.phases[0].start_ms == 0
    for before, after in pairwise(timeline.phases):
        assert after.start_ms == before.end_ms
    assert timeline.duration_ms == sum(phase.length_ms for phase in timeline.phases)
    for phase, timed in _pairs(routine, timeline):
        assert timed.length_ms > 0
        if phase.length_ms is not None and routine.fit == "extend" and phase.kind != "work":
            assert timed.length_ms >= phase.length_ms
        elif phase.length_ms is not None:
            assert timed.length_ms == phase.length_ms


@_some_routine
def test_speech_stays_in_its_phase_and_apart_from_other_speech(text: str) -> None:
    _, timeline = _planned(text)
    speech = [event for event in timeline.events if event.kind == "speech"]
    for event in timeline.events:
        phase = timeline.phases[event.phase]
        assert phase.start_ms <= event.start_ms < phase.end_ms
    for event in speech:
        assert event.end_ms <= timeline.phases[event.phase].end_ms
    for before, after in pairwise(speech):
        assert after.start_ms - before.end_ms >= 250, (before, after)


@_some_routine
def test_each_work_begins_with_a_start_tone_and_ends_with_the_one_that_follows(text: str) -> None:
    _, timeline = _planned(text)
    roles = {"work": "start", "switch": "switch"}
    expected = [(timeline.phases[-1].start_ms, "finish")]
    for before, after in pairwise(timeline.phases[:-1]):
        if after.kind == "work":
            expected.append((after.start_ms, "start"))
        elif before.kind == "work":
            expected.append((after.start_ms, roles.get(after.kind, "end")))
    edges = ("start", "end", "switch", "finish")
    tones = [(e.start_ms, e.role) for e in timeline.events if e.kind == "tone" and e.role in edges]
    assert sorted(tones) == sorted(expected)


@_some_routine
def test_inside_a_clocked_block_nothing_waits(text: str) -> None:
    routine, _ = _planned(text)
    for before, after in pairwise(routine.phases):
        if before.kind == "prepare" and before.place.clocked:
            # The one before the block, which has the setups of all that is in it.
            assert after.work is not None
            assert after.work.opening


@_some_routine
def test_beats_and_clocks_are_exact(text: str) -> None:
    routine, timeline = _planned(text)
    for index, (phase, timed) in enumerate(_pairs(routine, timeline), 1):
        if phase.work is None:
            continue
        bpm, every_ms = phase.work.exercise.metronome_bpm, phase.work.exercise.cues.clock_ms
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


@_some_routine
def test_what_the_author_wrote_is_heard_or_reported(text: str) -> None:
    routine, timeline = _planned(text)
    level = re.search(r"^level: (\w+)", text, re.MULTILINE)
    heard = {found[0] for e in timeline.events for found in _TEXT.finditer(e.text or "")}
    reported = {warning.span.line for warning in timeline.warnings}
    used = {p.work.exercise.setup.text for p in routine.phases if p.work and p.work.exercise.setup}
    used |= {
        exercise.setup.text
        for p in routine.phases
        if p.work
        for exercise in p.work.opening
        if exercise.setup
    }
    for number, line in enumerate(text.splitlines(), 1):
        for written in _TEXT.finditer(line):
            # A setup may give way to one of `easier`, and a definition may not be used at all.
            if "setup:" in line and not any(written[0] in each for each in used):
                continue
            assert written[0] in heard or number in reported, (line, level)


@_some_routine
def test_chapters_tile_and_the_same_routine_gives_the_same_timeline(text: str) -> None:
    _, timeline = _planned(text)
    bounds = [chapter.start_ms for chapter in timeline.chapters] + [timeline.duration_ms]
    assert bounds[0] == 0
    assert [chapter.end_ms for chapter in timeline.chapters] == bounds[1:]
    assert bounds == sorted(set(bounds))
    assert _planned(text)[1] == timeline
