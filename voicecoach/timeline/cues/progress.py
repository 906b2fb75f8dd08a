"""Progress: which set or round is next, and that an exercise is the last.

```yaml
title: Three sets
workout: ["Squats 3x10, rest 30s"]
```
"""

from collections.abc import Iterator

from voicecoach.phrases import Phrases
from voicecoach.routine.phase import Work
from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.queue import QueuedLine

WEIGHT = Weight.PROGRESS


def leading(moment: Moment) -> Iterator[QueuedLine]:
    """Yield the progress of the work that comes next, if there is any to tell."""
    work = moment.next_work
    if not moment.leads_in or work is None:
        return
    text = progress_of(moment)
    if text:
        span = work.exercise.span
        yield QueuedLine(
            (moment.utterance("progress", text),), Order.PROGRESS, Weight.PROGRESS, span
        )


def progress_of(moment: Moment) -> str:
    """Return the progress as the next work begins, empty where there is none to tell."""
    work, before = moment.next_work, moment.phase.work or moment.last_work
    if work is None or not work.exercise.cues.progress:
        return ""
    return " ".join(_progress(work, before, moment.wording.phrases))


def _progress(work: Work, before: Work | None, phrases: Phrases) -> Iterator[str]:
    for number, rounds in work.rounds_begun:
        if number > 1:
            yield _count(phrases, "round", number, rounds)
    if work.set > 1 and (before is None or work.set != before.set):
        yield _count(phrases, "set", work.set, work.sets)
    if work.begins and work.last:
        yield phrases.say("last_exercise")


def _count(phrases: Phrases, key: str, number: int, total: int) -> str:
    if number == total:
        return phrases.say(f"last_{key}")
    return phrases.say(key, number, all=total)
