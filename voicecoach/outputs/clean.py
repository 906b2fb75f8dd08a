"""Clean texts: what every format for reading can hold."""

import unicodedata

# Zero-width joiners, which hold the parts of an emoji together.
_JOINERS = "\u200c\u200d"
_LAST_TWO_OF_A_PLANE = 0xFFFE


def clean(text: str) -> str:
    """Return a text as one line, without invisible characters and those that XML or HTML forbid.

    Marks that turn the direction of writing are among them: they would turn what stands around the
    text, too.
    """
    visible = (
        " " if character.isspace() or unicodedata.category(character) == "Cc" else character
        for character in text
        if character in _JOINERS
        or (unicodedata.category(character) not in ("Cf", "Cs") and not _is_none(character))
    )
    return " ".join("".join(visible).split())


def _is_none(character: str) -> bool:
    """Return whether a code point is one of Unicode's noncharacters."""
    point = ord(character)
    return 0xFDD0 <= point <= 0xFDEF or point & _LAST_TWO_OF_A_PLANE == _LAST_TWO_OF_A_PLANE
