"""Time left: `10 seconds left`, in timed work of 30 s or more that is not paced by breath.

Held repetitions are none, either.

```yaml
title: One plank
cues: {time_left: [30s, 10s]}
workout: [Plank 60s]
```
"""

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track

WEIGHT = Weight.TIME_LEFT

SHORTEST_MS = 30_000
# Who holds or breathes by count knows what is left.
_PACED = ("reps+hold", "breaths")


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Say each time left exactly when it is left, or not at all."""
    work, length_ms = moment.work, moment.work.length_ms
    if not work.dose.timed or work.dose.kind in _PACED or length_ms < SHORTEST_MS:
        return
    for left_ms in work.exercise.cues.time_left_ms:
        if left_ms < length_ms:
            text = coach.phrases.say("time_left", time=coach.phrases.time(left_ms))
            track.say(coach.utterance("time-left", text), length_ms - left_ms)
