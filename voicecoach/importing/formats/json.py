"""Json: the steps of a workout as JSON, as `voicecoach export` writes them.

```json
{
  "voicecoach": 1,
  "title": "Legs",
  "steps": [
    {"section": "Warm-up"},
    {"name": "March", "seconds": 60, "tips": ["Lift your knees.", {"at": 30, "say": "Half."}]},
    {"name": "Squats", "reps": 10, "sets": 3, "set_rest": 45},
    {"rest": 45},
    {"name": "Side plank", "seconds": 20, "hold": true, "sides": "each", "switch": 5},
    {"repeat": 3, "steps": [{"name": "Hop", "seconds": 20}, {"rest": 10}]}
  ]
}
```

All times are in seconds. `docs/exporting.md` explains the keys.
"""

import re
from collections.abc import Iterator, Sequence

from voicecoach.importing import json
from voicecoach.importing.formats import Match
from voicecoach.importing.json import Record
from voicecoach.importing.numbers import whole
from voicecoach.importing.source import Source
from voicecoach.importing.steps import (
    Cue,
    Distance,
    Dose,
    Open,
    Part,
    Plan,
    Remark,
    Repeat,
    Reps,
    Rest,
    Say,
    Section,
    Step,
    Time,
)

TITLE = "steps as JSON (.json)"

VERSION = 1
_MAX = "max"
_EACH = "each"
_MARK = re.compile(r'\s*\{\s*"voicecoach"\s*:')
_TEMPO = re.compile(r"(?=.*[1-9])\d{1,2}(\.\d)?(-\d{1,2}(\.\d)?){1,3}", re.ASCII)
_TEXTS = ("name", "side", "load", "effort", "setup")
_TIMES = ("seconds", "rep", "release", "switch", "set_rest")
_STEP_KEYS = {*_TEXTS, *_TIMES, "hold", "metres", "reps", "sets", "sides", "tempo", "tips"}
_KEYS = (
    {"section"}, {"say"}, {"repeat", "steps"}, {"rest", "say"}, _STEP_KEYS,
)  # fmt: skip


def matches(source: Source) -> Match:
    """Return how sure it is that a file holds steps as JSON: they begin with `voicecoach`."""
    return Match.CERTAIN if _MARK.match(source.text) else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the workout in a file."""
    root = json.parse(source)
    if not isinstance(root, Record) or not isinstance(root.get("steps"), list):
        raise source.error(1, "there are no `steps` in this file")
    if root.number("voicecoach") != VERSION:
        hint = 'write `"voicecoach": 1`, or use a newer voicecoach'
        raise source.error(root.line, "these are steps of another version", hint)
    return [
        Plan(
            root.text("title"),
            tuple(_parts(root, source)),
            root.text("description") or None,
            root.text("author") or None,
            root.text("language") or None,
        )
    ]


def _parts(holder: Record, source: Source) -> Iterator[Part]:
    """Yield the steps that an object holds."""
    for step in holder.records("steps"):
        yield from _part(step, source)
    for other in holder["steps"]:
        if not isinstance(other, Record):
            raise source.error(holder.line, "a step is no object", 'write `{"name": "Plank"}`')


def _part(step: Record, source: Source) -> Iterator[Part]:
    """Yield a step, and what of it is unknown."""
    keys = next((keys for keys in _KEYS if step.keys() & keys and step.keys() <= keys), None)
    if "repeat" in step:
        count = step.count("repeat")
        if count is None or not isinstance(step.get("steps"), list):
            raise source.error(step.line, "a repeat needs a number and `steps`")
        yield Repeat(count, tuple(_parts(step, source)), step.line)
    elif "section" in step:
        yield Section(step.text("section"), step.line)
    elif "rest" in step:
        rest_ms = step.seconds_ms("rest")
        dose = Open() if rest_ms is None else Time(rest_ms)
        yield Rest(dose, step.line, step.text("say") or None)
    elif "say" in step:
        yield Say(step.text("say"), step.line)
    else:
        yield _step(step)
    if keys is None:
        unknown = sorted(step.keys() - _STEP_KEYS - {"rest", "say", "section", "repeat", "steps"})
        what = ", ".join(f"“{key}”" for key in unknown) or "what belongs to another kind of step"
        yield Remark(f"{what} is left out", step.line)


def _step(step: Record) -> Step:
    tips = list(_tips(step))
    tempo = step.text("tempo")
    return Step(
        step.text("name"),
        _dose(step),
        step.line,
        effort=step.text("effort") or None,
        cues=tuple(tip for tip in tips if isinstance(tip, Cue)),
        tips=tuple(tip for tip in tips if isinstance(tip, str)),
        setup=step.text("setup") or None,
        load=step.text("load") or None,
        tempo=tempo if _TEMPO.fullmatch(tempo) else None,
        doubts=tuple(f"“{key}” is not understood" for key in _unread(step)),
        each_side=step.text("sides") == _EACH,
        switch_ms=step.seconds_ms("switch"),
        side=step.text("side") or None,
        sets=max(1, step.count("sets") or 1),
        set_rest_ms=step.seconds_ms("set_rest") or 0,
    )


def _tips(step: Record) -> Iterator[str | Cue | None]:
    """Yield the tips of a step, None for what is no tip."""
    tips = step.get("tips", [])
    for tip in tips if isinstance(tips, list) else [tips]:
        if not isinstance(tip, Record):
            yield tip if isinstance(tip, str) else None
            continue
        text, at_ms = tip.text("say"), tip.seconds_ms("at")
        if at_ms is not None:
            yield Cue(at_ms, text) if text else None
        else:
            yield text if text and "at" not in tip else None


def _unread(step: Record) -> Iterator[str]:
    """Yield the keys of a step whose values say nothing that they could mean."""
    is_read = {key: step.text(key) != "" for key in _TEXTS}
    is_read |= {key: step.seconds_ms(key) is not None for key in _TIMES}
    is_read |= {
        "hold": step.get("hold") is True or step.seconds_ms("hold") is not None,
        "metres": step.number("metres") is not None,
        "reps": step.count("reps") is not None or step.text("reps") == _MAX,
        "sets": (step.count("sets") or 0) > 0,
        "sides": step.text("sides") == _EACH,
        "tempo": _TEMPO.fullmatch(step.text("tempo")) is not None,
        "tips": None not in _tips(step),
    }
    said = (key for key in is_read if step.get(key) not in (None, False, ""))
    yield from (key for key in said if not is_read[key])


def _dose(step: Record) -> Dose:
    length_ms, count = step.seconds_ms("seconds"), step.count("reps")
    metres, holds = step.number("metres"), step.get("hold") is True
    if metres is not None:
        return Distance(whole(metres), length_ms)
    if length_ms is not None and (count is None or holds):
        return Time(length_ms, holds, as_many=step.text("reps") == _MAX)
    if count is None:
        return Open()
    if length_ms is not None:
        return Reps(count, within_ms=length_ms)
    return Reps(
        count,
        step.seconds_ms("hold"),
        rep_ms=step.seconds_ms("rep"),
        release_ms=step.seconds_ms("release"),
    )
