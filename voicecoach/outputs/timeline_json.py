"""The timeline as JSON, for other programs: the fields are stable, or `version` changes."""

import json
import re
from typing import Any

from msgspec.structs import asdict

from voicecoach.problems import Problem
from voicecoach.timeline import Event, TimedPhase, Timeline

VERSION = 1
_EVENT_FIELDS = ("kind", "role", "start_ms", "length_ms", "phase", "text", "line", "id")
_ONLY_WHERE_WRITTEN = ("distance", "effort")

# JSON already escapes the control characters below these.
_CONTROLS = re.compile("[\x7f-\x9f]")


def dumps(data: Any) -> str:
    """Return data as indented JSON without control characters that could affect a terminal."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def timeline_json(timeline: Timeline) -> str:
    """Return the timeline as indented JSON, times in ms."""
    return dumps(timeline_data(timeline))


def timeline_data(timeline: Timeline) -> dict[str, Any]:
    """Return the timeline as plain data."""
    return {
        "version": VERSION,
        "title": timeline.title,
        "language": timeline.language,
        "duration_ms": timeline.duration_ms,
        "phases": [_phase_data(phase) for phase in timeline.phases],
        "events": [_event_data(event) for event in timeline.events],
        "chapters": [asdict(chapter) for chapter in timeline.chapters],
        "warnings": [problem_data(warning) for warning in timeline.warnings],
    }


def _phase_data(phase: TimedPhase) -> dict[str, Any]:
    data = asdict(phase)
    data["distance"] = None if phase.distance is None else str(phase.distance)
    for field in _ONLY_WHERE_WRITTEN:
        if data[field] is None:
            del data[field]
    return data


def _event_data(event: Event) -> dict[str, Any]:
    utterance = event.utterance
    spoken = (
        {"spoken": utterance.spoken, "voice": utterance.voice.name or utterance.voice.engine}
        if utterance
        else {}
    )
    sound = {} if event.sound is None else {"sound": str(event.sound)}
    return {field: getattr(event, field) for field in _EVENT_FIELDS} | spoken | sound


def problem_data(problem: Problem) -> dict[str, Any]:
    """Return an error or warning as plain data."""
    return {
        "file": problem.span.file,
        "line": problem.span.line,
        "column": problem.span.column,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
