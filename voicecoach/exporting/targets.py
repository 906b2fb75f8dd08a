"""Targets: what an `effort` says in numbers, in the words that importers use.

`at 120 percent`, `from 50 to 75 percent`, `at 95 to 105 percent, cadence 90`, `at 200 watts`,
`at 120 to 140 bpm`, `in heart rate zone 2`, `cadence 85`: a percentage is one of the power that one
can hold for an hour (FTP).
"""

import re
from typing import Literal, cast

from msgspec import Struct

Unit = Literal["percent", "watts", "bpm", "heart rate zone", "power zone"]

_TARGET = re.compile(
    r"(?:(?P<way>at|from) (?P<low>\d{1,4})(?: to (?P<high>\d{1,4}))? (?P<unit>percent|watts|bpm)"
    r"|in (?P<zone>heart rate zone|power zone) (?P<number>\d{1,2}))?"
    r"(?:(?:, |^)cadence (?P<cadence>\d{1,3}))?"
)


class Target(Struct, frozen=True):
    """Two whole numbers of a unit, any between them, or with `changing` from the first to the last.

    `unit` is None where there is nothing but a `cadence`, in turns or steps a minute.
    """

    unit: Unit | None
    low: int = 0
    high: int = 0
    changing: bool = False
    cadence: int | None = None


def target_of(effort: str | None) -> Target | None:
    """Return the target that an effort says, None where it is in other words."""
    found = _TARGET.fullmatch(effort or "")
    if not effort or found is None:
        return None
    cadence = None if found["cadence"] is None else int(found["cadence"])
    if found["zone"] is not None:
        number = int(found["number"])
        return Target(cast(Unit, found["zone"]), number, number, cadence=cadence)
    if found["unit"] is None:
        return Target(None, cadence=cadence)
    low = int(found["low"])
    high = int(found["high"] or low)
    return Target(cast(Unit, found["unit"]), low, high, found["way"] == "from", cadence)
