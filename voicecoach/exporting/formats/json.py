"""Json: the steps of a workout as JSON, which holds all that a step can.

```json
{
  "voicecoach": 1,
  "title": "Legs",
  "steps": [
    {"section": "Warm-up"},
    {"name": "March", "seconds": 60, "tips": ["Lift your knees.", {"at": 30, "say": "Half."}]},
    {"name": "Squats", "reps": 10, "sets": 3, "set_rest": 45},
    {"rest": 45},
    {"name": "Side plank", "seconds": 20, "hold": true, "sides": "each", "switch": 5}
  ]
}
```

All times are in seconds. `docs/exporting.md` explains the keys.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from voicecoach.exporting.losses import Losses
from voicecoach.exporting.workout import Export, Workout
from voicecoach.importing.formats.json import VERSION
from voicecoach.importing.steps import (
    Distance,
    Dose,
    Part,
    Repeat,
    Reps,
    Rest,
    Say,
    Section,
    Step,
    Time,
)
from voicecoach.units import SECOND_MS

_MAX = "max"

LOSES: Losses = {"changes of side by themselves": "they become rests"}

Data = dict[str, Any]


def export(workout: Workout) -> Export:
    """Return a workout as JSON, a step in each line."""
    head: Data = {"voicecoach": VERSION, "title": workout.title, "language": workout.language}
    head |= _given({"author": workout.author, "description": workout.description})
    lines = [f"  {_text(key)}: {_text(value)}," for key, value in head.items()]
    steps = _lines(workout.parts, "    ")
    return Export("\n".join(["{", *lines, '  "steps": [', steps, "  ]", "}", ""]).encode())


def _lines(parts: Sequence[Part], indent: str) -> str:
    """Return steps in lines, those of a repeat further in."""
    lines = []
    for part in parts:
        if isinstance(part, Repeat):
            inner = _lines(part.parts, f"{indent}  ")
            head = f'{indent}{{"repeat": {part.count}, "steps": ['
            lines.append(f"{head}\n{inner}\n{indent}]}}")
        else:
            lines.append(indent + _text(_step(part)))
    return ",\n".join(lines)


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _step(part: Part) -> Data:
    if isinstance(part, Section):
        return {"section": part.title}
    if isinstance(part, Say):
        return {"say": part.text}
    if isinstance(part, Rest):
        assert isinstance(part.dose, Time)
        return {"rest": _seconds(part.dose.length_ms), **_given({"say": part.text})}
    assert isinstance(part, Step)
    return {"name": part.name, **_dose(part.dose), **_given(_said(part))}


def _dose(dose: Dose) -> Data:
    if isinstance(dose, Reps) and dose.within_ms is not None:
        return {"seconds": _seconds(dose.within_ms), "reps": dose.count}
    if isinstance(dose, Reps):
        lengths_ms = {"rep": dose.rep_ms, "hold": dose.hold_ms, "release": dose.release_ms}
        return {"reps": dose.count, **_given({key: _length(ms) for key, ms in lengths_ms.items()})}
    assert isinstance(dose, Time | Distance)
    length = {"seconds": _length(dose.length_ms)}
    if isinstance(dose, Distance):
        return {"metres": dose.metres, **length}
    hold, reps = dose.hold or None, _MAX if dose.as_many else None
    return {**length, **_given({"hold": hold, "reps": reps})}


def _said(step: Step) -> Data:
    return {
        "side": step.side,
        "sides": "each" if step.each_side else None,
        "switch": _length(step.switch_ms),
        "sets": step.sets if step.sets > 1 else None,
        "set_rest": _seconds(step.set_rest_ms) if step.sets > 1 else None,
        "tempo": step.tempo,
        "load": step.load,
        "effort": step.effort,
        "setup": step.setup,
        "tips": list(_tips(step)) or None,
    }


def _tips(step: Step) -> Iterator[str | Data]:
    yield from step.tips
    yield from ({"at": _seconds(cue.at_ms), "say": cue.text} for cue in step.cues)


def _given(data: Data) -> Data:
    return {key: value for key, value in data.items() if value is not None}


def _length(length_ms: int | None) -> float | int | None:
    return None if length_ms is None else _seconds(length_ms)


def _seconds(length_ms: int) -> float | int:
    """Return a length in seconds, whole ones without a point."""
    return length_ms / SECOND_MS if length_ms % SECOND_MS else length_ms // SECOND_MS
