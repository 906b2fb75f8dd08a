"""Distances: how far, in a unit of length or in something else that is counted."""

from decimal import Decimal
from fractions import Fraction

from msgspec import Struct


class DistanceUnit(Struct, frozen=True):
    """A unit as it is written, for one and for several; only lengths have `metres`."""

    one: str
    several: str
    metres: Decimal | None = None


METRE = DistanceUnit("m", "m", Decimal(1))
KILOMETRE = DistanceUnit("km", "km", Decimal(1000))
MILE = DistanceUnit("mile", "miles", Decimal("1609.344"))
YARD = DistanceUnit("yard", "yards", Decimal("0.9144"))
FOOT = DistanceUnit("foot", "feet", Decimal("0.3048"))
CALORIE = DistanceUnit("cal", "cal")
LAP = DistanceUnit("lap", "laps")
# The length of a pool, whatever it is.
LENGTH = DistanceUnit("length", "lengths")


class Distance(Struct, frozen=True):
    """A distance, more than 0. It is spoken and never measured."""

    amount: Decimal
    unit: DistanceUnit

    def __str__(self) -> str:
        """Return the distance as it is written: `500 m`, `1.5 miles`."""
        unit = self.unit.one if self.amount == 1 else self.unit.several
        return f"{written(self.amount)} {unit}"

    def over(self, other: "Distance") -> Fraction | None:
        """Return how many times `other` this is, or None where their units do not convert."""
        if self.unit == other.unit:
            return Fraction(self.amount) / Fraction(other.amount)
        if self.unit.metres is None or other.unit.metres is None:
            return None
        return Fraction(self.amount * self.unit.metres) / Fraction(other.amount * other.unit.metres)


def written(amount: Decimal) -> str:
    """Return an amount without needless zeros, but with one where `1.609` might be thousands."""
    number = f"{amount.normalize():f}"
    whole, _, digits = number.partition(".")
    return f"{number}0" if whole != "0" and len(digits) == 3 else number
