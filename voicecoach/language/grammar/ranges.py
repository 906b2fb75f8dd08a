"""Ranges: two ends of one value, between which the level chooses."""

from fractions import Fraction
from typing import Literal, NamedTuple

Level = Literal["easy", "medium", "hard"]


class Range(NamedTuple):
    """A range from which the level chooses; `low` and `high` are equal for a single value."""

    low: int
    high: int

    def at(self, level: Level, step: int, resting: bool = False) -> int:
        """Return the value at `level`: easy is low and hard is high, for a rest vice versa.

        Medium is the middle, rounded half up to a multiple of `step`, where one lies between.
        """
        if self.low == self.high:
            return self.low
        if level == "medium":
            middle = (self.low + self.high + step) // (2 * step) * step
            return min(max(middle, self.low), self.high)
        return self.low if (level == "easy") is not resting else self.high

    def at_share(self, share: Fraction, step: int) -> int:
        """Return the value at a share from 0 (the low end) to 1, to a multiple of `step` between.

        It is rounded half up.
        """
        exact = self.low + (self.high - self.low) * share
        rounded = int(exact / step + Fraction(1, 2)) * step
        return min(max(rounded, self.low), self.high)
