"""Sides: the whole of a circuit or repeat done for one side, then for the other."""

from collections.abc import Callable, Iterator
from typing import Protocol, runtime_checkable

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.problems import Span
from voicecoach.routine.flow import Block, Gap, Rank, Scope, Step


@runtime_checkable
class Sided(Block, Protocol):
    """A block that may have sides of its own, each of which can be done by itself."""

    @property
    def sides_in_turn(self) -> tuple[str, ...]:
        """The sides that are done one after another; none where there is nothing to part."""
        ...

    def for_one_side(self) -> Block:
        """Return the block as it is done for the side of the scope that it is unrolled in."""
        ...


class OneSide(Struct, frozen=True):
    """A block as it is done for one of its sides."""

    block: Sided
    side: str

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the steps of this side."""
        place = replace(scope.place, side=self.side, sides=self.block.sides_in_turn)
        yield from self.block.for_one_side().unroll(replace(scope, place=place))


def side_by_side(block: Block) -> tuple[Block, ...]:
    """Return a block for each of its sides, or the block alone where it has none."""
    if isinstance(block, Sided) and block.sides_in_turn:
        return tuple(OneSide(block, side) for side in block.sides_in_turn)
    return (block,)


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
