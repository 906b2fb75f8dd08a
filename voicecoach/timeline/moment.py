"""Moments: the phases as the cues see them, each with what lies before and after it.

Pauses are silent: what is on the other side of one follows at once.
"""

from collections.abc import Sequence

from msgspec import Struct

from voicecoach.problems import Span
from voicecoach.routine.phase import Interlude, Phase, Work


class LeadMoment(Struct, frozen=True):
    """A phase that leads in to work, or stands by itself.

    `before` and `after` are its neighbours, pauses too; `last_work` and `next_work` the nearest
    work before and after it. `ended` is the work that it follows at once, `leads_to` the one that
    it leads in to. `remaining_ms` is the sum of the exact phases from here on.
    """

    phase: Interlude
    before: Phase | None
    after: Phase | None
    last_work: Work | None
    next_work: Work | None
    ended: Work | None
    leads_to: Work | None
    remaining_ms: int

    @property
    def span(self) -> Span:
        """Where the phase stands."""
        return self.phase.span

    @property
    def countdown(self) -> int:
        """How many seconds before the end of the phase are counted."""
        if isinstance(self.after, Work) and self.phase.kind != "pause":
            return self.after.exercise.cues.countdown
        return 0

    @property
    def countdown_ticks(self) -> bool:
        """Whether they are counted with tones."""
        return isinstance(self.after, Work) and self.after.exercise.cues.countdown_ticks


class WorkMoment(Struct, frozen=True):
    """A phase of work.

    `last_work` is the nearest work before it; `ended` the work that it follows at once, and
    `next_work` the one that follows it at once. `led_in` says that something leads in to it; `lead`
    is what leads in to the next work, and `unannounced` that work where there is no room for its
    name. `remaining_ms` is the sum of the exact phases from here on.
    """

    work: Work
    last_work: Work | None
    ended: Work | None
    next_work: Work | None
    led_in: bool
    lead: LeadMoment | None
    remaining_ms: int
    unannounced: Work | None = None

    @property
    def span(self) -> Span:
        """Where the work stands."""
        return self.work.span

    @property
    def countdown(self) -> int:
        """How many seconds before the end of the work are counted."""
        return self.work.exercise.cues.countdown if self.work.dose.timed else 0


Moment = WorkMoment | LeadMoment


def moments_of(phases: Sequence[Phase]) -> list[Moment]:
    """Return a moment for each phase, in order."""
    behind = _behind(phases)
    moments: list[Moment] = []
    following: Moment | None = None
    next_work, remaining_ms = None, 0
    for index in reversed(range(len(phases))):
        phase, (last_work, loud_before) = phases[index], behind[index]
        ended = loud_before if isinstance(loud_before, Work) else None
        at_once = following.work if isinstance(following, WorkMoment) else None
        remaining_ms += phase.length_ms or 0
        moment: Moment
        if isinstance(phase, Work):
            lead = following if isinstance(following, LeadMoment) and following.leads_to else None
            moment = WorkMoment(
                work=phase,
                last_work=last_work,
                ended=ended,
                next_work=at_once,
                led_in=_leads_in(loud_before),
                lead=lead,
                remaining_ms=remaining_ms,
            )
            next_work = phase
        else:
            moment = LeadMoment(
                phase=phase,
                before=phases[index - 1] if index else None,
                after=phases[index + 1] if index + 1 < len(phases) else None,
                last_work=last_work,
                next_work=next_work,
                ended=ended,
                leads_to=at_once if _leads_in(phase) else None,
                remaining_ms=remaining_ms,
            )
        moments.append(moment)
        following = following if phase.kind == "pause" else moment
    return moments[::-1]


def _behind(phases: Sequence[Phase]) -> list[tuple[Work | None, Phase | None]]:
    """Return the nearest work before each phase, and the nearest phase that is no pause."""
    behind: list[tuple[Work | None, Phase | None]] = []
    work, loud = None, None
    for phase in phases:
        behind.append((work, loud))
        work = phase if isinstance(phase, Work) else work
        loud = loud if phase.kind == "pause" else phase
    return behind


def _leads_in(phase: Phase | None) -> bool:
    """Return whether a phase is of a kind that leads in to work."""
    if phase is None:
        return False
    if phase.kind == "say":
        return phase.length_ms is not None
    return phase.kind in ("rest", "switch", "prepare")
