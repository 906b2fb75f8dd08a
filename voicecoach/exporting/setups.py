"""Setups: each is told once, before the exercise is done for the first time."""

from collections.abc import Sequence

from msgspec.structs import replace

from voicecoach.importing.steps import Part, Repeat, Step


def with_setups_once(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts in which no step has the setup that an earlier one of its name has."""
    return _once(parts, set())


def _once(parts: Sequence[Part], told: set[tuple[str, str]]) -> tuple[Part, ...]:
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Repeat):
            found.append(replace(part, parts=_once(part.parts, told)))
        elif isinstance(part, Step) and part.setup is not None:
            setup = (part.name, part.setup)
            found.append(replace(part, setup=None) if setup in told else part)
            told.add(setup)
        else:
            found.append(part)
    return tuple(found)
