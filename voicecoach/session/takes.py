"""Takes: a routine planned at some place in its ranges, and the one of them that is made."""

from collections.abc import Callable
from dataclasses import dataclass

from voicecoach.language.shares import Shares
from voicecoach.problems import RoutineError
from voicecoach.routine import Routine
from voicecoach.session.lengths import (
    LONGEST,
    NO_REMARKS,
    SHORTEST,
    LengthRemarks,
    nearest_shares,
    remarks_on_length,
)
from voicecoach.speech.casting import Casting
from voicecoach.timeline import Timeline
from voicecoach.units import SECOND_MS


@dataclass(frozen=True, slots=True)
class Take:
    """A routine at some place in its ranges, planned."""

    routine: Routine
    casting: Casting
    timeline: Timeline

    @property
    def length_ms(self) -> int:
        """How long the whole programme lasts."""
        return self.timeline.duration_ms


@dataclass(frozen=True, slots=True)
class Chosen:
    """The take that is made, and its place in the ranges; None is that of the level.

    `reach_ms` are the shortest and the longest that the ranges allow, None where these are less
    than a second apart or nobody asked.
    """

    take: Take
    shares: Shares | None = None
    reach_ms: tuple[int, int] | None = None
    remarks: LengthRemarks = NO_REMARKS


def chosen(
    take_at: Callable[[Shares | None], Take], aim_ms: int | None, with_reach: bool
) -> Chosen:
    """Return the take that comes nearest to `aim_ms`, and how short and long it could be.

    Without an aim it is that of the level.
    """
    if aim_ms is None and not with_reach:
        return Chosen(take_at(None))
    try:
        shortest, longest = take_at(SHORTEST), take_at(LONGEST)
    except RoutineError:
        # What suits the level need not suit its ends: a list of lines, one a round.
        if aim_ms is not None:
            raise
        return Chosen(take_at(None))
    ends_ms = (shortest.length_ms, longest.length_ms)
    # Words that take a little longer are no reason to ask for a length.
    reach_ms = ends_ms if longest.length_ms - shortest.length_ms >= SECOND_MS else None
    if aim_ms is None:
        return Chosen(take_at(None), reach_ms=reach_ms)
    shares = nearest_shares(aim_ms, lambda shares: take_at(shares).length_ms)
    take = take_at(shares)
    remarks = remarks_on_length(take.routine, aim_ms, take.length_ms, ends_ms)
    return Chosen(take, shares, reach_ms, remarks)
