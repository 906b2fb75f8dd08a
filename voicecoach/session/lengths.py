"""Lengths: where between the ends of its ranges a routine comes nearest to a length."""

from collections.abc import Callable
from fractions import Fraction

from voicecoach.problems import Problem
from voicecoach.routine import Routine
from voicecoach.units import whole_clock

SHORTEST, LONGEST = Fraction(0), Fraction(1)
_STEPS = 1000


def nearest_share(aim_ms: int, length_at: Callable[[Fraction], int]) -> Fraction:
    """Return the share, from 0 to 1, at which the whole length comes nearest to `aim_ms`.

    A longer dose makes a longer programme, but for what other words take; so halves are searched,
    and the nearest of all lengths met on the way is taken.
    """
    below, above = 0, _STEPS
    lengths_ms = {step: length_at(Fraction(step, _STEPS)) for step in (below, above)}
    if lengths_ms[below] < aim_ms < lengths_ms[above]:
        while above - below > 1:
            middle = (below + above) // 2
            lengths_ms[middle] = length_at(Fraction(middle, _STEPS))
            if lengths_ms[middle] <= aim_ms:
                below = middle
            else:
                above = middle
    nearest = min(lengths_ms, key=lambda step: abs(lengths_ms[step] - aim_ms))
    return Fraction(nearest, _STEPS)


def out_of_reach(routine: Routine, aim_ms: int, reach_ms: tuple[int, int]) -> Problem | None:
    """Return the note on a length that a routine's ranges do not reach, None where they do."""
    shortest_ms, longest_ms = reach_ms
    if shortest_ms <= aim_ms <= longest_ms:
        return None
    span = (routine.aim_ms == aim_ms and routine.length_span) or routine.span
    lasts = f"it lasts {whole_clock(shortest_ms)}"
    hint = "write ranges such as `Squats 2-3x8-12`, or `rounds: 2-4`"
    if shortest_ms != longest_ms:
        lasts += f" to {whole_clock(longest_ms)}"
        hint = "make its ranges of doses, sets or rounds wider"
    message = f"a length of {whole_clock(aim_ms)} is out of reach: {lasts}"
    return Problem(span, message, hint, "length-out-of-reach", routine.source_line(span))
