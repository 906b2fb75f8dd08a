"""Progress: which set or round is next, and that an exercise is the last.

```yaml
title: Three sets
workout: ["Squats 3x10, rest 30s"]
```
"""

from collections.abc import Iterator

from voicecoach.phrases import Phrases
from voicecoach.routine.phase import Work
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Order, Weight
from voicecoach.timeline.moment import LeadMoment
from voicecoach.timeline.queue import QueuedLine

WEIGHT = Weight.PROGRESS


def leading(moment: LeadMoment, coach: Coach) -> Iterator[QueuedLine]:
    """Yield the progress of the work that comes next, if there is any to tell."""
    work = moment.leads_to
    if work is None:
        return
    for fact in progress_of(work, moment.last_work, coach.phrases):
        said = coach.utterance("progress", fact)
        yield QueuedLine((said,), Order.PROGRESS, Weight.PROGRESS, work.span)


def progress_of(work: Work, before: Work | None, phrases: Phrases) -> list[str]:
    """Return a line for each fact as `work` begins after `before`, the weightiest first."""
    return list(_progress(work, before, phrases)) if work.exercise.cues.progress else []


def rounds_before_titles(work: Work, phrases: Phrases) -> str:
    """Return which round begins where a circuit in it begins as well.

    Behind the title of that, `Last round.` would be taken for one of its own.
    """
    cues = work.exercise.cues
    if not (cues.progress and _titled(work)):
        return ""
    return " ".join(_rounds(work, phrases))


def _titled(work: Work) -> bool:
    is_whole = work.begins and work.announcement == "whole"
    return bool(work.titles) and is_whole and work.exercise.cues.announce != "off"


def _rounds(work: Work, phrases: Phrases) -> Iterator[str]:
    for number, rounds in work.rounds_begun:
        if number > 1:
            yield _count(phrases, "round", number, rounds)


def _progress(work: Work, before: Work | None, phrases: Phrases) -> Iterator[str]:
    if not _titled(work):
        yield from _rounds(work, phrases)
    if work.set > 1 and (before is None or work.set != before.set):
        yield _count(phrases, "set", work.set, work.sets)
    if work.begins and work.last:
        yield phrases.say("last_exercise")


def _count(phrases: Phrases, key: str, number: int, total: int) -> str:
    if number == total:
        return phrases.say(f"last_{key}")
    return phrases.say(key, number, all=total)
