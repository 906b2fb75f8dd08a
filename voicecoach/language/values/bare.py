"""Bare: the words of a value, without what a word processor puts around them."""

import re
from typing import Any

from voicecoach.language.grammar.tokens import TokenLine, tokens_of
from voicecoach.language.refusal import RefusalError
from voicecoach.problems import Span
from voicecoach.text.document import Text

_BLANKS = "\u200b\u2060\ufeff"
_QUOTED = re.compile(r"[“”„«»‘’‚‹›](.*)[“”«»‘’‹›]", re.DOTALL)


def bare(value: Any, expected: str) -> str:
    """Return a text without blanks and curly quotes around it.

    Raises the refusal of a list or mapping; `expected` says what it should be.
    """
    if not isinstance(value, str):
        what = "a list" if isinstance(value, list) else "a mapping"
        raise RefusalError(f"expected {expected}, not {what}")
    quoted = _QUOTED.fullmatch(_stripped(value))
    return _stripped(quoted[1] if quoted else value)


def tokens(text: str) -> TokenLine:
    """Return the tokens of the words of a value."""
    return tokens_of(Text(text, Span("", 1), inline=False))


def _stripped(text: str) -> str:
    # Not all blanks without a width count as blanks.
    stripped = text.strip()
    while stripped and (stripped[0] in _BLANKS or stripped[-1] in _BLANKS):
        stripped = stripped.strip(_BLANKS).strip()
    return stripped
