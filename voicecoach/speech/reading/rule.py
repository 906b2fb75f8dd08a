"""A rule of reading."""

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct


class Rule(Struct, frozen=True):
    """What is written in a certain way, and how it is spoken."""

    pattern: re.Pattern[str]
    spoken: Callable[[re.Match[str]], str]


# What a word must not stand after, and before.
_APART = r"(?<![\w/.])"
_WHOLE = r"(?!\w)"


def separately(
    words: Mapping[str, str], before: str = _APART, after: str = _WHOLE
) -> dict[str, str]:
    """Return how words are spoken, each by an expression of its own, which may have groups."""
    return {f"{before}{written}{after}": spoken for written, spoken in words.items()}


def together(
    words: Mapping[str, str], before: str = _APART, after: str = _WHOLE
) -> dict[str, Callable[[re.Match[str]], str]]:
    """Return how one of some words is spoken, by the single expression that finds each of them.

    `words` are expressions without groups, `before` and `after` what has to stand around them. To
    look for all of them at once takes a fraction of the time.
    """
    spoken = tuple(words.values())
    found = "|".join(f"({written})" for written in words)
    return {f"{before}(?:{found}){after}": lambda match: spoken[(match.lastindex or 0) - 1]}


def numbered(
    ordinals: Iterable[str], after: str, first: int = 1
) -> dict[str, Callable[[re.Match[str]], str]]:
    """Return how an ordinal is spoken: a number, counted from the `first`, with `after` it."""
    words = {str(number): ordinal for number, ordinal in enumerate(ordinals, first)}
    return together(words, r"(?<![\w.,])", rf"{after}(?!\w)")


def always(spoken: str) -> Callable[[re.Match[str]], str]:
    """Return how to speak what is always spoken the same, but for the groups that it names."""
    return lambda match: match.expand(spoken)
