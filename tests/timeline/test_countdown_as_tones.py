"""A countdown with tones in place of numbers."""

import pytest

from helpers.cases import cases
from helpers.routines import expect_one_fault, plan_of, with_workout


def countdown_of(cue: str) -> list[tuple[str, str, int]]:
    """Return kind, role and time left of all that counts down the last work."""
    timeline = plan_of(with_workout("- Plank 19s", f"outro: off\ncues: {{countdown: {cue}}}"))
    work = next(phase for phase in timeline.phases if phase.kind == "work")
    return [
        (event.kind, event.role, work.end_ms - event.start_ms)
        for event in timeline.events
        if event.role in ("countdown", "tick") and work.start_ms < event.start_ms
    ]


@pytest.mark.parametrize("cue", ["tick", "{seconds: 3, as: tick}", "{as: tick}"])
def test_a_tick_stands_for_each_number(cue: str) -> None:
    assert countdown_of(cue) == [("tone", "tick", left_ms) for left_ms in (3000, 2000, 1000)]


def test_more_seconds_are_ticked_where_they_are_asked_for() -> None:
    assert len(countdown_of("{seconds: 5, as: tick}")) == 5


@pytest.mark.parametrize("cue", ["{seconds: 2}", "{seconds: 2, as: aloud}", "2"])
def test_seconds_alone_are_counted_aloud(cue: str) -> None:
    assert countdown_of(cue) == [("speech", "countdown", left_ms) for left_ms in (2000, 1000)]


def test_a_countdown_before_work_is_ticked_too() -> None:
    timeline = plan_of(with_workout("- Plank 19s", "cues: {countdown: tick}"))
    start_ms = next(phase.start_ms for phase in timeline.phases if phase.kind == "work")
    ticks = [each.start_ms for each in timeline.events if each.role == "tick"]
    assert ticks[:3] == [start_ms - 3000, start_ms - 2000, start_ms - 1000]


@cases(
    ("cue", "message", "hint"),
    {
        "a number of seconds too high": (
            "{seconds: «11», as: tick}", "`11`: at most 10 seconds are counted down", None,
        ),
        "a way that is none": (
            "{seconds: 3, as: «beep»}", "`beep` is not one of `aloud` or `tick`", None,
        ),
    },
)  # fmt: skip
def test_what_is_wrong_is_told(cue: str, message: str, hint: str | None) -> None:
    expect_one_fault(with_workout("- Plank 19s", f"cues: {{countdown: {cue}}}"), message, hint)
