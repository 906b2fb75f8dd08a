"""Distances in a line, by tokens: `500 m`, `5 km`, `1.5 miles`, `20 cal`, `3 laps`."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.numbers import Fault, number
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.routine.distance import (
    CALORIE,
    FOOT,
    KILOMETRE,
    LAP,
    LENGTH,
    METRE,
    MILE,
    YARD,
    Distance,
    DistanceUnit,
)

UNITS: dict[str, DistanceUnit] = {
    "minute_or_metre": METRE,
    "metre": METRE,
    "kilometre": KILOMETRE,
    "mile": MILE,
    "yard": YARD,
    "foot": FOOT,
    "calorie": CALORIE,
    "lap": LAP,
    "length": LENGTH,
}
# No distance is longer than a thousand kilometres, or more than so many of anything else.
_MAX_METRES = 1_000_000
_MAX_COUNT = 9999


class FoundDistance(Struct, frozen=True):
    """A distance in a line: where it ends. `bare_m` says that its unit may also be minutes."""

    end: int
    distance: Distance
    bare_m: bool = False
    fault: Fault | None = None


def find_distances(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[FoundDistance]:
    """Yield the distances that begin at `at`."""
    if not line.is_kind(at, "number"):
        return
    text = line.folded(at)
    amount, fault = number(text, lexicon)
    hyphened = line.folded(at + 1) == "-" and not line.is_spaced(at + 1)
    for word, unit, end in units_at(line, at + 1 + hyphened, lexicon):
        # Without zeros behind its point: 1.0 would be spoken as several.
        distance = Distance(Decimal(f"{amount.normalize():f}"), unit)
        fault = fault or _out_of_bounds(distance, text, line.part(at, end))
        yield FoundDistance(end, distance, word == "minute_or_metre", fault)


def units_at(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[tuple[str, DistanceUnit, int]]:
    """Yield the units of distance that begin at `at`: their meaning, and where they end."""
    for word, unit in UNITS.items():
        end = lexicon.ends(word, line, at)
        if end is not None:
            yield word, unit, end


def _out_of_bounds(distance: Distance, number_text: str, text: str) -> Fault | None:
    if distance.amount == 0:
        return Fault(f"`{text}`: must be more than 0", number_text)
    metres = distance.unit.metres
    if distance.amount * (metres or 1) > (_MAX_METRES if metres else _MAX_COUNT):
        return Fault(f"`{text}` is too far", number_text)
    return None
