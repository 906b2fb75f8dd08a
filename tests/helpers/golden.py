"""Golden files: texts as they were when somebody last read them."""

from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import asdict

from voicecoach.timeline import Event, TimedPhase, Timeline

GOLDEN = Path(__file__).parents[1] / "golden"
RENEW = "--renew-golden"
SHOWN_LINES = 60


def compare(file: Path, now: str, renew: bool) -> None:
    """Compare a text with what is in its golden file, or write it anew."""
    if renew:
        file.write_text(now, "utf-8", newline="\n")
    before = file.read_text("utf-8") if file.exists() else ""
    if now != before:
        name = f"tests/golden/{file.relative_to(GOLDEN).as_posix()}"
        lines = unified_diff(before.splitlines(), now.splitlines(), name, "now", lineterm="")
        shown = "\n".join(islice(lines, SHOWN_LINES))
        pytest.fail(f"{shown}\npytest {RENEW} writes it anew", pytrace=False)


def told(timeline: Timeline) -> str:
    """Return all that a timeline holds: a line a chapter, warning, phase and event, times in ms."""
    lines = [f"{timeline.title} · {timeline.language} · {timeline.duration_ms}"]
    lines += [f"{at.start_ms} {at.end_ms} CHAPTER {at.title}" for at in timeline.chapters]
    lines += [f"WARNING {warning}" for warning in timeline.warnings]
    for number, phase in enumerate(timeline.phases):
        lines += ["", _phase(phase)]
        lines += [_event(event) for event in timeline.events if event.phase == number]
    return "\n".join(lines) + "\n"


def _phase(phase: TimedPhase) -> str:
    data = asdict(phase)
    times = f"{data.pop('start_ms')} +{data.pop('length_ms')}"
    # An included file is called in the manner of the machine.
    place = f"{Path(data.pop('file')).name}:{data.pop('line')}"
    kind = data.pop("kind").upper()
    known = [f"{key} {value}" for key, value in data.items() if value is not None]
    return " · ".join([f"{times} {kind} {place}", *known])


def _event(event: Event) -> str:
    placed = f" {event.sound}" if event.role == "sound" else ""
    heard = f"♪{placed}" if event.text is None else event.text
    return f"  {event.start_ms} +{event.length_ms} {event.kind} {event.role} :{event.line} {heard}"
