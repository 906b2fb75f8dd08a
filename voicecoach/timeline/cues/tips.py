"""Tips: the lines that are said in turn during the work, going on in the next set or side.

```yaml
title: One plank
workout:
  - exercise: Plank 40s
    tips: [Squeeze your glutes., Breathe.]
```
"""

from voicecoach.routine.cues import Tip
from voicecoach.routine.phase import Phase
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.notebook import Notebook
from voicecoach.timeline.track import Track

WEIGHT = Weight.TIP

FIRST_TIP_MS = 3000
TIP_GAP_MS = 5000


def working(moment: Moment, track: Track) -> None:
    """Say the tips that have not been said, in their order, wherever there is room for them."""
    work, length_ms = moment.phase.work, moment.phase.length_ms
    assert work is not None
    assert length_ms is not None
    at_ms = FIRST_TIP_MS
    for tip in work.exercise.tips:
        if tip.timed or tip.say is None or not belongs(tip, moment):
            continue
        if tip.span in moment.notebook.tips_said:
            continue
        said = moment.utterance("tip", moment.text(tip.say, work))
        span = tip.say.span.within(moment.phase.span.block)
        spot = track.say(said, at_ms, span, up_to_ms=length_ms, over_soft=True)
        if spot is None:
            return
        moment.notebook.tips_said.add(tip.span)
        at_ms = spot.end_ms + TIP_GAP_MS


def belongs(tip: Tip, moment: Moment) -> bool:
    """Return whether a tip is for this set, side and round."""
    work = moment.phase.work
    assert work is not None
    wanted = ((tip.set, work.set), (tip.side, work.side), (tip.round, moment.phase.place.round))
    return all(want is None or want == have for want, have in wanted)


def report_unsaid(phases: tuple[Phase, ...], notebook: Notebook) -> None:
    """Report the tips that no set, side or round was right for, or had room for."""
    exercises = {phase.work.exercise.span: phase.work.exercise for phase in phases if phase.work}
    for exercise in exercises.values():
        for tip in exercise.tips:
            stock = tip.say is not None and tip.say.stock
            if tip.span not in notebook.tips_said and not stock:
                message = f"this tip of `{exercise.name}` is never said: no work has room for it"
                notebook.warn(tip.span, "tip-never-said", message, "shorten it, or give it an `at`")
