"""Timer-machine: backups of TimeR Machine.

```timer-machine
{"folders": [], "timers": [{"id": 1, "name": "Run and walk", "loop": 3,
  "startStep": {"label": "Get ready", "length": 10000, "type": "START"},
  "steps": [
    {"step_type": "step", "label": "Run", "length": 60000, "behaviour": [
      {"type": "VOICE", "content": "Keep your shoulders low."}]},
    {"step_type": "group", "name": "Hills", "loop": 2, "steps": [
      {"label": "Up", "length": 20000}, {"label": "Down", "length": 40000}]}]}]}
```

This follows `TimerData.kt`, `StepData.kt`, `BehaviourData.kt` and `Converters.kt` of
timer-machine/timer-machine-android: a length is in milliseconds; the first and the last step stand
outside the loop; a step that halts goes on until one taps once its time is up. A voice says its
`content`, in older versions its `label`, and without either the label of the step
(`BehaviourMapper.kt`, `BehaviourEntity.kt`); a name in braces, or behind `$`, is what the app says
in its place. The folder 2 is the app's trash.
"""

import re
from collections.abc import Iterator, Sequence

from voicecoach.importing import json
from voicecoach.importing.formats import Match
from voicecoach.importing.json import Record
from voicecoach.importing.numbers import whole
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Cue, Open, Part, Plan, Remark, Repeat, Rest, Step, Time
from voicecoach.language.grammar.lexicon import Lexicon, lexicon
from voicecoach.language.short_form import is_rest_word

TITLE = "backup of TimeR Machine (.json)"

_TRASH = 2
_STEP_NAME = re.compile(r"\{SName\}|\{step_name\}|\$step_name\b")
# What else the app replaces; braces that it does not know, it reads as they stand.
_VARIABLE = re.compile(
    r"\{(?:[TGS][A-Z][A-Za-z]+%?|OClockTime|(?:timer|group|step)_[a-z_]+%?|clock_time)\}"
    r"|\$(?:(?:total_)?loop|step_duration|(?:elapsed|remaining)\w*%?|(?:\w+_end_)?time)"
)


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a backup of it."""
    return Match.CERTAIN if json.has_keys(source, "loop", "steps", "length") else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the timers in a backup."""
    found = json.records(json.parse(source))
    timers = [timer for each in found for timer in (each.records("timers") or [each])]
    timers = [timer for timer in timers if "steps" in timer]
    if not timers:
        raise source.error(1, "there is no timer with `steps` in this file")
    kept = [timer for timer in timers if timer.number("folderId") != _TRASH]
    if not kept:
        raise source.error(timers[0].line, "all timers in this backup are in the app's trash")
    words = lexicon(source.language or "en")
    names = {timer.number("id"): timer.text("name") for timer in timers}
    plans: list[Plan] = []
    for timer in kept:
        parts = [
            *(() if plans else _thrown_away(timers)),
            *_step(timer.record("startStep"), words),
            _repeat(timer, words),
            *_step(timer.record("endStep"), words),
        ]
        following = timer.record("more").number("triggerTimerId")
        if following:
            name = names.get(following) or "another timer"
            parts.append(Remark(f"the app goes on with {name}", timer.line))
        plans.append(Plan(timer.text("name"), tuple(parts)))
    return plans


def _thrown_away(timers: Sequence[Record]) -> Iterator[Remark]:
    """Yield what is not imported, as it lies in the app's trash."""
    for timer in timers:
        if timer.number("folderId") == _TRASH:
            what = f"{timer.text('name')} is in the app's trash, and left out"
            yield Remark(what, timer.line)


def _repeat(record: Record, words: Lexicon) -> Repeat:
    """Return the loop of a timer or a group."""
    parts: list[Part] = []
    for each in record.records("steps"):
        if each.text("step_type") == "group" or "steps" in each:
            name = each.text("name")
            parts += [Remark(name, each.line, doubt=False)] if name else []
            parts.append(_repeat(each, words))
        else:
            parts += _step(each, words)
    count = record.count("loop")
    if count is None:
        parts.append(Remark("how often this is done is not said: it is done once", record.line))
        count = 1
    return Repeat(count, tuple(parts), record.line)


def _step(record: Record, words: Lexicon) -> Iterator[Part]:
    """Yield what a step comes to; nothing, where there is none."""
    if not record:
        return
    label = record.text("label")
    length_ms = record.number("length")
    lasts = length_ms is not None and length_ms >= 0
    dose = Time(whole(length_ms)) if lasts and length_ms is not None else Open()
    behaviours = {each.text("type"): each for each in record.records("behaviour")}
    doubts = ("the app then waits until you tap",) if "HALT" in behaviours else ()
    says = _said(behaviours["VOICE"], label) if "VOICE" in behaviours else ""
    if _VARIABLE.search(says):
        doubts = (*doubts, f"“{says}” is only known while the timer runs, and left out")
        says = ""
    if is_rest_word(label, words):
        yield Rest(dose, record.line, says or None, doubts)
    else:
        cues = (Cue(0, says),) if says else ()
        yield Step(label, dose, record.line, cues=cues, doubts=doubts)


def _said(voice: Record, label: str) -> str:
    """Return what a voice says in a step with this label, empty where it says only that."""
    text = voice.text("content") or voice.text("label")
    return _STEP_NAME.sub(lambda _found: label, text)
