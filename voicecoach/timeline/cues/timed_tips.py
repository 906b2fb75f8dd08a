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
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.cues.count import rep_at
from voicecoach.timeline.cues.lines import LATER_MS
from voicecoach.timeline.cues.tips import belongs
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.track import Track
from voicecoach.units import clock

WEIGHT = Weight.LINE


def working(moment: Moment, track: Track) -> None:
    """Lay each tip at its time, up to 2 s later; one that has no room is reported."""
    work, length_ms = moment.phase.work, moment.phase.length_ms
    assert work is not None
    assert length_ms is not None
    for tip in work.exercise.tips:
        if not tip.timed or not belongs(tip, moment):
            continue
        moment.notebook.tips_said.add(tip.span)
        at_ms = _at_ms(tip, length_ms)
        inside = 0 <= at_ms < length_ms
        if tip.sound is not None and inside:
            track.sound(tip.sound, at_ms, tip.span.within(moment.phase.span.block))
        elif tip.say is not None and inside and _say(moment, track, tip, at_ms):
            continue
        elif tip.say is not None or not inside:
            message = f"the tip at {clock(abs(at_ms))} of `{work.exercise.name}` has no room"
            hint = f"the work lasts {clock(length_ms)}: move the tip, or shorten it"
            moment.notebook.warn(tip.span, "tip-left-out", message, hint)


def _say(moment: Moment, track: Track, tip: Tip, at_ms: int) -> bool:
    work = moment.phase.work
    assert work is not None
    assert tip.say is not None
    said = moment.utterance("tip", moment.text(tip.say, work, rep_at(work.dose, at_ms)))
    span = tip.say.span.within(moment.phase.span.block)
    return bool(track.say(said, at_ms, span, up_to_ms=LATER_MS, over_soft=True))


def _at_ms(tip: Tip, length_ms: int) -> int:
    if tip.at_percent is not None:
        return length_ms * tip.at_percent // 100
    at_ms = tip.at_ms or 0
    return length_ms + at_ms if at_ms < 0 else at_ms
