"""Flow: blocks written out flat, one after another, with the gaps that rules put between them.

A gap is a rest that some rule would like to stand at a place. Which of the gaps that meet there
becomes a rest is settled once everything is flat (`voicecoach.routine.layout`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Protocol

from voicecoach.problems import Span
from voicecoach.routine.cues import Line
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.phase import Phase, PhaseKind, Place, Title, Work

MAX_PHASES = 25_000


class Rank(IntEnum):
    """Which gap wins where several meet: the higher one."""

    SWITCH = 0
    BETWEEN = 1
    EXERCISE = 2
    ROUND = 3


@dataclass(frozen=True, slots=True)
class Gap:
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


class Budget:
    """Counts phases, so that nested repeats end in an error and not in a full memory."""

    def __init__(self) -> None:
        self._left = MAX_PHASES

    def spend(self) -> None:
        """Take one phase. Raises TooManyPhasesError."""
        self._left -= 1
        if self._left < 0:
            raise TooManyPhasesError


@dataclass(frozen=True, slots=True)
class Scope:
    """What surrounds a block while it is unrolled: its place, and the gaps between neighbours.

    `list_round` is the round that per-set lists go by, where a circuit is done `by_round`.
    """

    place: Place = field(default_factory=Place)
    gaps: tuple[Gap, ...] = ()
    list_round: int | None = None
    budget: Budget = field(default_factory=Budget)

    def phase(
        self,
        kind: PhaseKind,
        span: Span,
        length_ms: int | None = None,
        *,
        work: Work | None = None,
        say: Line | None = None,
    ) -> Phase:
        """Return a phase that stands here. Raises TooManyPhasesError."""
        self.budget.spend()
        return Phase(kind, span, self.place, length_ms, work=work, say=say)

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


def sequence(blocks: Sequence[Block], scope: Scope) -> Iterator[Step]:
    """Yield the steps of blocks that follow one another, with gaps between those that work."""
    worked = False
    for block in blocks:
        steps = list(block.unroll(scope))
        works = any(_is_work(step) for step in steps)
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
    found = False
    for step in steps:
        if not found and isinstance(step, Phase) and step.work is not None:
            found = True
            work = replace(
                step.work,
                titles=titles + step.work.titles,
                on_lines=lines + step.work.on_lines,
                rounds_begun=rounds + step.work.rounds_begun,
                opening=opening or step.work.opening,
            )
            step = replace(step, work=work)
        yield step


def with_last_work(steps: Iterable[Step], lines: tuple[Line, ...]) -> list[Step]:
    """Return `steps`, the last work with what is said when it ends: inner things come first."""
    result = list(steps)
    for index in reversed(range(len(result))):
        step = result[index]
        if isinstance(step, Phase) and step.work is not None:
            work = replace(step.work, after_lines=step.work.after_lines + lines)
            result[index] = replace(step, work=work)
            break
    return result


def exercises_of(steps: Iterable[Step]) -> tuple[Exercise, ...]:
    """Return the exercises of all work in `steps`, each once."""
    works = (step.work for step in steps if isinstance(step, Phase))
    return tuple({work.exercise.span: work.exercise for work in works if work}.values())


def line_for(lines: tuple[Line, ...], number: int) -> tuple[Line, ...]:
    """Return the line of one set or round: its own, or the only one there is."""
    return lines if len(lines) < 2 else (lines[number - 1],)


def _is_work(step: Step) -> bool:
    return isinstance(step, Phase) and step.kind == "work"
