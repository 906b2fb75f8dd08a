"""Countdown: the last seconds before work starts and before timed work ends.

```yaml
title: Two planks
workout: [Plank 20s, rest: 10s, Plank 20s]
```
"""

from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.track import Track
from voicecoach.units import SECOND_MS

WEIGHT = Weight.COUNTDOWN

# A number that would begin sooner after its phase meets the tone there.
FIRST_MS = 600
_LONGEST_MS = SECOND_MS - 250


def working(moment: Moment, track: Track) -> None:
    """Count down to the end of timed work; of held repetitions, only within the last hold."""
    work, length_ms = moment.phase.work, moment.phase.length_ms
    assert work is not None
    assert length_ms is not None
    held_ms = work.dose.rep_ms if work.dose.kind == "reps+hold" else None
    earliest_ms = FIRST_MS if held_ms is None else length_ms - held_ms + FIRST_MS
    count_down(moment, track, length_ms, earliest_ms)


def count_down(moment: Moment, track: Track, end_ms: int, earliest_ms: int = FIRST_MS) -> None:
    """Lay the numbers that end at `end_ms`; those before `earliest_ms` are left out.

    A number that is longer than its second allows becomes a tick.
    """
    for seconds in range(moment.countdown, 0, -1):
        at_ms = end_ms - seconds * SECOND_MS
        if at_ms < earliest_ms:
            continue
        number = moment.utterance("countdown", str(seconds))
        if track.measure(number) > _LONGEST_MS:
            track.tone("tick", at_ms, moment.phase.span)
        else:
            track.lay(number, at_ms, moment.phase.span)


def start_ms(moment: Moment, end_ms: int, earliest_ms: int = FIRST_MS) -> int | None:
    """Return when the countdown to `end_ms` begins, or None where nothing is counted."""
    starts = (end_ms - seconds * SECOND_MS for seconds in range(moment.countdown, 0, -1))
    return next((at_ms for at_ms in starts if at_ms >= earliest_ms), None)
