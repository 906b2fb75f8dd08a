"""Timed tips: the tips and tones that the author gave a time.

```yaml
title: One plank
workout:
  - exercise: Plank 40s
    tips:
      - {at: 10s, say: Squeeze your glutes.}
      - {at: 75%, sound: tick}
      - {every: 15s, say: Breathe.}
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
    """Lay each tip at its time, up to 2 s later; one that has no room is reported.

    One that comes again and again is missed only where it is never said.
    """
    work, length_ms = moment.work, moment.work.length_ms
    for tip in work.exercise.tips:
        if not tip.timed or not belongs(tip, work):
            continue
        start_ms = _start_ms(tip, length_ms)
        if tip.every_ms is not None:
            for at_ms in range(start_ms, length_ms, tip.every_ms):
                if _lay(tip, at_ms, moment, track, coach):
                    coach.tips_said.add(tip.span)
            continue
        coach.tips_said.add(tip.span)
        if not _lay(tip, start_ms, moment, track, coach):
            message = f"the tip at {clock(abs(start_ms))} of `{work.exercise.name}` has no room"
            hint = f"the work lasts {clock(length_ms)}: move the tip, or shorten it"
            coach.reports.warn(tip.span, "tip-left-out", message, hint)


def _lay(tip: Tip, at_ms: int, moment: WorkMoment, track: Track, coach: Coach) -> bool:
    """Lay a tip once and return whether there was room for it."""
    if not 0 <= at_ms < moment.work.length_ms:
        return False
    if tip.sound is not None:
        track.tone("sound", at_ms, tip.span, sound=tip.sound)
    elif tip.say is not None:
        rep = rep_at(moment.work.dose, at_ms)
        said = coach.utterance("tip", coach.text(tip.say, moment.work, moment.remaining_ms, rep))
        if not said.text:
            # A placeholder has no value here, which is told already.
            return True
        spot = track.say(said, at_ms, tip.say.span, up_to_ms=LATER_MS)
        return spot is not None
    return True


def _start_ms(tip: Tip, length_ms: int) -> int:
    """Return the time of a tip, the first one where it comes again."""
    if tip.at_percent is not None:
        return length_ms * tip.at_percent // 100
    if tip.at_ms is None:
        return tip.every_ms or 0
    return length_ms + tip.at_ms if tip.at_ms < 0 else tip.at_ms
