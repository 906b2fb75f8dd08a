"""Tips: the lines that are said in turn during the work, going on in the next set or side.

```yaml
title: One plank
workout:
  - exercise: Plank 40s
    tips: [Squeeze your glutes., Breathe.]
```
"""

from collections.abc import Iterable

from voicecoach.routine.cues import Tip
from voicecoach.routine.flow import exercises_of
from voicecoach.routine.phase import Phase, Work
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track

WEIGHT = Weight.TIP

FIRST_TIP_MS = 3000
TIP_GAP_MS = 5000


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Say the tips that have not been said, in their order, wherever there is room for them."""
    work, at_ms = moment.work, FIRST_TIP_MS
    for tip in work.exercise.tips:
        if tip.timed or tip.say is None or not belongs(tip, work) or tip.span in coach.tips_said:
            continue
        said = coach.utterance("tip", coach.text(tip.say, work, moment.remaining_ms))
        if not said.text:
            # A placeholder has no value here, which is told already.
            coach.tips_said.add(tip.span)
            continue
        spot = track.say(said, at_ms, tip.say.span, up_to_ms=track.length_ms)
        if spot is None:
            return
        coach.tips_said.add(tip.span)
        at_ms = spot.end_ms + TIP_GAP_MS


def belongs(tip: Tip, work: Work) -> bool:
    """Return whether a tip is for this set, side and round."""
    wanted = ((tip.set, work.set), (tip.side, work.side), (tip.round, work.place.round))
    return all(want is None or want == have for want, have in wanted)


def report_unsaid(phases: Iterable[Phase], coach: Coach) -> None:
    """Report the tips that no set, side or round was right for, or had room for.

    Where some of an exercise is cut off, its tips may be said there.
    """
    for exercise in exercises_of(phases):
        if exercise.span in coach.routine.cut_off:
            continue
        for tip in exercise.tips:
            stock = tip.say is not None and tip.say.stock
            if tip.span not in coach.tips_said and not stock:
                message = f"this tip of `{exercise.name}` is never said: no work has room for it"
                hint = "shorten it, or give it an `at`"
                if tip.every_ms is not None:
                    hint = "shorten it or `every`, or give it another `at`"
                coach.reports.warn(tip.span, "tip-never-said", message, hint)
