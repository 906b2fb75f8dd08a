"""Timed tips: the tips and tones that the author gave a time.

```yaml
title: One plank
workout:
  - exercise: Plank 40s
    tips:
      - {at: 10s, say: Squeeze your glutes.}
      - {at: 75%, sound: tick}
```
"""

from voicecoach.routine.cues import Tip
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.cues.count import rep_at
from voicecoach.timeline.cues.lines import LATER_MS
from voicecoach.timeline.cues.tips import belongs
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track
from voicecoach.units import clock

WEIGHT = Weight.LINE


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Lay each tip at its time, up to 2 s later; one that has no room is reported."""
    work, length_ms = moment.work, moment.work.length_ms
    for tip in work.exercise.tips:
        if not tip.timed or not belongs(tip, work):
            continue
        coach.tips_said.add(tip.span)
        at_ms = _at_ms(tip, length_ms)
        has_room = 0 <= at_ms < length_ms
        if has_room and tip.sound is not None:
            track.tone("sound", at_ms, tip.span, sound=tip.sound)
        elif has_room and tip.say is not None:
            rep = rep_at(work.dose, at_ms)
            said = coach.utterance("tip", coach.text(tip.say, work, moment.remaining_ms, rep))
            spot = track.say(said, at_ms, tip.say.span, up_to_ms=LATER_MS, over_soft=True)
            has_room = spot is not None
        if not has_room:
            message = f"the tip at {clock(abs(at_ms))} of `{work.exercise.name}` has no room"
            hint = f"the work lasts {clock(length_ms)}: move the tip, or shorten it"
            coach.reports.warn(tip.span, "tip-left-out", message, hint)


def _at_ms(tip: Tip, length_ms: int) -> int:
    if tip.at_percent is not None:
        return length_ms * tip.at_percent // 100
    at_ms = tip.at_ms or 0
    return length_ms + at_ms if at_ms < 0 else at_ms
