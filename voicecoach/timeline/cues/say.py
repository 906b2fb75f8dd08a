"""Say: the text of a `say` block, of a rest, of the intro, the caution and the outro.

```yaml
title: With a word in the rest
workout:
  - Plank 20s
  - {rest: 30s, say: Have a drink.}
  - Plank 20s
```
"""

from collections.abc import Iterator

from voicecoach.routine.phase import Phase
from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.queue import QueuedLine

WEIGHT = Weight.LINE


def leading(moment: Moment) -> Iterator[QueuedLine]:
    """Yield the text of the phase itself."""
    text = _text(moment, moment.phase)
    if text is not None:
        span = moment.phase.say.span if moment.phase.say else moment.phase.span
        # A phase that is there for its text gives it up last.
        weight = Weight.LINE if moment.phase.kind == "rest" else Weight.COUNTDOWN
        said = moment.utterance(moment.phase.role, text)
        yield QueuedLine((said,), Order.SAY, weight, span, "say-left-out", "this text")


def _text(moment: Moment, phase: Phase) -> str | None:
    if phase.say is not None:
        return moment.text(phase.say)
    wording, routine = moment.wording, moment.routine
    if phase.role == "intro":
        exercises = {item.work.exercise.span for item in routine.phases if item.work is not None}
        total = wording.rounded(routine.exact_ms)
        return wording.phrases.say("intro", len(exercises), title=routine.title, total=total)
    if phase.role == "outro" and routine.outro == "auto":
        return wording.phrases.say("outro")
    return None
