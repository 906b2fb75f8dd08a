"""Side: the call of the other side in a change of sides.

```yaml
title: Both sides
workout: [Side plank 20s each side]
```
"""

from collections.abc import Iterator

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import LeadMoment
from voicecoach.timeline.queue import QueuedLine

WEIGHT = Weight.SIDE


def leading(moment: LeadMoment, coach: Coach) -> Iterator[QueuedLine]:
    """Yield the call in a switch between two sides of one exercise."""
    work = moment.next_work
    if moment.phase.kind != "switch" or work is None or work.side is None:
        return
    if work.begins and work.announcement != "nothing":
        return
    if not work.exercise.cues.calls:
        return
    call = coach.utterance("side", coach.wording.side_call(work.side))
    what = f"the side of `{work.exercise.name}`"
    yield QueuedLine((call,), Order.ANNOUNCE, Weight.SIDE, work.span, "side-left-out", what)
