"""The spoken script as text: each phase with its length, and what is heard in it, and when."""

from collections import defaultdict
from collections.abc import Iterator

from voicecoach.timeline import Event, TimedPhase, Timeline
from voicecoach.units import SECOND_MS, clock


def script(timeline: Timeline) -> str:
    """Return the script of a programme, one line for each phase, spoken line and tone."""
    return "\n".join(_lines(timeline)) + "\n"


def plain_script(timeline: Timeline) -> str:
    """Return the script without columns and signs, one fact a line, as a screen reader reads it."""
    return "\n".join(_plain_lines(timeline)) + "\n"


def _lines(timeline: Timeline) -> Iterator[str]:
    yield f"{timeline.title} · {clock(timeline.duration_ms)}"
    for phase, events in phases_with_events(timeline):
        what = _what(phase)
        yield ""
        heading = f"{phase.kind.upper()} {clock(phase.length_ms)}" + (f" · {what}" if what else "")
        yield f"{_time(phase.start_ms):>9}  {heading}"
        for event in events:
            words = event.text or "♪"
            yield f"{_time(event.start_ms):>9}    {event.role:<10} {words}"


def _plain_lines(timeline: Timeline) -> Iterator[str]:
    yield f"{timeline.title}: {clock(timeline.duration_ms)}"
    for phase, events in phases_with_events(timeline):
        parts = filter(None, (_what(phase), f"{clock(phase.length_ms)} long"))
        yield f"{_time(phase.start_ms)}, {phase.kind}: {', '.join(parts)}"
        for event in events:
            yield f"{_time(event.start_ms)}, {event.role}: {event.text or 'tone'}"


def phases_with_events(timeline: Timeline) -> Iterator[tuple[TimedPhase, list[Event]]]:
    """Yield each phase with what is heard in it."""
    events: dict[int, list[Event]] = defaultdict(list)
    for event in timeline.events:
        events[event.phase].append(event)
    for index, phase in enumerate(timeline.phases):
        yield phase, events[index]


def _what(phase: TimedPhase) -> str:
    """Return what a phase is of: its name, set, side and round."""
    parts = [phase.name] if phase.name else []
    if phase.sets and phase.sets > 1:
        parts.append(f"set {phase.set} of {phase.sets}")
    if phase.side:
        parts.append(phase.side)
    if phase.kind == "work" and phase.rounds and phase.rounds > 1:
        parts.append(f"round {phase.round} of {phase.rounds}")
    return ", ".join(parts)


def _time(at_ms: int) -> str:
    minutes, rest_ms = divmod(at_ms, 60 * SECOND_MS)
    return f"{minutes}:{rest_ms // SECOND_MS:02}.{rest_ms % SECOND_MS // 10:02}"
