"""Countdown: the last seconds before work starts and before timed work ends.

```yaml
title: Two planks
workout: [Plank 20s, rest: 10s, Plank 20s]
```
"""

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track
from voicecoach.units import SECOND_MS

WEIGHT = Weight.COUNTDOWN

# A number that would begin sooner after its phase meets the tone there.
FIRST_MS = 600
_LONGEST_MS = SECOND_MS - 250


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Count down to the end of timed work; of held repetitions, only within the last hold."""
    dose, earliest_ms = moment.work.dose, FIRST_MS
    if dose.kind == "reps+hold" and dose.rep_ms is not None:
        earliest_ms += track.length_ms - dose.rep_ms
    ticks = moment.work.exercise.cues.countdown_ticks
    count_down(moment.countdown, track, coach, earliest_ms, ticks=ticks)


def count_down(count: int, track: Track, coach: Coach, earliest_ms: int, *, ticks: bool) -> None:
    """Lay the last `count` seconds of a phase; those before `earliest_ms` are left out.

    With `ticks`, or where a number is longer than its second allows or meets a part of a tempo, a
    tick stands for it.
    """
    for seconds in range(count, 0, -1):
        at_ms = track.length_ms - seconds * SECOND_MS
        if at_ms < earliest_ms:
            continue
        number = coach.utterance("countdown", str(seconds))
        if ticks or track.measure(number) > _LONGEST_MS:
            track.tone("tick", at_ms)
        else:
            # The last part of a breath is missed more than a number is.
            track.lay(number, at_ms, yields_to=("tempo",))


def start_ms(count: int, end_ms: int) -> int | None:
    """Return when the countdown to `end_ms` begins, or None where nothing is counted."""
    starts = (end_ms - seconds * SECOND_MS for seconds in range(count, 0, -1))
    return next((at_ms for at_ms in starts if at_ms >= FIRST_MS), None)
