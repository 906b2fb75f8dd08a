"""Tests that run once for each case of a table, and are called after the case."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

LONGEST_NAME = 60


def cases(arguments: str | Sequence[str], table: Mapping[str, Any]) -> pytest.MarkDecorator:
    """Return the mark of a test that runs for each value of a table, under the name of its key."""
    return pytest.mark.parametrize(arguments, list(table.values()), ids=list(table))


def inputs(arguments: Sequence[str], table: Mapping[str, Any]) -> pytest.MarkDecorator:
    """Return the mark of a test whose first argument is a key of a table, and the others its value.

    The test is called after the key.
    """
    several = len(arguments) > 2
    rows = [(key, *value) if several else (key, value) for key, value in table.items()]
    return pytest.mark.parametrize(arguments, rows, ids=[in_a_line(key) for key in table])


def in_a_line(text: str) -> str:
    """Return a text, without the marks of `marked`, as it can be typed in one short line."""
    line = " / ".join(part.strip() for part in re.sub("[«»]", "", text).splitlines())
    plain = "".join(map(_plain, line)).replace("::", ":") or "nothing"
    return plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME - 3]}..."


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    if base.isascii() and base.isprintable():
        return base
    return f"({unicodedata.name(character, f'U+{ord(character):04X}').lower()})"
