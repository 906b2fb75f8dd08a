"""The spoken script as text: each phase with its length, and what is heard in it, and when."""

from collections import defaultdict
from collections.abc import Iterator

from voicecoach.timeline import Event, TimedPhase, Timeline
from voicecoach.units import SECOND_MS, clock


def script(timeline: Timeline, spoken: bool = False) -> str:
    """Return the script of a programme, one line for each phase, spoken line and tone.

    Lines are as they are written, or, if `spoken`, as they are read aloud.
    """
    return "\n".join(_lines(timeline, spoken)) + "\n"


def _lines(timeline: Timeline, spoken: bool) -> Iterator[str]:
    events: dict[int, list[Event]] = defaultdict(list)
    for event in timeline.events:
        events[event.phase].append(event)
    yield f"{timeline.title} · {clock(timeline.duration_ms)}"
    for index, phase in enumerate(timeline.phases):
        yield ""
        yield f"{_time(phase.start_ms)}  {_heading(phase)}"
        for event in events[index]:
            yield f"{_time(event.start_ms)}    {event.role:<10} {_words(event, spoken)}"


def _words(event: Event, spoken: bool) -> str:
    if event.utterance is None:
        return "♪"
    return event.utterance.spoken if spoken else event.utterance.text


def _heading(phase: TimedPhase) -> str:
    parts = [phase.name] if phase.name else []
    if phase.sets and phase.sets > 1:
        parts.append(f"set {phase.set} of {phase.sets}")
    if phase.side:
        parts.append(phase.side)
    if phase.kind == "work" and phase.rounds and phase.rounds > 1:
        parts.append(f"round {phase.round} of {phase.rounds}")
    what = ", ".join(parts)
    return f"{phase.kind.upper()} {clock(phase.length_ms)}" + (f" · {what}" if what else "")


def _time(at_ms: int) -> str:
    minutes, rest_ms = divmod(at_ms, 60 * SECOND_MS)
    return f"{minutes:>3}:{rest_ms // SECOND_MS:02}.{rest_ms % SECOND_MS // 10:02}"
