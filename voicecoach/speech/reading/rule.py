"""A rule of reading."""

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct


class Rule(Struct, frozen=True):
    """What is written in a certain way, and how it is spoken."""

    pattern: re.Pattern[str]
    spoken: Callable[[re.Match[str]], str]


# What a word must not stand behind, and before.
_APART = r"(?<![\w/.])"
_WHOLE = r"(?!\w)"


def each_of(words: Mapping[str, str], before: str = _APART, behind: str = _WHOLE) -> dict[str, str]:
    """Return how words are spoken, each by an expression of its own, which may have groups."""
    return {f"{before}{written}{behind}": spoken for written, spoken in words.items()}


def one_of(
    words: Mapping[str, str], before: str = _APART, behind: str = _WHOLE
) -> dict[str, Callable[[re.Match[str]], str]]:
    """Return how one of some words is spoken, by the single expression that finds each of them.

    `words` are expressions without groups, `before` and `behind` what has to stand around them. To
    look for all of them at once takes a fraction of the time.
    """
    spoken = tuple(words.values())
    found = "|".join(f"({written})" for written in words)
    return {f"{before}(?:{found}){behind}": lambda match: spoken[(match.lastindex or 0) - 1]}


def numbered(
    ordinals: Iterable[str], behind: str, first: int = 1
) -> dict[str, Callable[[re.Match[str]], str]]:
    """Return how an ordinal is spoken: a number, counted from the `first`, with `behind` it."""
    words = {str(number): ordinal for number, ordinal in enumerate(ordinals, first)}
    return one_of(words, r"(?<![\w.,])", rf"{behind}(?!\w)")


def always(spoken: str) -> Callable[[re.Match[str]], str]:
    """Return how to speak what is always spoken the same, but for the groups that it names."""
    return lambda match: match.expand(spoken)
