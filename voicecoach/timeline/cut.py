"""The cut: a stretch of a programme, in whole works with what leads in to them."""

from msgspec.structs import replace

from voicecoach.problems import WrongUsageError
from voicecoach.routine.layout import lay_out
from voicecoach.routine.phase import Phase, Work
from voicecoach.routine.routine import Routine
from voicecoach.timeline.model import TimedPhase, Timeline
from voicecoach.timeline.planner import audible
from voicecoach.units import clock


def cut(routine: Routine, timeline: Timeline, from_ms: int, to_ms: int | None) -> Routine:
    """Return the routine of the works between two times of its whole timeline.

    A work that only a part of lies between them is there whole. The first one begins with its
    prepare and its whole announcement, in place of a rest that led in to it. There is no intro.
    Raises WrongUsageError where no work lies between them.
    """
    until_ms = timeline.duration_ms if to_ms is None else to_ms
    phases = list(zip(audible(routine), timeline.phases, strict=True))
    works = [at for at, (phase, _) in enumerate(phases) if isinstance(phase, Work)]
    wanted = [at for at in works if from_ms < until_ms and _meets(phases[at][1], from_ms, until_ms)]
    if not wanted:
        lasts = clock(timeline.duration_ms)
        raise WrongUsageError(_nothing(from_ms, to_ms), f"the whole programme lasts {lasts}")
    first, last = wanted[0], wanted[-1]
    before = max((at for at in works if at < first), default=-1)
    leading = [phase for phase, _ in phases[before + 1 : first] if _is_said(phase)]
    # What follows the very last work belongs to it.
    end = len(phases) if last == works[-1] else last + 1
    inner = [phase for phase, _ in phases[first:end] if not _is_frame(phase)]
    if isinstance(inner[0], Work):
        inner[0] = replace(inner[0], begins=True)
    cut_off = frozenset(phases[at][0].span for at in works if not first <= at <= last)
    laid = lay_out([*leading, *inner])
    return replace(routine, intro="off", partial=True, cut_off=cut_off, phases=laid)


def _nothing(from_ms: int, to_ms: int | None) -> str:
    if to_ms is None:
        return f"nothing is done after {clock(from_ms)}"
    if to_ms <= from_ms:
        return f"{clock(to_ms)} does not come after {clock(from_ms)}"
    return f"nothing is done between {clock(from_ms)} and {clock(to_ms)}"


def _meets(phase: TimedPhase, from_ms: int, until_ms: int) -> bool:
    return phase.start_ms < until_ms and phase.end_ms > from_ms


def _is_frame(phase: Phase) -> bool:
    """Return whether a phase is made of the header, and not of the workout."""
    return phase.kind == "say" and phase.role != "say"


def _is_said(phase: Phase) -> bool:
    """Return whether a phase that leads in is more than time to rest."""
    return phase.kind in ("say", "sound") and not _is_frame(phase)
