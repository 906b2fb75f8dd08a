"""Layout: which of the gaps become rests, and where there is time to get ready.

The rule of the language: where gaps meet, the highest rank wins; a written rest or pause beats the
rules; `say` parts nobody, the one rest stands after it; no rest that a rule adds follows the last
exercise.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from voicecoach.problems import Span
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.flow import Gap, Rank, Step
from voicecoach.routine.phase import Phase
from voicecoach.units import LINE_GAP_MS, SECOND_MS

READY_MS = 5000


def lay_out(steps: Iterable[Step]) -> tuple[Phase, ...]:
    """Return the phases of a whole routine: gaps settled, prepares put in, the last one marked."""
    phases = [phase for phase in settled(steps) if phase.length_ms != 0]
    return tuple(_prepared(_last_marked(phases)))


def settled(steps: Iterable[Step]) -> Iterator[Phase]:
    """Yield phases; between two works stands what was written, or the gap that won."""
    between: list[Step] = []
    worked = False
    for step in steps:
        if isinstance(step, Phase) and step.work is not None:
            parting = list(_settle(between, worked))
            yield from parting
            if any(phase.length_ms == 0 for phase in parting):
                step = replace(step, work=replace(step.work, no_rest=True))
            between, worked = [], True
            yield step
        else:
            between.append(step)
    yield from (step for step in between if isinstance(step, Phase))


def _settle(steps: list[Step], worked: bool) -> Iterator[Phase]:
    gaps = [step for step in steps if isinstance(step, Gap)]
    phases = [step for step in steps if isinstance(step, Phase)]
    yield from phases
    rests = [phase for phase in phases if phase.kind in ("rest", "pause")]
    written = [phase for phase in rests if not phase.fills_slot]
    rules = [gap for gap in gaps if gap.rank is not Rank.SWITCH]
    winner = max(rules, key=lambda gap: gap.rank, default=None)
    rested = any(phase.length_ms for phase in rests)
    if worked and not written and winner is not None:
        yield _rest(winner)
        rested = winner.length_ms > 0
    for gap in gaps:
        if gap.rank is Rank.SWITCH and not rested:
            yield replace(_rest(gap), kind="switch")


def _rest(gap: Gap) -> Phase:
    return Phase("rest", gap.span, gap.place, gap.length_ms)


def _last_marked(phases: list[Phase]) -> list[Phase]:
    """Mark the work of the last exercise, where there is more than one."""
    begins = [
        index for index, phase in enumerate(phases) if phase.work is not None and phase.work.begins
    ]
    if len(begins) > 1 and not phases[begins[-1]].place.clocked:
        last = phases[begins[-1]]
        assert last.work is not None
        phases[begins[-1]] = replace(last, work=replace(last.work, last=True))
    return phases


def _prepared(phases: list[Phase]) -> Iterator[Phase]:
    """Yield phases with a prepare wherever the listener needs time and nothing gives any."""
    seen: set[Span] = set()
    before: Phase | None = None
    for phase in phases:
        work = phase.work
        if work is not None:
            if _needs_prepare(before, phase, seen):
                ready_ms = _ready_ms(work.exercise)
                yield Phase("prepare", phase.span, phase.place, ready_ms=ready_ms)
            seen |= {exercise.span for exercise in (work.exercise, *work.opening)}
        yield phase
        before = phase


def _ready_ms(exercise: Exercise) -> int:
    """Return the time to get ready: what is written, or enough for a longer countdown too."""
    if exercise.ready_ms is not None:
        return exercise.ready_ms
    return max(READY_MS, exercise.cues.countdown * SECOND_MS + LINE_GAP_MS)


def _needs_prepare(before: Phase | None, phase: Phase, seen: set[Span]) -> bool:
    work = phase.work
    assert work is not None
    if before is None:
        return True
    if before.kind == "say":
        return before.length_ms is None
    if before.work is None:
        return before.kind == "sound"
    if work.opening or phase.place.clocked:
        return bool(work.opening)
    first_with_setup = work.exercise.setup is not None and work.exercise.span not in seen
    own_ready = work.begins and work.exercise.own_ready
    return first_with_setup or own_ready or not before.work.dose.timed
