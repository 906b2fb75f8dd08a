"""Flow: blocks written out flat, one after another, with the gaps that rules put between them.

A gap is a rest that some rule would like to stand at a place. Which of the gaps that meet there
becomes a rest is decided once everything is flat (`voicecoach.routine.layout`).
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import count
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.problems import Span
from voicecoach.routine.cues import Line
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.phase import Phase, Place, Split, Title, Work

MAX_PHASES = 25_000


class Rank(IntEnum):
    """Which gap wins where several meet: the higher one."""

    SWITCH = 0
    BETWEEN = 1
    EXERCISE = 2
    ROUND = 3


class Gap(Struct, frozen=True):
    """A rest of `length_ms` (0: none, and no lesser rule's either), or a change of side."""

    rank: Rank
    length_ms: int
    span: Span
    place: Place


Step = Phase | Gap


class TooManyPhasesError(Exception):
    """The routine unrolls to more phases than any programme needs."""


class UnrollError(Exception):
    """A block cannot be written out as it is; `span` is where it stands."""

    def __init__(self, span: Span, message: str, hint: str) -> None:
        super().__init__(message)
        self.span, self.message, self.hint = span, message, hint


class Scope(Struct, frozen=True):
    """What surrounds a block while it is unrolled: its place, and the gaps between neighbours.

    `list_round` is the round that per-set lists go by, where a circuit is done `by_round`. `split`
    makes the chapters, whatever a section chooses.
    `counter` counts the phases, so that nested repeats end in an error and not in a full memory.
    """

    place: Place = field(default_factory=Place)
    gaps: tuple[Gap, ...] = ()
    list_round: int | None = None
    split: Split | None = None
    counter: Iterator[int] = field(default_factory=count)

    def counted(self, phase: Phase) -> Phase:
        """Return a phase that stands here, counted. Raises TooManyPhasesError."""
        if next(self.counter) >= MAX_PHASES:
            raise TooManyPhasesError
        return phase

    def neighbours(self) -> Iterator[Gap]:
        """Yield the gaps that the rules put between two neighbours here."""
        for gap in self.gaps:
            yield replace(gap, place=self.place)

    def with_gap(self, rank: Rank, length_ms: int | None, span: Span) -> "Scope":
        """Return this scope with the gap of one rule replaced; None leaves it as it is."""
        if length_ms is None:
            return self
        others = tuple(gap for gap in self.gaps if gap.rank is not rank)
        return replace(self, gaps=(*others, Gap(rank, length_ms, span, self.place)))

    def without_gap(self, rank: Rank) -> "Scope":
        """Return this scope without the gap of one rule."""
        return replace(self, gaps=tuple(gap for gap in self.gaps if gap.rank is not rank))


class Block(Protocol):
    """A block of a routine: it knows how to write itself out flat."""

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the block's phases, and the gaps between them."""
        ...


class SinglePhase(Struct, frozen=True):
    """A block that is one phase, which gets its place as it is unrolled."""

    phase: Phase

    @property
    def names(self) -> tuple[str, ...]:
        """The id that it is called by."""
        return (self.phase.span.block,) if self.phase.span.block else ()

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the phase."""
        yield scope.counted(replace(self.phase, place=scope.place))


def sequence(blocks: Sequence[Block], scope: Scope) -> Iterator[Step]:
    """Yield the steps of blocks that follow one another, with gaps between those that work."""
    worked = False
    for block in blocks:
        steps = list(block.unroll(scope))
        works = any(isinstance(step, Work) for step in steps)
        if works and worked:
            yield from scope.neighbours()
        yield from steps
        worked = worked or works


def with_first_work(
    steps: Iterable[Step],
    *,
    titles: tuple[Title, ...] = (),
    lines: tuple[Line, ...] = (),
    rounds: tuple[tuple[int, int], ...] = (),
    opening: tuple[Exercise, ...] = (),
) -> Iterator[Step]:
    """Yield `steps`, the first work with what is said as it begins: outer things come first."""
    steps = iter(steps)
    for step in steps:
        if isinstance(step, Work):
            yield replace(
                step,
                titles=titles + step.titles,
                on_lines=lines + step.on_lines,
                rounds_begun=rounds + step.rounds_begun,
                opening=opening or step.opening,
            )
            break
        yield step
    yield from steps


def with_last_work(steps: Iterable[Step], lines: tuple[Line, ...]) -> list[Step]:
    """Return `steps`, the last work with what is said when it ends: inner things come first."""
    result = list(steps)
    for index in reversed(range(len(result))):
        step = result[index]
        if isinstance(step, Work):
            result[index] = replace(step, after_lines=step.after_lines + lines)
            break
    return result


def with_round_end(steps: Iterable[Step], number: int, rounds: int) -> list[Step]:
    """Return the steps of a round, the last work marked as its end where another round follows.

    A round of one work ends as all work does: a tone of its own would tell nothing apart.
    """
    result = list(steps)
    if number == rounds:
        return result
    works = [(index, step) for index, step in enumerate(result) if isinstance(step, Work)]
    if len(works) > 1:
        index, last = works[-1]
        result[index] = replace(last, ends_round=True)
    return result


def exercises_of(steps: Iterable[Step]) -> tuple[Exercise, ...]:
    """Return the exercises of all work in `steps`, each once."""
    works = (step for step in steps if isinstance(step, Work))
    return tuple({work.span: work.exercise for work in works}.values())


def line_for(lines: tuple[Line, ...], number: int) -> tuple[Line, ...]:
    """Return the line of one set or round: its own, or the only one there is."""
    return lines if len(lines) < 2 else (lines[number - 1],)
