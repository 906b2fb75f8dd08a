"""Speed: metres a second as the words of an `effort`."""

from decimal import Decimal

from voicecoach.importing.pace import KILOMETRE, pace
from voicecoach.units import SECOND_MS

_KM_AN_HOUR = Decimal("3.6")


def speed(low: Decimal, high: Decimal, *, as_pace: bool) -> str:
    """Return two speeds as words: `at 10 to 12 km/h`, or as paces `at 5:00 to 6:00/km`."""
    if as_pace and low > 0 and high > 0:
        return pace(SECOND_MS / high, SECOND_MS / low, KILOMETRE)
    slow, fast = (f"{round(each * _KM_AN_HOUR, 1):f}".removesuffix(".0") for each in (low, high))
    return f"at {slow} km/h" if slow == fast else f"at {slow} to {fast} km/h"
