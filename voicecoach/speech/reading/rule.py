"""A rule of reading."""

import re
from collections.abc import Callable

from msgspec import Struct


class Rule(Struct, frozen=True):
    """What is written in a certain way, and how it is spoken."""

    pattern: re.Pattern[str]
    spoken: Callable[[re.Match[str]], str]


def always(spoken: str) -> Callable[[re.Match[str]], str]:
    """Return how to speak what is always spoken the same, but for the groups that it names."""
    return lambda match: match.expand(spoken)
