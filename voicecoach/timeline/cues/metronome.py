"""Metronome: a click on each beat of the work, without drift however long it lasts.

```yaml
title: Cadence
workout:
  - exercise: Run 2 min
    metronome: 180
```
"""

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track
from voicecoach.units import MINUTE_MS

WEIGHT = Weight.METRONOME


def working(moment: WorkMoment, track: Track, _coach: Coach) -> None:
    """Lay the beats; the start tone is the first one, and stands for beat 0."""
    bpm = moment.work.exercise.metronome_bpm
    if bpm is None:
        return
    beat, at_ms = 1, 0
    # Each beat is rounded by itself: the errors do not add up.
    while (at_ms := (2 * MINUTE_MS * beat + bpm) // (2 * bpm)) < track.length_ms:
        track.tone("metronome", at_ms)
        beat += 1
