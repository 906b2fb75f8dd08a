"""No tone hides another: starts stand before all others, and beats make way for them."""

import re

from msgspec.structs import replace

from helpers.drawings import Drawing
from helpers.routines import plan_of
from voicecoach.outputs import picture
from voicecoach.outputs.picture.rows import rows
from voicecoach.timeline import Event, Timeline

START = "m-4.5 5h9l-4.5 -10z"
TICK = "m-.7 -4h1.4v8h-1.4z"
BEAT = "m-.7 -1.5h1.4v3h-1.4z"
# Half the width of a start.
HALF = 4.5


def _lanes(timeline: Timeline) -> tuple[list[str], list[tuple[float, float]]]:
    """Return the marks in the lanes, without those of the legend, and the bars of beats."""
    drawing = Drawing(picture.svg(timeline))
    roles = {event.role for event in timeline.events if event.kind == "tone"}
    bars = [
        (float(rect.get("x")), float(rect.get("x")) + float(rect.get("width")))
        for rect in drawing.elements("rect")
        if rect.get("class") == "tone"
    ]
    return drawing.paths("tone")[len(roles) :], bars


def _places(marks: list[str], shape: str) -> list[float]:
    return [float(re.findall(r"[\d.]+", mark)[0]) for mark in marks if mark.endswith(shape)]


def _starts(timeline: Timeline) -> list[Event]:
    return [event for event in timeline.events if event.role == "start"]


def test_the_beats_of_a_metronome_hide_no_start() -> None:
    timeline = plan_of(
        "title: T\ndefaults: {metronome: 170}\nworkout:\n  - repeat: 20\n    do:\n"
        "      - Run 60s\n      - Walk 60s\n"
    )
    marks, bars = _lanes(timeline)
    assert len(_places(marks, START)) == len(_starts(timeline)) == 40
    assert len(bars) >= 40
    (row,) = rows(timeline.duration_ms)[:1]
    starts = [row.x(event.start_ms) for event in _starts(timeline) if row.holds(event.start_ms)]
    first_row = bars[: len(starts)]
    assert all(
        right <= start - HALF or left >= start + HALF
        for start in starts
        for left, right in first_row
    )


def test_counted_repetitions_leave_the_tones_around_them() -> None:
    timeline = plan_of(
        "title: T\nworkout:\n  - repeat: 40\n    do:\n"
        "      - exercise: Squats x20\n        count: tick\n        rep: 1s\n      - rest 20s\n"
    )
    marks, _ = _lanes(timeline)
    assert len(_places(marks, START)) == len(_starts(timeline)) == 40


def test_a_start_is_whole_where_another_tone_is_too_near() -> None:
    timeline = plan_of("title: T\nworkout:\n  - Plank 20s, rest 20s\n  - Squats 20s\n")
    start = _starts(timeline)[1]
    near = replace(start, role="end", start_ms=start.start_ms - 200)
    crowded = replace(timeline, events=tuple(sorted((*timeline.events, near), key=_when)))
    marks, _ = _lanes(crowded)
    assert len(_places(marks, START)) == 2


def _when(event: Event) -> int:
    return event.start_ms


def test_slow_beats_are_marks_and_dense_ones_a_bar() -> None:
    for length, dense in (("20s", False), ("10 min", True)):
        timeline = plan_of(f"title: T\nworkout:\n  - exercise: Row {length}\n    metronome: 120\n")
        marks, bars = _lanes(timeline)
        assert bool(bars) is dense
        assert bool(_places(marks, BEAT)) is not dense
