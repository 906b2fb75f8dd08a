"""Clock: every so often, the time that is gone and the time that is left.

```yaml
title: A long run
cues: {clock: 5 min}
workout: [Run 20 min]
```
"""

from voicecoach.phrases import Phrases
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track
from voicecoach.units import HOUR_MS, MINUTE_MS

WEIGHT = Weight.CLOCK


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Tell the time of timed work exactly when it is, or not at all."""
    work, length_ms = moment.work, moment.work.length_ms
    every_ms = work.exercise.cues.clock_ms
    if every_ms is None or not work.dose.timed:
        return
    for gone_ms in range(every_ms, length_ms, every_ms):
        text = _told(gone_ms, length_ms - gone_ms, coach.phrases)
        track.say(coach.utterance("clock", text), gone_ms)


def _told(gone_ms: int, left_ms: int, phrases: Phrases) -> str:
    """Return what is gone and what is left; where both end in minutes, the unit is said once."""
    gone = phrases.time(gone_ms)
    whole = gone_ms % MINUTE_MS == 0 and left_ms % MINUTE_MS == 0
    if whole and gone_ms % HOUR_MS and left_ms < HOUR_MS:
        return phrases.say("clock_minutes", left_ms // MINUTE_MS, gone=gone)
    return phrases.say("clock", gone=gone, left=phrases.time(left_ms))
