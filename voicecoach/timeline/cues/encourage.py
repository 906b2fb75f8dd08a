"""Encourage: lines given out in turn, late in the work, where there is room.

```yaml
title: With a kind word
cues: {encourage: [Looking strong., Stay with it.]}
workout: [Plank 60s, "Squats 3x10, rest 30s"]
```
"""

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.cues.lines import LATER_MS
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track

WEIGHT = Weight.ENCOURAGE

SHORTEST_MS = 20_000
_CLOCK_MS = 4000


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Say one line two thirds into work of 20 s or more; what has no room waits for the next."""
    work, length_ms = moment.work, moment.work.length_ms
    lines = work.exercise.cues.encourage
    if not lines or length_ms < SHORTEST_MS:
        return
    line = lines[coach.encouraged % len(lines)]
    encouragement = coach.utterance("encourage", coach.text(line, work, moment.remaining_ms))
    at_ms, said_ms = length_ms * 2 // 3, track.measure(encouragement)
    every_ms = work.exercise.cues.clock_ms
    if every_ms and (at_ms + said_ms) // every_ms > (at_ms - _CLOCK_MS) // every_ms:
        # The clock cannot move, and is promised.
        at_ms = (at_ms + said_ms) // every_ms * every_ms + _CLOCK_MS
    if track.say(encouragement, at_ms, line.span, up_to_ms=LATER_MS):
        coach.encouraged += 1
