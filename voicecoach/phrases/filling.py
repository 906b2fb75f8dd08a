"""Filling: values in place of the words in braces of a phrase, `{time}`.

Nothing but names stands in braces, so a phrase file from a stranger reaches no further than to the
values that it is given.
"""

import re
from collections.abc import Mapping

# A value, and the case in which it stands: `{time}`, `{time:accusative}`.
PLACEHOLDER = re.compile(r"\{(?P<name>[a-z_]+)(?::(?P<case>[a-z_]+))?\}")


class Time(str):
    """A time in words, which a phrase may have in one of the cases of its language.

    It is a text like any other where no case is asked for.
    """

    __slots__ = ("in_cases",)
    in_cases: Mapping[str, str]

    def __new__(cls, text: str, in_cases: Mapping[str, str]) -> "Time":
        """Return a time that is told as `text`, or as in one of the `in_cases`."""
        time = super().__new__(cls, text)
        time.in_cases = in_cases
        return time


def filled(phrase: str, values: Mapping[str, object]) -> str:
    """Return a phrase with its values; raises KeyError for one that is not there."""

    def value(found: re.Match[str]) -> str:
        told, case = values[found["name"]], found["case"]
        return told.in_cases[case] if case and isinstance(told, Time) else str(told)

    return PLACEHOLDER.sub(value, phrase)
