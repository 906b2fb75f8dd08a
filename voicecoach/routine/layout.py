"""Layout: which of the gaps become rests, and where there is time to get ready.

The rule of the language: where gaps meet, the highest rank wins; a written rest or pause beats the
rules; `say` parts nobody, the one rest stands after it; no rest that a rule adds follows the last
exercise.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from voicecoach.problems import Span
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.flow import Gap, Rank, Step
from voicecoach.routine.phase import Phase, PreparePhase, RestPhase, SwitchPhase, Work
from voicecoach.units import LINE_GAP_MS, SECOND_MS

READY_MS = 5000


def lay_out(steps: Iterable[Step], opened: bool = True) -> tuple[Phase, ...]:
    """Return the phases of a whole routine: gaps resolved, work marked, prepares put in.

    `opened` says that something is said first; where nothing is, a `ready` of 0 begins at once.
    """
    phases = [phase for phase in resolved(steps) if phase.length_ms != 0]
    return tuple(_prepared(_marked(phases), opened))


def resolved(steps: Iterable[Step]) -> Iterator[Phase]:
    """Yield phases; between two works stands what was written, or the gap that won."""
    between: list[Step] = []
    worked = False
    for step in steps:
        if isinstance(step, Work):
            parting = list(_resolve(between, worked))
            yield from parting
            no_rest = any(phase.length_ms == 0 for phase in parting)
            yield replace(step, no_rest=True) if no_rest else step
            between, worked = [], True
        else:
            between.append(step)
    yield from (step for step in between if not isinstance(step, Gap))


def _resolve(steps: list[Step], worked: bool) -> Iterator[Phase]:
    gaps = [step for step in steps if isinstance(step, Gap)]
    phases = [step for step in steps if not isinstance(step, Gap)]
    yield from phases
    rests = [phase for phase in phases if phase.kind in ("rest", "pause")]
    written = [rest for rest in rests if rest.kind == "pause" or not rest.fills_slot]
    rules = [gap for gap in gaps if gap.rank is not Rank.SWITCH]
    winner = max(rules, key=lambda gap: gap.rank, default=None)
    rested = any(rest.length_ms for rest in rests)
    if worked and not written and winner is not None:
        yield RestPhase(winner.span, winner.place, winner.length_ms)
        rested = winner.length_ms > 0
    for gap in gaps:
        if gap.rank is Rank.SWITCH and not rested:
            yield SwitchPhase(gap.span, gap.place, gap.length_ms)


def _marked(phases: Sequence[Phase]) -> Iterator[Phase]:
    """Yield phases, all work with what depends on the work before and after it."""
    works = [phase for phase in phases if isinstance(phase, Work)]
    begins = [work for work in works if work.begins]
    counted = len(begins) > 1 and not all(work.exercise.breathes for work in begins)
    last = begins[-1] if counted and not begins[-1].place.clocked else None
    marks = zip(_introduced(works), _names_after(works), strict=True)
    for phase in phases:
        if isinstance(phase, Work):
            introduces, next_name = next(marks)
            yield replace(phase, last=phase is last, introduces=introduces, next_name=next_name)
        else:
            yield phase


def _introduced(works: Sequence[Work]) -> Iterator[tuple[Exercise, ...]]:
    """Yield the exercises that each work, or the block that it opens, is the first to do."""
    seen: set[Span] = set()
    for work in works:
        begun = work.opening or (work.exercise,)
        yield tuple(exercise for exercise in begun if exercise.span not in seen)
        seen.update(exercise.span for exercise in begun)


def _names_after(works: Sequence[Work]) -> list[str | None]:
    """Return the name of the next other exercise after each work."""
    names: list[str | None] = []
    name, after = None, None
    for work in reversed(works):
        if after is not None and after.span != work.span:
            name = after.exercise.name
        names.append(name)
        after = work
    return names[::-1]


def _prepared(phases: Iterable[Phase], opened: bool) -> Iterator[Phase]:
    """Yield phases with a prepare wherever the listener needs time and nothing gives any."""
    before: Phase | None = None
    for phase in phases:
        if isinstance(phase, Work):
            at_once = before is None and not opened and phase.exercise.ready_ms == 0
            if not at_once and _needs_prepare(before, phase):
                yield PreparePhase(phase.span, phase.place, _ready_ms(phase.exercise))
        yield phase
        before = phase


def _ready_ms(exercise: Exercise) -> int:
    """Return the time to get ready: what is written, or enough for a longer countdown too."""
    if exercise.ready_ms is not None:
        return exercise.ready_ms
    return max(READY_MS, exercise.cues.countdown * SECOND_MS + LINE_GAP_MS)


def _needs_prepare(before: Phase | None, work: Work) -> bool:
    if before is None:
        return True
    if before.kind not in ("work", "say", "sound"):
        return False
    if before.kind == "say" and before.length_ms is not None:
        return False
    if work.place.clocked and not work.opening:
        return False
    exercise = work.exercise
    if work.no_rest:
        return work.begins and exercise.own_ready and bool(exercise.ready_ms)
    if not isinstance(before, Work) or work.opening:
        return True
    first_with_setup = exercise.setup is not None and bool(work.introduces)
    return first_with_setup or (work.begins and exercise.own_ready) or not before.dose.timed
