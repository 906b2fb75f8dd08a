"""Time left: `10 seconds left`, in timed work of 30 s or more.

```yaml
title: One plank
cues: {time_left: [30s, 10s]}
workout: [Plank 60s]
```
"""

from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.track import Track

WEIGHT = Weight.TIME_LEFT

SHORTEST_MS = 30_000


def working(moment: Moment, track: Track) -> None:
    """Say each time left exactly when it is left, or not at all."""
    work, length_ms = moment.phase.work, moment.phase.length_ms
    assert work is not None
    assert length_ms is not None
    if not work.dose.timed or length_ms < SHORTEST_MS:
        return
    phrases = moment.wording.phrases
    for left_ms in work.exercise.cues.time_left_ms:
        if left_ms < length_ms:
            text = phrases.say("time_left", time=phrases.time(left_ms))
            track.say(moment.utterance("time-left", text), length_ms - left_ms, moment.phase.span)
