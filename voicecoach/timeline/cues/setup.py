"""Setup: how to get into position, once, before the exercise's first set.

```yaml
title: One exercise
workout:
  - exercise: Bird dog x5, each side
    setup: On hands and knees.
```
"""

from collections.abc import Iterator

from voicecoach.timeline.cues import Place, Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.queue import Item

WEIGHT = Weight.SETUP


def leading(moment: Moment) -> Iterator[Item]:
    """Yield the setup of the work that comes next, where it has not been said."""
    work = moment.next_work
    if not moment.leads_in or work is None or not moment.setup_due:
        return
    setup = work.exercise.setup
    if setup is not None:
        text = moment.text(setup, work)
        what = f"the setup of `{work.exercise.name}`"
        yield Item("setup", (text,), Place.SETUP, Weight.SETUP, setup.span, "setup-left-out", what)
