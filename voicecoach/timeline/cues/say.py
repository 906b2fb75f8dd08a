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

from voicecoach.routine.flow import exercises_of
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import LeadMoment
from voicecoach.timeline.queue import QueuedLine

WEIGHT = Weight.LINE


def leading(moment: LeadMoment, coach: Coach) -> Iterator[QueuedLine]:
    """Yield the text of the phase itself."""
    phase, role, weight = moment.phase, "say", Weight.LINE
    if phase.kind == "say":
        # A phase that is there for its text gives it up last.
        role, weight = phase.role, Weight.COUNTDOWN
    elif phase.kind != "rest":
        return
    line = phase.line
    text = _own_text(role, coach) if line is None else coach.text_between(line, moment)
    if text is not None:
        said, span = coach.utterance(role, text), phase.span if line is None else line.span
        yield QueuedLine((said,), Order.SAY, weight, span, "say-left-out", "this text")


def _own_text(role: str, coach: Coach) -> str | None:
    """Return what the program itself says where the author wrote nothing."""
    routine = coach.routine
    if role == "intro":
        exercises, total = exercises_of(routine.phases), coach.wording.rounded(routine.exact_ms)
        key = "intro_breathing" if all(each.breathes for each in exercises) else "intro"
        return coach.phrases.say(key, len(exercises), title=routine.title, total=total)
    if role == "outro" and routine.outro == "auto":
        return coach.phrases.say("outro")
    return None
