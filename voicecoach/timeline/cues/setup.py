"""Setup: how to get into position, once, before the exercise's first set.

```yaml
title: One exercise
workout:
  - exercise: Bird dog x5, each side
    setup: On hands and knees.
```
"""

from collections.abc import Iterator

from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.queue import QueuedLine

WEIGHT = Weight.SETUP


def leading(moment: Moment) -> Iterator[QueuedLine]:
    """Yield the setups of the work that comes next, where they have not been said."""
    if not moment.leads_in or moment.next_work is None:
        return
    for exercise in moment.setups_due:
        if exercise.setup is None:
            continue
        text = moment.text(exercise.setup, moment.next_work)
        if len(moment.setups_due) > 1 and exercise != moment.next_work.exercise:
            text = f"{exercise.name}. {text}"
        what = f"the setup of `{exercise.name}`"
        span = exercise.setup.span.within(exercise.span.block)
        lost = None if exercise.setup.stock else "setup-left-out"
        yield QueuedLine(
            (moment.utterance("setup", text),), Order.SETUP, Weight.SETUP, span, lost, what
        )
