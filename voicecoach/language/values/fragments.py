"""Fragments: the parts of a JSON Schema that describe values.

In a routine all scalars are text. An editor, however, parses YAML: `20` becomes a number, and under
YAML 1.1 `off` becomes a boolean and `1:30` the number 90. Each fragment accepts all of these. Its
patterns work in both Python and JavaScript. JSON Schema has no flags, so a pattern for both cases
is spelled out: `[sS]`.
"""

import re
from typing import Any

from voicecoach.routine.placeholders import NAMES

Fragment = dict[str, Any]

# A letter outside of brackets and escapes.
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|([A-Za-z])")
# What is taken off a value before it is read; the marks are spelled out for JavaScript.
_EDGE = r"[\s\u200b\u2060\ufeff“”„«»‘’‚‹›]*"
# The name of a variable is that of no placeholder.
NAME = "[A-Za-z_][A-Za-z0-9_-]*"
NO_VARIABLE = "|".join(NAMES)


def whole(pattern: str) -> str:
    """Return a pattern for a whole value in upper or lower case, with blanks or quotes around."""
    return rf"^{_EDGE}(?:{in_either_case(pattern)}){_EDGE}$"


def in_either_case(pattern: str) -> str:
    """Return a pattern whose letters may be in upper or lower case."""

    def both(match: re.Match[str]) -> str:
        letter = match[1]
        return f"[{letter.lower()}{letter.upper()}]" if letter else match[0]

    return _TOKEN.sub(both, pattern)


def any_of(*fragments: Fragment) -> Fragment:
    """Return the schema of what fits any of several schemas."""
    return {"anyOf": list(fragments)}


def string(pattern: str, message: str, **limits: float) -> Fragment:
    """Return the schema of a text."""
    return {"type": "string", "pattern": pattern, **limits, "errorMessage": message}


def scalar(pattern: str, message: str, **limits: float) -> Fragment:
    """Return the schema of a text or number."""
    return {**string(pattern, message, **limits), "type": ["string", "number"]}


def whole_number(pattern: str, message: str, minimum: int, maximum: int) -> Fragment:
    """Return the schema of a text or whole number."""
    number = string(pattern, message, minimum=minimum, maximum=maximum)
    return {**number, "type": ["string", "integer"]}


def unsuggested(fragment: Fragment) -> Fragment:
    """Return a schema that editors accept and, by a double negation, do not suggest."""
    return {"not": {"not": fragment}}


def in_words(pattern: str) -> Fragment:
    """Return the schema of words in upper or lower case that editors do not suggest."""
    return unsuggested({"type": "string", "pattern": whole(pattern)})


def list_of(item: Fragment, at_least: int = 1) -> Fragment:
    """Return the schema of a list, whose items may be variables."""
    return {"type": "array", "items": any_of(item, VARIABLE), "minItems": at_least}


VARIABLE = string(
    rf"(?:^|[^{{])(?:\{{\{{)*\{{(?!(?:{NO_VARIABLE})\}}){NAME}\}}",
    'a value of the right type, or a name in `vars` such as "{time}"',
)
