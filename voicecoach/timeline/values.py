"""Values: what the placeholders of a text stand for, by where in the programme it is said."""

from collections.abc import Mapping

from voicecoach.routine.phase import Place, Work
from voicecoach.routine.routine import Routine
from voicecoach.timeline.wording import Wording

# None where a placeholder stands for nothing there.
Values = Mapping[str, str | None]


def values_between(
    routine: Routine,
    place: Place,
    next_name: str | None,
    remaining_ms: int,
    rep: int | None = None,
) -> Values:
    """Return what placeholders stand for at a place between two works.

    `remaining_ms` is the sum of the exact phases from there on.
    """
    wording = Wording(routine.phrases)
    return {
        "title": routine.title,
        "total": wording.rounded(routine.exact_ms),
        "remaining": wording.rounded(remaining_ms),
        "next": next_name,
        "round": None if place.round is None else str(place.round),
        "rounds": None if place.rounds is None else str(place.rounds),
        "rep": None if rep is None else str(rep),
    }


def values_of(routine: Routine, work: Work, remaining_ms: int, rep: int | None = None) -> Values:
    """Return what placeholders stand for in a text that belongs to `work`."""
    phrases = routine.phrases
    sides = work.exercise.sides or work.place.sides
    other = next((side for side in sides if side != work.side), None)
    return {
        **values_between(routine, work.place, work.next_name, remaining_ms, rep),
        "exercise": work.exercise.name,
        "dose": Wording(phrases).dose(work.dose),
        "set": str(work.set),
        "sets": str(work.sets),
        "reps": None if work.dose.reps is None else str(work.dose.reps // work.dose.sides),
        "side": None if work.side is None else phrases.side(work.side),
        "other_side": None if other is None or work.side is None else phrases.side(other),
    }
