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
from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.queue import QueuedLine
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS

WEIGHT = Weight.LINE

LATER_MS = 2000


def leading(moment: Moment) -> Iterator[QueuedLine]:
    """Yield the lines of the work that ended, and of the work that comes next."""
    if moment.follows_work and moment.phase.kind != "pause":
        for line, work in _ended(moment):
            yield _item(moment, line, work, Order.AFTER)
    if moment.leads_in and moment.next_work is not None:
        for line, work in _coming(moment, moment.next_work):
            yield _item(moment, line, work, Order.ON)


def working(moment: Moment, track: Track) -> None:
    """Say the lines at the start of work that nothing leads in to."""
    work = moment.phase.work
    assert work is not None
    at_ms = track.first_ms
    lines = list(_ended(moment)) if moment.follows_work else []
    if not moment.led_in:
        lines += _coming(moment, work)
    for line, owner in lines:
        said = moment.utterance("line", moment.text(line, owner))
        span = line.span.within(owner.exercise.span.block)
        spot = track.say(said, at_ms, span, up_to_ms=LATER_MS, over_soft=True)
        if spot is None:
            message = f"a line of `{owner.exercise.name}` has no room ({moment.measure(said)} ms)"
            moment.notebook.warn(line.span, "line-left-out", message, "shorten it")
        else:
            at_ms = spot.end_ms + LINE_GAP_MS


def _ended(moment: Moment) -> Iterator[tuple[Line, Work]]:
    if moment.last_work is not None:
        for line in moment.last_work.after_lines:
            yield line, moment.last_work


def _coming(moment: Moment, work: Work) -> Iterator[tuple[Line, Work]]:
    before = moment.last_work
    same = before is not None and before.exercise.span == work.exercise.span
    changed = before is not None and same and before.side != work.side
    if work.exercise.on_side is not None and changed:
        yield work.exercise.on_side, work
    for line in work.on_lines:
        yield line, work


def _item(moment: Moment, line: Line, work: Work, order: Order) -> QueuedLine:
    said = moment.utterance("line", moment.text(line, work))
    span = line.span.within(work.exercise.span.block)
    what = f"a line of `{work.exercise.name}`"
    return QueuedLine((said,), order, Weight.LINE, span, "line-left-out", what)
