"""Texts in a picture: measured with some margin, shorten or wrap."""

import unicodedata

from msgspec import Struct

from voicecoach.outputs.picture.font import width_em

# Browsers that lack Roboto use Arial or Helvetica, which are up to this much wider.
_MARGIN = 1.03
_BOLD_MARGIN = 1.07
_ELLIPSIS = "…"
# A shorter beginning of a text would say nothing.
_LEAST_SHOWN = 5
# Zero-width joiners, which hold the parts of an emoji together.
_JOINERS = "\u200c\u200d"


class TextStyle(Struct, frozen=True):
    """The look of a text: its size in units of the picture, and whether it is bold."""

    size: float
    bold: bool = False


def width(text: str, style: TextStyle) -> float:
    """Return the width of a text, at most."""
    margin = _BOLD_MARGIN if style.bold else _MARGIN
    return width_em(text, style.bold) * style.size * margin


def shorten(text: str, style: TextStyle, room: float) -> str:
    """Return as much of a text as fits into `room`, with an ellipsis if cut; maybe nothing."""
    if width(text, style) <= room:
        return text
    left = room - width(_ELLIPSIS, style)
    end = 0
    for character in text:
        left -= width(character, style)
        if left < 0:
            break
        end += 1
    while end and _extends_previous(text[end]):
        end -= 1
    begin = text[:end].rstrip(" ,.;:·-–—" + _JOINERS)
    return begin + _ELLIPSIS if len(begin) >= _LEAST_SHOWN else ""


def wrap(text: str, style: TextStyle, room: float) -> list[str]:
    """Return a text as lines that fit into `room`; a word longer than that is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}".strip()
        if width(joined, style) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _break(word, style, room)
        lines += full
    return [*lines, line] if line else lines


def _break(word: str, style: TextStyle, room: float) -> list[str]:
    parts = [""]
    for character in word:
        fits = width(parts[-1] + character, style) <= room
        if parts[-1] and not fits and not _extends_previous(character):
            parts.append("")
        parts[-1] += character
    return parts


def _extends_previous(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) in ("Mn", "Mc", "Me")
