"""Sides: the whole of a circuit or repeat done for one side, then for the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from voicecoach.problems import Span
from voicecoach.routine.flow import Gap, Rank, Scope, Step

SWITCH_MS = 5000


def each_side(
    sides: tuple[str, ...], scope: Scope, span: Span, passes: Callable[[Scope], Iterator[Step]]
) -> Iterator[Step]:
    """Yield the steps of `passes` once for each side, or once where there are no sides."""
    if not sides:
        yield from passes(scope)
    for index, side in enumerate(sides):
        if index > 0:
            yield from scope.neighbours()
            yield Gap(Rank.SWITCH, SWITCH_MS, span, scope.place)
        yield from passes(replace(scope, place=replace(scope.place, side=side)))
