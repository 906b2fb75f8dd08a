"""Sentences: the parts of a text that end with a full stop, and the head before them."""

import re
from collections.abc import Sequence

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÞĀ-Ž\d“\"(])")
_MOST_NAME_WORDS = 14


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]


def parted(text: str) -> tuple[str, str]:
    """Return the part of a line that names an exercise, and the sentences behind it."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        if character == ":" and depth <= 0 and text[at + 1 : at + 2] in ("", " "):
            rest = text[at + 1 :].strip()
            many = sentences(rest)
            if len(many) > 1 or len(rest.split()) > _MOST_NAME_WORDS:
                return text[:at], rest
            break
    many = sentences(text)
    return (many[0], " ".join(many[1:])) if many else (text, "")


def is_brief(names: Sequence[str]) -> bool:
    """Return whether all texts are as short as names are."""
    return all(len(name.split()) <= _MOST_NAME_WORDS for name in names)


def is_sentence(text: str) -> bool:
    """Return whether a text is a sentence rather than a name."""
    return text.rstrip()[-1:] in ".!?" and len(text.split()) > 2
