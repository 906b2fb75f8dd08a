"""Texts in a picture: cleaned, measured with room to spare, shortened or broken into lines."""

import unicodedata
from dataclasses import dataclass

from voicecoach.outputs.picture.font import width_em
from voicecoach.units import SECOND_MS, clock

# Browsers that lack Roboto draw in Arial or Helvetica, which are wider by up to so much.
_MARGIN = 1.03
_BOLD_MARGIN = 1.07
_ELLIPSIS = "…"
# What is left of a text says something from so many characters on.
_LEAST_SHOWN = 5
# Zero-width joiners, which hold the parts of an emoji together.
_JOINERS = "\u200c\u200d"
# Code points that are no characters, and that XML 1.0 forbids.
_NONE = "\ufffe\uffff"


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: its size in units of the picture, and whether it is bold."""

    size: float
    bold: bool = False


def clean(text: str) -> str:
    """Return a text in one line, without characters that XML 1.0 forbids or nobody sees."""
    seen = (
        " " if character.isspace() or unicodedata.category(character) == "Cc" else character
        for character in text
        if character in _JOINERS
        or (unicodedata.category(character) not in ("Cf", "Cs") and character not in _NONE)
    )
    return " ".join("".join(seen).split())


def whole_clock(length_ms: int) -> str:
    """Return a length, rounded to whole seconds, as a stopwatch shows it."""
    return clock(round(length_ms / SECOND_MS) * SECOND_MS)


def width(text: str, style: Type) -> float:
    """Return the most room that a text takes."""
    margin = _BOLD_MARGIN if style.bold else _MARGIN
    return width_em(text, style.bold) * style.size * margin


def shortened(text: str, style: Type, room: float) -> str:
    """Return what of a text fits into `room`, with an ellipsis if not all, or nothing."""
    if width(text, style) <= room:
        return text
    left = room - width(_ELLIPSIS, style)
    end = 0
    for character in text:
        left -= width(character, style)
        if left < 0:
            break
        end += 1
    while end and _belongs_to_the_one_before(text[end]):
        end -= 1
    begin = text[:end].rstrip(" ,.;:·-–—" + _JOINERS)
    return begin + _ELLIPSIS if len(begin) >= _LEAST_SHOWN else ""


def wrapped(text: str, style: Type, room: float) -> list[str]:
    """Return a text as lines that fit into `room`; a word that is too long is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}".strip()
        if width(joined, style) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, style, room)
        lines += full
    return [*lines, line] if line else lines


def _broken(word: str, style: Type, room: float) -> list[str]:
    parts = [""]
    for character in word:
        fits = width(parts[-1] + character, style) <= room
        if parts[-1] and not fits and not _belongs_to_the_one_before(character):
            parts.append("")
        parts[-1] += character
    return parts


def _belongs_to_the_one_before(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) in ("Mn", "Mc", "Me")
