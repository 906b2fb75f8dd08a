"""Performing: the steps of an exercise that a plan in words tells of."""

import re

from voicecoach.importing.plain_text.exercises import SIDES_UNSAID, Exercise
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Part, Remark, Reps, Rest, Step, Time
from voicecoach.units import SECOND_MS

_TIMED = re.compile(
    r"timed\s+x(\d{1,3})\s+(\d{1,4})s/(\d{1,4})s\s+(?:(\d{1,4})rep\s+)?(2sided\s+)?(\S.*)", re.I
)


def parts_of(exercise: Exercise, line: int, tag: str) -> list[Part]:
    """Return the steps of an exercise that has a dose, with its rest and remarks."""
    facts, manner = exercise.facts, exercise.manner
    sets = facts.sets or 1
    doubts = list(facts.doubts)
    name = exercise.name if facts.side is None else f"{exercise.name}, {facts.side}"
    one_sided = Words(tag).find(exercise.name, "one_sided")
    unsaid = not facts.each_side and facts.side is None and SIDES_UNSAID not in doubts
    if one_sided and unsaid:
        doubts.append(SIDES_UNSAID)
    parts: list[Part] = []
    if exercise.frequency is not None:
        parts.append(Remark(exercise.frequency, line, doubt=False))
    for at, dose in enumerate(facts.doses):
        if at and facts.rest_ms:
            parts.append(Rest(Time(facts.rest_ms), line))
        counted = isinstance(dose, Reps) and dose.hold_ms is None and dose.within_ms is None
        slow = () if manner.tempo is None or counted else (f"Tempo {manner.tempo}",)
        parts.append(
            Step(
                name,
                dose,
                line,
                effort=manner.effort,
                tips=(*exercise.tips, *slow) if not at else (),
                setup=exercise.setup or None if not at else None,
                load=facts.load,
                each_side=facts.each_side,
                sets=sets,
                set_rest_ms=(facts.rest_ms or 0) if sets > 1 else 0,
                tempo=manner.tempo if counted else None,
                doubts=tuple(doubts) if not at else (),
            )
        )
    if facts.rest_ms and sets == 1 and len(facts.doses) == 1:
        parts.append(Rest(Time(facts.rest_ms), line))
    return parts


def timed_part(text: str, line: int) -> Step | None:
    """Return the step of `timed x6 30s/30s 12rep 2sided NAME`: so many times work and rest."""
    found = _TIMED.fullmatch(text)
    if found is None:
        return None
    times, work_ms, rest_ms = int(found[1]), int(found[2]) * SECOND_MS, int(found[3]) * SECOND_MS
    sided = found[5] is not None and times % 2 == 0
    return Step(
        found[6],
        Time(work_ms),
        line,
        tips=() if found[4] is None else (f"{found[4]} reps.",),
        each_side=sided,
        switch_ms=rest_ms if sided else None,
        sets=max(1, times // (1 + sided)),
        set_rest_ms=rest_ms,
    )
