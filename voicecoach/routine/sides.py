"""Sides: the whole of a circuit or repeat done for one side, then for the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from voicecoach.problems import Span
from voicecoach.routine.flow import Gap, Rank, Scope, Step


def each_side(
    sides: tuple[str, ...],
    scope: Scope,
    gap: tuple[int, Span],
    passes: Callable[[Scope], Iterator[Step]],
) -> Iterator[Step]:
    """Yield the steps of `passes` once for each side, or once where there are no sides.

    `gap` is the length in ms of the switch between two sides, and where it is written.
    """
    if not sides:
        yield from passes(scope)
    for index, side in enumerate(sides):
        if index > 0:
            yield from scope.neighbours()
            yield Gap(Rank.SWITCH, *gap, scope.place)
        yield from passes(replace(scope, place=replace(scope.place, side=side, sides=sides)))
