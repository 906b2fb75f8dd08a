"""Clock: every so often, the time that is gone and the time that is left.

```yaml
title: A long run
cues: {clock: 5 min}
workout: [Run 20 min]
```
"""

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track

WEIGHT = Weight.CLOCK


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Tell the time of timed work exactly when it is, or not at all."""
    work, length_ms = moment.work, moment.work.length_ms
    every_ms = work.exercise.cues.clock_ms
    if every_ms is None or not work.dose.timed:
        return
    phrases = coach.phrases
    for gone_ms in range(every_ms, length_ms, every_ms):
        gone, left = phrases.time(gone_ms), phrases.time(length_ms - gone_ms)
        text = phrases.say("clock", gone=gone, left=left)
        track.say(coach.utterance("clock", text), gone_ms)
