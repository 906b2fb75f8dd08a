"""Halfway: a tone at the exact middle of timed work of 20 s or more, and the word after it.

```yaml
title: One plank
workout: [Plank 30s]
```
"""

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS, TONE_GAP_MS

WEIGHT = Weight.HALFWAY

SHORTEST_MS = 20_000


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Lay the tone and the word; where a weightier line speaks at the middle, neither.

    Where the time left is said at the middle, the tone sounds and the time left is spoken.
    """
    work, length_ms = moment.work, moment.work.length_ms
    timed = work.dose.timed and work.exercise.cues.halfway
    if not timed or length_ms < SHORTEST_MS:
        return
    middle_ms = length_ms // 2
    tone_end_ms = middle_ms + track.tone_lengths_ms["halfway"]
    if any(line.role != "time-left" for line in track.lines(middle_ms, tone_end_ms)):
        return
    track.tone("halfway", middle_ms)
    if not track.lines(middle_ms, tone_end_ms, LINE_GAP_MS):
        word = coach.utterance("halfway", coach.phrases.say("halfway"))
        track.say(word, tone_end_ms + TONE_GAP_MS)
