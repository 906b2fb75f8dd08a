"""Halfway: a tone at the exact middle of timed work of 20 s or more, and the word after it.

```yaml
title: One plank
workout: [Plank 30s]
```
"""

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.cues.lines import LATER_MS
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS, TONE_GAP_MS

WEIGHT = Weight.HALFWAY

SHORTEST_MS = 20_000
# Lines that may be said while the tone sounds.
_BESIDE_THE_TONE = ("tip", "time-left")


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Lay the tone, and the word behind it; where a weightier line speaks at the middle, neither.

    Beside the time left the tone sounds alone, beside a tip the word follows that. Held repetitions
    are counted, and have no middle.
    """
    work, length_ms = moment.work, moment.work.length_ms
    timed = work.dose.timed and work.dose.kind != "reps+hold"
    if not timed or not work.exercise.cues.halfway or length_ms < SHORTEST_MS:
        return
    middle_ms = length_ms // 2
    tone_end_ms = middle_ms + track.tones.clear_ms("halfway")
    if any(line.role not in _BESIDE_THE_TONE for line in track.lines(middle_ms, tone_end_ms)):
        return
    track.tone("halfway", middle_ms)
    if all(line.role == "tip" for line in track.lines(middle_ms, tone_end_ms, LINE_GAP_MS)):
        word = coach.utterance("halfway", coach.phrases.say("halfway"))
        track.say(word, tone_end_ms + TONE_GAP_MS, up_to_ms=LATER_MS)
