"""Halfway: a tone at the exact middle of timed work of 20 s or more, and the word after it.

```yaml
title: One plank
workout: [Plank 30s]
```
"""

from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS, TONE_GAP_MS

WEIGHT = Weight.HALFWAY

SHORTEST_MS = 20_000


def working(moment: Moment, track: Track) -> None:
    """Lay the tone and the word; where a weightier line speaks at the middle, neither.

    Where the time left is said at the middle, the tone sounds and the time left is spoken.
    """
    work, length_ms = moment.phase.work, moment.phase.length_ms
    assert work is not None
    assert length_ms is not None
    timed = work.dose.timed and work.exercise.cues.halfway
    if not timed or length_ms < SHORTEST_MS:
        return
    middle_ms, span = length_ms // 2, moment.phase.span
    tone_end_ms = middle_ms + track.tone_lengths_ms["halfway"]
    speaking = [
        spot
        for spot in track.spots
        if spot.kind == "speech" and spot.at_ms < tone_end_ms and middle_ms < spot.end_ms
    ]
    if any(spot.role != "time-left" for spot in speaking):
        return
    track.tone("halfway", middle_ms, span)
    if track.is_free(middle_ms, tone_end_ms, LINE_GAP_MS):
        text = moment.wording.phrases.say("halfway")
        track.say(moment.utterance("halfway", text), tone_end_ms + TONE_GAP_MS, span)
