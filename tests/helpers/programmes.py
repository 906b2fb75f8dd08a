"""Programmes that are hard to draw: of many hours, and with texts of any length and character."""

from msgspec.structs import replace

from voicecoach.timeline import Timeline

HOSTILE = (
    "A & <b>\"b\"</b> 'c' ]]> \u202e\u0000\u0007\u2028\ufffe 💪🏽 👩‍👩‍👧 Привет Ελλάδα 日本語 e\u0301 "
    + "Supercalifragilistic" * 40
    + " word" * 240
)


def with_hostile_text(timeline: Timeline) -> Timeline:
    """Return a timeline whose title, names, sides and sections are hostile."""
    phases = [
        replace(
            phase,
            name=phase.name and f"{phase.name} {HOSTILE}",
            side=phase.side and HOSTILE,
            section=phase.section and HOSTILE + phase.section,
        )
        for phase in timeline.phases
    ]
    return replace(timeline, title=HOSTILE, phases=tuple(phases))


def repeated(timeline: Timeline, times: int) -> Timeline:
    """Return a timeline that is done so many times over."""
    starts_ms = [number * timeline.duration_ms for number in range(times)]
    return replace(
        timeline,
        duration_ms=timeline.duration_ms * times,
        phases=tuple(
            replace(each, start_ms=each.start_ms + start_ms)
            for start_ms in starts_ms
            for each in timeline.phases
        ),
        events=tuple(
            replace(each, start_ms=each.start_ms + start_ms)
            for start_ms in starts_ms
            for each in timeline.events
        ),
        chapters=tuple(
            replace(each, start_ms=each.start_ms + start_ms, end_ms=each.end_ms + start_ms)
            for start_ms in starts_ms
            for each in timeline.chapters
        ),
    )
