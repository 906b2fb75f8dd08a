"""Instructions: how each exercise is done, for outputs to read.

All that the author wrote is in them, also what nobody hears because it found no room.
"""

from collections.abc import Sequence

from voicecoach.routine.cues import Line
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.phase import Work
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.model import Instructions
from voicecoach.timeline.moment import Moment, WorkMoment


def instructions(moments: Sequence[Moment], coach: Coach) -> tuple[Instructions, ...]:
    """Return the instructions of all exercises, in the order in which they are first done."""
    found: dict[tuple[str | None, str], Instructions] = {}
    for moment in moments:
        if isinstance(moment, WorkMoment):
            exercise = moment.work.exercise
            if (exercise.span.block, exercise.name) not in found:
                found[exercise.span.block, exercise.name] = _of_work(moment, coach)
    return tuple(found.values())


def _of_work(moment: WorkMoment, coach: Coach) -> Instructions:
    work, wording = moment.work, coach.wording
    return _instructions(
        work.exercise.name,
        work.exercise,
        moment,
        coach,
        titles=tuple(wording.title(title) for title in work.titles),
        parts=tuple(
            _instructions(wording.one_of_list(part), part, moment, coach) for part in work.listed
        ),
    )


def _instructions(
    name: str,
    exercise: Exercise,
    moment: WorkMoment,
    coach: Coach,
    titles: tuple[str, ...] = (),
    parts: tuple[Instructions, ...] = (),
) -> Instructions:
    work: Work = moment.work

    def written(line: Line | None) -> str | None:
        return None if line is None else coach.written(line, work, moment.remaining_ms)

    tips = (written(tip.say) for tip in exercise.tips)
    return Instructions(
        id=exercise.span.block,
        name=name,
        titles=titles,
        loads=tuple(dict.fromkeys(load for load in exercise.loads if load is not None)),
        setup=written(exercise.setup),
        tips=tuple(dict.fromkeys(tip for tip in tips if tip)),
        parts=parts,
    )
