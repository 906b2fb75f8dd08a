"""Distances in a line: `500 m`, `5 km`, `1.5 miles`, `20 cal`, `3 laps`; spoken, never measured."""

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.language.lexicon import Lexicon
from voicecoach.language.numbers import Fault, number
from voicecoach.language.tokens import TokenLine

UNITS = ("metre", "kilometre", "mile", "yard", "foot", "calorie", "lap", "length")


@dataclass(frozen=True, slots=True)
class FoundDistance:
    """A distance in a line: where it ends. `bare_m` says that its unit may also be minutes."""

    end: int
    bare_m: bool = False
    fault: Fault | None = None


def find_distances(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundDistance]:
    """Yield the distances that begin at `at`."""
    if not line.is_kind(at, "number"):
        return
    fault = number(line.folded(at), lexicon).fault
    hyphen = line.folded(at + 1) == "-" and not line.is_spaced(at + 1)
    for unit in ("minute_or_metre", *UNITS):
        end = lexicon.ends(unit, line, at + 1 + hyphen)
        if end is not None:
            yield FoundDistance(end, unit == "minute_or_metre", fault)
