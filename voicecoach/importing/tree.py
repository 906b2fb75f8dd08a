"""Tree: what is counted on parts, and how they are written out, whatever they hold."""

from collections.abc import Iterator, Sequence

from voicecoach.importing.steps import Part, Repeat, Rest, Step


def count(parts: Sequence[Part]) -> int:
    """Return how many parts there are with all repeats, sets and sides written out."""
    total = 0
    for part in parts:
        if isinstance(part, Repeat):
            total += max(1, part.count) * max(1, count(part.parts))
        elif isinstance(part, Step):
            total += part.sets * 2 * (1 + part.each_side)
        else:
            total += 1
    return total


def depth(parts: Sequence[Part]) -> int:
    """Return how many repeats stand in one another."""
    return max((1 + depth(part.parts) for part in parts if isinstance(part, Repeat)), default=0)


def flat(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield parts in the order in which they are done, repeats written out."""
    for part in parts:
        if isinstance(part, Repeat):
            for _ in range(part.count):
                yield from flat(part.parts)
        else:
            yield part


def steps(parts: Sequence[Part]) -> Iterator[Step]:
    """Yield the steps in parts, those in repeats once."""
    for part in parts:
        if isinstance(part, Repeat):
            yield from steps(part.parts)
        elif isinstance(part, Step):
            yield part


def rounds(count: int, parts: Sequence[Part], rest: Rest | None, line: int) -> tuple[Part, ...]:
    """Return parts that are done `count` times altogether, with a rest between two of them."""
    if rest is None or count < 1:
        return (Repeat(count, tuple(parts), line),)
    others = (*parts, rest)
    resting = others if count == 2 else (Repeat(count - 1, others, line),)
    return (*(resting if count > 1 else ()), *parts)
