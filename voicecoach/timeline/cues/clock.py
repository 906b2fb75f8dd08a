"""Clock: every so often, the time that is gone and the time that is left.

```yaml
title: A long run
cues: {clock: 5 min}
workout: [Run 20 min]
```
"""

from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.track import Track

WEIGHT = Weight.CLOCK


def working(moment: Moment, track: Track) -> None:
    """Tell the time of timed work exactly when it is, or not at all."""
    work, length_ms = moment.phase.work, moment.phase.length_ms
    assert work is not None
    assert length_ms is not None
    every_ms = work.exercise.cues.clock_ms
    if every_ms is None or not work.dose.timed:
        return
    phrases = moment.wording.phrases
    for gone_ms in range(every_ms, length_ms, every_ms):
        gone, left = phrases.time(gone_ms), phrases.time(length_ms - gone_ms)
        text = phrases.say("clock", gone=gone, left=left)
        track.say(moment.utterance("clock", text), gone_ms, moment.phase.span)
