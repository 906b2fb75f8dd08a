"""Texts: names and titles, notes, and lines that are spoken.

They stay `Text` or become a `Line`, so that every one knows where it was written.
"""

import re
from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.fragments import (
    NAME,
    NO_VARIABLE,
    Fragment,
    any_of,
    scalar,
    unsuggested,
)
from voicecoach.language.values.kind import Kind
from voicecoach.routine import placeholders
from voicecoach.routine.cues import Line
from voicecoach.text.document import Text

MAX_TEXT = 2000

_SPOKEN_NAME = re.compile(r"[^\W\d_]|\d\D+\d")

# Only variables in braces; and any name in braces, of a placeholder, too.
_PLAIN = rf"^(?=[\s\S]*\S)(?:[^{{]|\{{\{{|\{{(?!\{{|(?:{NO_VARIABLE})\}}))*$"
_LINE = rf"^(?=[\s\S]*\S)(?:[^{{]|\{{\{{|\{{{NAME}\}})*$"


def names_something(text: str) -> bool:
    """Return whether a text can be a name: it has a letter, or more than one number, as `90/90`."""
    return _SPOKEN_NAME.search(text) is not None


class Note(Kind[Text], frozen=True):
    """A text, whatever stands in it, unless it is empty or too long."""

    def read(self, value: Any, _lexicon: Lexicon) -> Text:
        """Return the text as it is."""
        if not isinstance(value, Text):
            what = "a list" if isinstance(value, list) else "a mapping"
            raise RefusalError(f"expected a text, not {what}", "put the text in quotes")
        if not value.strip():
            raise RefusalError("this text is empty", "write the text, or delete the key")
        if len(value) > MAX_TEXT:
            message = f"this text is longer than {MAX_TEXT} characters"
            raise RefusalError(message, "split it into several")
        return value

    def describe(self) -> Fragment:
        """Return the schema of a text."""
        return text_fragment(r"\S", "a text")


class PlainText(Note, frozen=True):
    """A text that is spoken or shown as it is, without placeholders."""

    def read(self, value: Any, lexicon: Lexicon) -> Text:
        """Return the text as it is."""
        plain = super().read(value, lexicon)
        if any(placeholders.find_all(plain)):
            message = "placeholders have no place in a name or title"
            raise RefusalError(message, "write `{{` for a brace that is spoken")
        return plain

    def describe(self) -> Fragment:
        """Return the schema of a text without placeholders."""
        return text_fragment(_PLAIN, "a text without placeholders; `{{` is a brace")


class SpokenLine(Kind[Line], frozen=True):
    """A text that may contain placeholders, all of them valid."""

    def read(self, value: Any, lexicon: Lexicon) -> Line:
        """Return the text as a line."""
        plain = Note().read(value, lexicon)
        broken = placeholders.broken(plain)
        if broken is not None:
            part = plain.part(*broken)
            raise RefusalError(f"`{part}` is no placeholder", "`{{` is a brace", part.span)
        return Line(str(plain), plain.span)

    def describe(self) -> Fragment:
        """Return the schema of a line."""
        return text_fragment(_LINE, "a text; what stands in braces is a name, and `{{` is a brace")


def text_fragment(pattern: str, message: str, longest: int = MAX_TEXT) -> Fragment:
    """Return the schema of a text, which YAML may take for a number or boolean."""
    return any_of(scalar(pattern, message, maxLength=longest), unsuggested({"type": "boolean"}))
