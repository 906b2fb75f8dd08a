"""Lengths: where between the ends of its ranges a routine comes nearest to a length."""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from math import ceil, floor

from voicecoach.language.remarks import Remarks
from voicecoach.language.shares import Shares
from voicecoach.problems import Problem
from voicecoach.routine.routine import Routine
from voicecoach.units import whole_clock

_STEPS = 1000
# As near as nobody minds; within it, doses do not part from sets and rounds.
_NEAR_MS = 5_000
# Of a length: farther off is another workout than the one that was asked for.
_MISSED = Fraction(5, 100)


def nearest_shares(
    aim_ms: int,
    length_at: Callable[[Shares], int],
    *,
    lowest: Fraction = Fraction(0),
    highest: Fraction = Fraction(1),
) -> Shares:
    """Return the shares, `lowest` to `highest`, at which the length comes nearest to `aim_ms`.

    All ranges are taken at one share, where that comes near. A set or round more is often minutes
    more; then doses make up for that one, longer with the fewer or shorter with the more.
    """
    lengths_ms: dict[Shares, int] = {}

    @cache
    def length_ms(doses: int, times: int) -> int:
        shares = Shares(Fraction(doses, _STEPS), Fraction(times, _STEPS))
        lengths_ms[shares] = length_at(shares)
        return lengths_ms[shares]

    def rank(shares: Shares) -> tuple[int, Fraction, int]:
        off_ms = abs(lengths_ms[shares] - aim_ms)
        return max(off_ms, _NEAR_MS), shares.apart, off_ms

    first, last = ceil(lowest * _STEPS), floor(highest * _STEPS)
    below, above = _around(aim_ms, first, last, lambda step: length_ms(step, step))
    if rank(min(lengths_ms, key=rank))[0] > _NEAR_MS:
        _around(aim_ms, below, last, lambda step: length_ms(step, below))
        _around(aim_ms, first, above, lambda step: length_ms(step, above))
    return min(lengths_ms, key=rank)


def _around(
    aim_ms: int, below: int, above: int, length_ms: Callable[[int], int]
) -> tuple[int, int]:
    """Return the neighbouring steps between which `aim_ms` lies; both an end where it is beyond.

    A longer dose makes a longer programme, but for what other words take; so halves are searched.
    """
    if aim_ms <= length_ms(below):
        return below, below
    if length_ms(above) <= aim_ms:
        return above, above
    while above - below > 1:
        middle = (below + above) // 2
        if length_ms(middle) <= aim_ms:
            below = middle
        else:
            above = middle
    return below, above


def remarks_on_length(
    routine: Routine, aim_ms: int, length_ms: int, reach_ms: tuple[int, int]
) -> Remarks:
    """Return a warning where a programme is far from `aim_ms`, a note where it is out of reach."""
    missed = abs(length_ms - aim_ms) > aim_ms * _MISSED
    shortest_ms, longest_ms = reach_ms
    if shortest_ms <= aim_ms <= longest_ms:
        if not missed:
            return Remarks()
        message = (
            f"the ranges come no nearer to a length of {whole_clock(aim_ms)} than "
            f"{whole_clock(length_ms)}"
        )
        code = "length-missed"
        hint = "add ranges of doses, or make them wider: they make up for a set or a round"
    else:
        lasts = f"it lasts {whole_clock(shortest_ms)}"
        hint = "write ranges such as `Squats 2-3x8-12`, or `rounds: 2-4`"
        if whole_clock(shortest_ms) != whole_clock(longest_ms):
            lasts += f" to {whole_clock(longest_ms)}"
            hint = "make its ranges of doses, sets or rounds wider"
        message = f"a length of {whole_clock(aim_ms)} is out of reach: {lasts}"
        code = "length-out-of-reach"
    span = (routine.aim_ms == aim_ms and routine.length_span) or routine.span
    problem = Problem(span, message, hint, code, routine.source_line(span))
    remarks = Remarks()
    (remarks.warn if missed else remarks.note)(problem)
    return remarks
