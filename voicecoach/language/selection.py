"""Selection: the blocks of a routine that somebody asked for, or all but those to be left out.

A name is that of an exercise, the title of a section or circuit, the kind of a block that has no
title, or the id of any block. It matches without regard to case. Rests that are written go with
what stands before them; rules put theirs between what remains, as if all else had not been written.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, runtime_checkable

from msgspec import Struct

from voicecoach.problems import WrongUsageError, nearest_hint
from voicecoach.routine.flow import Block, SinglePhase


@runtime_checkable
class Named(Block, Protocol):
    """A block that can be asked for."""

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its name, title or kind, and its id."""
        ...


@runtime_checkable
class Holder(Block, Protocol):
    """A block that holds others."""

    @property
    def inside(self) -> tuple[Block, ...]:
        """The blocks in it."""
        ...

    def holding(self, blocks: tuple[Any, ...], /) -> Block:
        """Return it with other blocks in it."""
        ...


class Selection(Struct, frozen=True):
    """The names of what is done alone (`only`, all where it is empty), and of what is not."""

    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


EVERYTHING = Selection()

# What the blocks of one phase are called in messages.
_PHASES = {"rest": "a rest", "pause": "a pause", "say": "a `say`", "sound": "a sound"}


def selected(
    workout: Sequence[Block], selection: Selection, undrawn: Sequence[Block] = ()
) -> tuple[Block, ...]:
    """Return the blocks that are selected. What is `undrawn` can be left out, but not be done.

    Raises WrongUsageError where a name is none of the routine, or where nothing is left.
    """
    if selection == EVERYTHING:
        return tuple(workout)
    known, others = _names_within(workout), _names_within(undrawn)
    for name in (*selection.only, *selection.skip):
        folded = name.casefold()
        if folded not in known and folded not in others:
            near = nearest_hint(name, [*known.values(), *others.values()])
            raise WrongUsageError(f"nothing in the routine is called `{name}`", near)
        if name in selection.only and folded not in known:
            raise WrongUsageError(f"`{name}` is not drawn this time", "try another seed")
    blocks = tuple(workout)
    if selection.only:
        blocks = _filtered(blocks, _picking(selection.only))
    if selection.skip:
        blocks = _filtered(_without_rests(blocks, selection.skip), _leaving_out(selection.skip))
    done = any(map(_works, blocks)) if any(map(_works, workout)) else bool(blocks)
    if workout and not done:
        raise _nothing_left(workout, selection.only)
    return blocks


def _nothing_left(workout: Sequence[Block], only: Sequence[str]) -> WrongUsageError:
    hint = "name an exercise, or a section or block that has one"
    for block in _all_in(workout):
        name = next((name for name in only if _is_called(block, (name,))), None)
        if name is not None and isinstance(block, SinglePhase):
            what = _PHASES[block.phase.kind]
            return WrongUsageError(f"`{name}` is {what}: nothing is done in it", hint)
        if name is not None and not _works(block):
            return WrongUsageError(f"nothing is done in `{name}`", hint)
    return WrongUsageError("nothing is left of the programme", "ask for more, or skip less")


# Returns a block if it is wanted whole, None if it is not wanted, or asks for what is in it.
_Filter = Callable[[Block], Block | None]


def _filtered(blocks: Sequence[Any], keep: _Filter) -> tuple[Any, ...]:
    kept = (keep(block) for block in blocks)
    return tuple(block for block in kept if block is not None)


def _picking(names: Sequence[str]) -> _Filter:
    done = False  # whether the last that would be done is

    def keep(block: Block) -> Block | None:
        nonlocal done
        if _is_called(block, names):
            done = done or _works(block)
            return block
        if _rests(block):
            return block if done else None
        if not _works(block):
            return None
        inner = _filtered(_inside(block), keep)
        done = any(map(_works, inner))
        return _holding(block, inner) if done else None

    return keep


def _leaving_out(names: Sequence[str]) -> _Filter:
    def keep(block: Block) -> Block | None:
        if _is_called(block, names):
            return None
        inside = _inside(block)
        if not inside:
            return block
        inner = _filtered(_without_rests(inside, names), keep)
        # What holds nothing but texts may have been written so.
        lost = any(map(_works, inside)) and not any(map(_works, inner))
        return None if lost else _holding(block, inner)

    return keep


def _without_rests(blocks: Sequence[Block], names: Sequence[str]) -> tuple[Block, ...]:
    """Return blocks without the rests that are written right after what is left out."""
    result: list[Block] = []
    left_out = False
    for block in blocks:
        if left_out and _rests(block):
            continue
        left_out = _is_called(block, names)
        result.append(block)
    return tuple(result)


def _is_called(block: Block, names: Sequence[str]) -> bool:
    wanted = {name.casefold() for name in names}
    return any(name.casefold() in wanted for name in _names_of(block))


def _names_within(blocks: Sequence[Block]) -> dict[str, str]:
    """Return the names of all blocks and what is in them, by their form for comparing."""
    return {name.casefold(): name for block in _all_in(blocks) for name in _names_of(block)}


def _all_in(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, each before what is in it."""
    for block in blocks:
        yield block
        yield from _all_in(_inside(block))


def _names_of(block: Block) -> tuple[str, ...]:
    return block.names if isinstance(block, Named) else ()


def _inside(block: Block) -> tuple[Block, ...]:
    return block.inside if isinstance(block, Holder) else ()


def _holding(block: Block, blocks: tuple[Block, ...]) -> Block:
    return block.holding(blocks) if isinstance(block, Holder) else block


def _works(block: Block) -> bool:
    """Return whether something is done in a block."""
    if isinstance(block, Holder):
        return any(map(_works, block.inside))
    return not isinstance(block, SinglePhase)


def _rests(block: Block) -> bool:
    """Return whether a block is time that is written to pass between others."""
    return isinstance(block, SinglePhase) and block.phase.kind in ("rest", "pause")
