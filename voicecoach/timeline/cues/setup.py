"""Setup: how to get into position, once, before the exercise's first set.

```yaml
title: One exercise
workout:
  - exercise: Bird dog x5, each side
    setup: On hands and knees.
```
"""

from collections.abc import Iterator

from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import LeadMoment
from voicecoach.timeline.queue import QueuedLine

WEIGHT = Weight.SETUP


def leading(moment: LeadMoment, coach: Coach) -> Iterator[QueuedLine]:
    """Yield the setups of the work that comes next, where they have not been said."""
    work = moment.leads_to
    if work is None:
        return
    for exercise in work.introduces:
        if exercise.setup is None:
            continue
        text = coach.text(exercise.setup, work, moment.remaining_ms)
        if len(work.introduces) > 1 and exercise != work.exercise:
            text = f"{exercise.name}. {text}"
        said = coach.utterance("setup", text)
        span = exercise.setup.span.within(exercise.span.block)
        stock = exercise.setup.stock
        lost = None if stock else "setup-left-out"
        what = f"the setup of `{exercise.name}`"
        yield QueuedLine(
            (said,),
            Order.SETUP,
            Weight.SETUP,
            exercise.span if stock else span,
            lost,
            what,
            stock_setup_of=exercise.name if stock else None,
        )
