"""Lines: what the author has said as sets, sides and rounds begin and end.

```yaml
title: Two sets
workout:
  - exercise: Squats 2x10, rest 30s
    on_set: Feet as wide as your shoulders.
    after_set: Shake out your legs.
```
"""

from collections.abc import Iterator

from voicecoach.routine.cues import Line
from voicecoach.routine.phase import Work
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import LeadMoment, WorkMoment
from voicecoach.timeline.queue import QueuedLine
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS

WEIGHT = Weight.LINE

LATER_MS = 2000


def leading(moment: LeadMoment, coach: Coach) -> Iterator[QueuedLine]:
    """Yield the lines of the work that ended, and of the work that comes next."""
    for line, work, order in _lines(moment.ended, moment.leads_to, moment.last_work):
        said = coach.utterance("line", coach.text(line, work, moment.remaining_ms))
        span, what = line.span.within(work.span.block), f"a line of `{work.exercise.name}`"
        yield QueuedLine((said,), order, Weight.LINE, span, "line-left-out", what)


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Say the lines at the start of work that nothing leads in to."""
    at_ms, begun = track.first_ms, None if moment.led_in else moment.work
    for line, work, _ in _lines(moment.ended, begun, moment.last_work):
        said = coach.utterance("line", coach.text(line, work, moment.remaining_ms))
        if not said.text:
            # A placeholder has no value here, which is told already.
            continue
        span = line.span.within(work.span.block)
        spot = track.say(said, at_ms, span, up_to_ms=LATER_MS)
        if spot is None:
            message = f"a line of `{work.exercise.name}` has no room ({track.measure(said)} ms)"
            coach.reports.warn(line.span, "line-left-out", message, "shorten it")
        else:
            at_ms = spot.end_ms + LINE_GAP_MS


def _lines(
    ended: Work | None, begun: Work | None, before: Work | None
) -> Iterator[tuple[Line, Work, Order]]:
    """Yield the lines of work that ended, and of work that begins after the work `before`."""
    if ended is not None and ended.exercise.cues.calls:
        yield from ((line, ended, Order.AFTER) for line in ended.after_lines)
    if begun is not None and begun.exercise.cues.calls:
        other_side = before and before.span == begun.span and before.side != begun.side
        if other_side and begun.exercise.on_side is not None:
            yield begun.exercise.on_side, begun, Order.ON
        yield from ((line, begun, Order.ON) for line in begun.on_lines)
