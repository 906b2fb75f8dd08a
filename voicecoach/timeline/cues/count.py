"""Count: the number of each repetition as it begins, spoken or ticked.

```yaml
title: Counted
workout: [Squats x10]
```
"""

from collections.abc import Sequence

from voicecoach.routine.exercise import Dose
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.cues.countdown import FIRST_MS
from voicecoach.timeline.moment import WorkMoment
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS

WEIGHT = Weight.COUNT


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Count counted work. The start tone is the tick of the first repetition."""
    dose = moment.work.dose
    reps, rep_ms = _counted(dose), dose.rep_ms
    if not reps or rep_ms is None:
        return
    if dose.kind == "reps+hold":
        for number in range(1, reps):
            track.tone("tick", number * rep_ms + (number - 1) * dose.release_ms)
    styles = (dose.count, moment.work.exercise.cues.count)
    if "silent" in styles:
        return
    track.budget.expect(reps)
    numbers = [coach.utterance("count", str(number)) for number in range(1, reps + 1)]
    aloud = "tick" not in styles and not _named(dose) and _fit(numbers, rep_ms, track)
    for index in range(reps):
        begin_ms = index * (rep_ms + dose.release_ms)
        # Where sides take turns, the number is that of the pair, and the other side is ticked.
        pair, turn = divmod(index, dose.sides)
        if aloud and turn == 0:
            inner = 0 < index < reps - dose.sides
            yields_to = ("line", "tip", "encourage") if inner else ()
            track.say(numbers[pair], max(begin_ms, FIRST_MS), yields_to=yields_to)
        elif index > 0:
            track.tone("tick", begin_ms)


def rep_at(dose: Dose, at_ms: int) -> int | None:
    """Return which repetition is being done `at_ms` in, or None where none is counted."""
    if dose.reps is None or dose.rep_ms is None:
        return None
    index = min(dose.reps - 1, at_ms // (dose.rep_ms + dose.release_ms))
    return index // dose.sides + 1


def _counted(dose: Dose) -> int:
    """Return how many repetitions are counted: for a time, the whole cycles of its tempo."""
    if dose.kind == "for" and dose.rep_ms is not None:
        return 0 if _named(dose) else dose.length_ms // dose.rep_ms
    return dose.reps or 0 if dose.kind in ("reps", "reps+hold") else 0


def _named(dose: Dose) -> bool:
    return any(part.name is not None for part in dose.tempo)


def _fit(numbers: Sequence[Utterance], rep_ms: int, track: Track) -> bool:
    """Return whether every number fits its repetition; the first begins later."""
    room_ms = rep_ms - LINE_GAP_MS
    return all(
        track.measure(number) <= room_ms - (0 if index else FIRST_MS)
        for index, number in enumerate(numbers)
    )
