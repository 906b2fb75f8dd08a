"""Takes: a routine planned at some place in its ranges, and the one of them that is made."""

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction

from msgspec import Struct, field

from voicecoach.language.remarks import Remarks
from voicecoach.language.shares import Shares
from voicecoach.problems import RoutineError
from voicecoach.routine.routine import Routine
from voicecoach.session.lengths import (
    nearest_shares,
    remarks_on_length,
)
from voicecoach.speech.casting import Casting
from voicecoach.timeline import Timeline
from voicecoach.units import SECOND_MS

_MIDDLE = Fraction(1, 2)
# From an end to the middle.
_LOOKS = 8


class Take(Struct, frozen=True):
    """A routine at some place in its ranges, planned."""

    routine: Routine
    casting: Casting
    timeline: Timeline

    @property
    def length_ms(self) -> int:
        """How long the whole programme lasts."""
        return self.timeline.duration_ms


class Chosen(Struct, frozen=True):
    """The take that is made, and its place in the ranges; None is that of the level.

    `reach_ms` are the shortest and the longest that the ranges allow, None where these are less
    than a second apart or nobody asked.
    """

    take: Take
    shares: Shares | None = None
    reach_ms: tuple[int, int] | None = None
    remarks: Remarks = field(default_factory=Remarks)


def chosen(
    take_at: Callable[[Shares | None], Take], aim_ms: int | None, with_reach: bool, most_ms: int
) -> Chosen:
    """Return the take that comes nearest to `aim_ms`, and how short and long it could be.

    Without an aim it is that of the level. `most_ms` is as long as a programme may get.
    """
    if aim_ms is None and not with_reach:
        return Chosen(take_at(None))
    try:
        lowest, highest = _end(take_at, Fraction(0)), _end(take_at, Fraction(1))
    except RoutineError:
        if aim_ms is not None:
            raise
        return Chosen(take_at(None))
    shortest_ms, longest_ms = (take_at(Shares(end, end)).length_ms for end in (lowest, highest))
    ends_ms = (shortest_ms, min(longest_ms, max(shortest_ms, most_ms)))
    # Words that take a little longer are no reason to ask for a length.
    reach_ms = ends_ms if longest_ms - shortest_ms >= SECOND_MS else None
    if aim_ms is None:
        return Chosen(take_at(None), reach_ms=reach_ms)
    shares = nearest_shares(
        aim_ms, lambda shares: take_at(shares).length_ms, lowest=lowest, highest=highest
    )
    take = take_at(shares)
    remarks = remarks_on_length(take.routine, aim_ms, take.length_ms, ends_ms)
    return Chosen(take, shares, reach_ms, remarks)


def _end(take_at: Callable[[Shares | None], Take], end: Fraction) -> Fraction:
    """Return the share nearest to an end at which the routine is right, looking up to the middle.

    What suits the level need not suit its ends: a list of lines, one a round, or the work of a
    start of an emom. Raises RoutineError if it suits none.
    """
    for step in range(_LOOKS):
        share = end + (_MIDDLE - end) * Fraction(step, _LOOKS)
        with suppress(RoutineError):
            take_at(Shares(share, share))
            return share
    take_at(Shares(_MIDDLE, _MIDDLE))
    return _MIDDLE
