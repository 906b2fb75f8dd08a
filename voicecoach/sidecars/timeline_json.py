"""The timeline as JSON, for other programs: the fields are stable, or `version` changes."""

import json
from dataclasses import asdict
from typing import Any

from voicecoach.problems import Problem
from voicecoach.timeline import Timeline

VERSION = 1


def timeline_json(timeline: Timeline) -> str:
    """Return the timeline as indented JSON, times in ms."""
    return json.dumps(timeline_data(timeline), ensure_ascii=False, indent=1)


def timeline_data(timeline: Timeline) -> dict[str, Any]:
    """Return the timeline as plain data."""
    return {
        "version": VERSION,
        "title": timeline.title,
        "language": timeline.language,
        "duration_ms": timeline.duration_ms,
        "phases": [asdict(phase) for phase in timeline.phases],
        "events": [asdict(event) for event in timeline.events],
        "chapters": [asdict(chapter) for chapter in timeline.chapters],
        "warnings": [problem_data(warning) for warning in timeline.warnings],
    }


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
