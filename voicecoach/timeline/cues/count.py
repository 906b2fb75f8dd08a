"""Count: the number of each repetition as it begins, spoken or ticked.

```yaml
title: Counted
workout: [Squats x10]
```
"""

from voicecoach.routine.exercise import Dose
from voicecoach.timeline.cues import Weight
from voicecoach.timeline.cues.countdown import FIRST_MS
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS

WEIGHT = Weight.COUNT


def working(moment: Moment, track: Track) -> None:
    """Count counted work. The start tone is the tick of the first repetition."""
    work = moment.phase.work
    assert work is not None
    dose, span, reps = work.dose, moment.phase.span, _counted(work.dose)
    if not reps or dose.rep_ms is None:
        return
    if dose.kind == "reps+hold":
        for number in range(1, reps):
            track.tone("tick", number * dose.rep_ms + (number - 1) * dose.release_ms, span)
    if dose.count == "silent":
        return
    aloud = dose.count == "aloud" and not _named(dose) and _fits(moment, dose, reps, track)
    for index in range(reps):
        begin_ms = index * (dose.rep_ms + dose.release_ms)
        # Where sides take turns, the number is that of the pair, and the other side is ticked.
        number, turn = index // dose.sides + 1, index % dose.sides
        if aloud and turn == 0:
            soft = 0 < index < reps - dose.sides
            spoken = moment.utterance("count", str(number))
            track.say(spoken, max(begin_ms, FIRST_MS), span, soft=soft)
        elif index > 0:
            track.tone("tick", begin_ms, span)


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


def _fits(moment: Moment, dose: Dose, reps: int, track: Track) -> bool:
    """Return whether every number fits its repetition; the first begins later."""
    assert dose.rep_ms is not None
    for number in range(1, reps + 1):
        room_ms = dose.rep_ms - LINE_GAP_MS - (FIRST_MS if number == 1 else 0)
        if track.measure(moment.utterance("count", str(number))) > room_ms:
            return False
    return True
