"""Folding: runs of equal parts become repeats, and equal steps in a row become sets.

The shortest runs are folded first, and what is folded may be a part of a longer run, so that
`a b a b c a b a b c` becomes twice (twice `a b`, `c`).
"""

from collections.abc import Sequence

from msgspec.structs import replace

from voicecoach.importing.steps import Part, Repeat, Rest, Section, Step, Time

_LONGEST_RUN = 50


def folded(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts that come to the same, with every run of equal ones folded."""
    found = [
        replace(part, parts=folded(part.parts)) if isinstance(part, Repeat) else part
        for part in parts
    ]
    while True:
        numbers = _numbered(found)
        for length in range(1, min(_LONGEST_RUN, len(found) // 2) + 1):
            shorter = _folded_runs(found, numbers, length)
            if len(shorter) < len(found):
                found = shorter
                break
        else:
            return tuple(_sets(found))


def _numbered(parts: Sequence[Part]) -> list[int]:
    """Return a number for each part, the same for equal ones: they are compared often."""
    numbers: dict[Part, int] = {}
    return [numbers.setdefault(part, len(numbers)) for part in parts]


def _folded_runs(parts: Sequence[Part], numbers: Sequence[int], length: int) -> list[Part]:
    """Return parts with the runs of `length` parts folded that follow one another."""
    found: list[Part] = []
    at = 0
    while at < len(parts):
        end = at + length
        run = numbers[at:end]
        while end < len(parts) and numbers[end] == run[0] and numbers[end : end + length] == run:
            end += length
        count = (end - at) // length
        if count > 1 and _is_foldable(parts[at : at + length]):
            found.append(_repeat(count, tuple(parts[at : at + length])))
            at = end
        else:
            found.append(parts[at])
            at += 1
    return found


def _is_foldable(run: Sequence[Part]) -> bool:
    """Return whether something is done in a run; a section stands in no repeat."""
    done = any(isinstance(part, Step | Repeat) for part in run)
    return done and not any(isinstance(part, Section) for part in run)


def _repeat(count: int, run: tuple[Part, ...]) -> Repeat:
    (first, *others) = run
    if not others and isinstance(first, Repeat):
        return replace(first, count=first.count * count)
    return Repeat(count, run, first.line)


def _sets(parts: Sequence[Part]) -> list[Part]:
    """Return parts in which a repeat of one step is its sets.

    So is a repeat of a step and a rest, where the step follows once more.
    """
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        rest_ms = _rest_before(before, part) if isinstance(before, Repeat) else None
        if isinstance(before, Repeat) and isinstance(part, Step) and rest_ms is not None:
            found[-1] = replace(part, sets=before.count + 1, set_rest_ms=rest_ms)
        elif isinstance(part, Repeat) and len(part.parts) == 1:
            found.append(_as_sets(part))
        else:
            found.append(part)
    return found


def _as_sets(repeat: Repeat) -> Part:
    """Return a repeat of one part as sets of it; between sets of sides there would be a switch."""
    (part,) = repeat.parts
    if isinstance(part, Step) and part.sets == 1 and not part.each_side:
        return replace(part, sets=repeat.count, set_rest_ms=0)
    return repeat


def _rest_before(repeat: Repeat, step: Part) -> int | None:
    """Return the rest in ms between a step and itself, if that is all that is repeated."""
    if len(repeat.parts) != 2 or repeat.parts[0] != step or not isinstance(step, Step):
        return None
    rest = repeat.parts[1]
    if step.sets != 1 or not isinstance(rest, Rest) or not isinstance(rest.dose, Time):
        return None
    return rest.dose.length_ms if rest.text is None and not rest.doubts else None
