"""Tempo: the named parts of a repetition, each named aloud as it starts.

```yaml
title: Slow breathing
workout:
  - exercise: Box breathing
    for: 32s
    tempo: [{breathe in: 4s}, {hold: 4s}, {breathe out: 4s}, {wait: 4s}]
```
"""

from collections.abc import Iterator

from voicecoach.routine.exercise import Dose, TempoPart
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.cues.countdown import FIRST_MS
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS

WEIGHT = Weight.COUNT


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Name the parts, or tick them where nothing is called out.

    One whose name is longer than itself is ticked, and that is reported.
    """
    work, cues = moment.work, moment.work.exercise.cues
    for at_ms, part in _parts(work.dose):
        if not cues.calls:
            # Repetitions are ticked as they are counted.
            if cues.count == "tick" and work.dose.kind != "reps" and at_ms > 0:
                track.tone("tick", at_ms)
            continue
        name = part.name or ""
        if work.dose.kind == "breaths":
            name = coach.phrases.breath(name)
        spoken = coach.utterance("tempo", name)
        start_ms = max(at_ms, FIRST_MS)
        if start_ms + track.measure(spoken) + LINE_GAP_MS <= at_ms + part.length_ms:
            track.say(spoken, start_ms)
            continue
        if at_ms > 0:
            track.tone("tick", at_ms)
        message = f"`{name}` in the tempo of `{work.exercise.name}` takes longer to say than to do"
        hint = "shorten the words or slow the tempo"
        coach.reports.warn(work.span, "tempo-left-out", message, hint)


def _parts(dose: Dose) -> Iterator[tuple[int, TempoPart]]:
    """Yield when each named part of each whole repetition begins, and the part."""
    if not dose.tempo or not dose.rep_ms:
        return
    for begin_ms in range(0, dose.length_ms - dose.rep_ms + 1, dose.rep_ms):
        at_ms = begin_ms
        for part in dose.tempo:
            if part.name is not None:
                yield at_ms, part
            at_ms += part.length_ms
