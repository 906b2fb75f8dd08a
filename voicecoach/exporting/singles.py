"""Singles: steps with sets and sides as the single steps and rests that they come to."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from voicecoach.importing.steps import Part, Repeat, Rest, Step, Time
from voicecoach.importing.tree import rounds
from voicecoach.routine.exercise import USUAL_SWITCH_MS


def with_single_steps(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts in which each step is one set of one side; sets are repeats.

    Folding makes no sets of sides without a rest between them.
    """
    return tuple(single for part in parts for single in _singles(part))


def with_sides_in_names(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts in which a step on one side is called `Lunges left`."""
    return tuple(map(_named, parts))


def _singles(part: Part) -> Iterator[Part]:
    if isinstance(part, Repeat):
        yield replace(part, parts=with_single_steps(part.parts))
    elif not isinstance(part, Step):
        yield part
    elif part.sets > 1:
        one = with_single_steps([replace(part, sets=1, set_rest_ms=0)])
        rest = Rest(Time(part.set_rest_ms), part.line) if part.set_rest_ms else None
        yield from rounds(part.sets, one, rest, part.line)
    elif part.each_side:
        switch_ms = USUAL_SWITCH_MS if part.switch_ms is None else part.switch_ms
        one_side = replace(part, each_side=False, switch_ms=None)
        yield replace(one_side, side="right")
        if switch_ms:
            yield Rest(Time(switch_ms), part.line)
        yield replace(one_side, side="left")
    else:
        yield part


def _named(part: Part) -> Part:
    if isinstance(part, Repeat):
        return replace(part, parts=with_sides_in_names(part.parts))
    if isinstance(part, Step) and part.side is not None:
        return replace(part, name=f"{part.name} {part.side}", side=None)
    return part
