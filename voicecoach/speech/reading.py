"""Reading: how a text is read aloud.

It comes before any engine, and is the only place where a text is changed for them. An engine gets
plain words. Whatever one of them would take for an order is gone: espeak reads control characters
as commands, Windows' voices a leading `<` as XML, macOS' voices `[[…]]`.
"""

import re
import unicodedata
from collections.abc import Mapping

# Cc control, Cs surrogate, Co private use, Cn unassigned, So pictographs, Me enclosing marks.
_UNSPOKEN_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn", "So", "Me"})
_SPOKEN_SYMBOLS = frozenset("°№")
_BRACKETS = frozenset("<>[]")
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_ARROWS = range(0x2190, 0x2200)
# Skin tones are modifiers by category, and some pictographs here have yet to be assigned.
_PICTOGRAPHS = range(0x1F000, 0x20000)


class Reading:
    """Reads the texts of a routine; `pronounce` has words in small letters and their spellings."""

    def __init__(self, pronounce: Mapping[str, str]) -> None:
        self._spellings = pronounce
        words = "|".join(re.escape(word) for word in sorted(pronounce, key=len, reverse=True))
        self._words = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None
        self._known: dict[str, str] = {}

    def aloud(self, text: str) -> str:
        """Return `text` as it is to be spoken, `""` where nothing in it can be."""
        if text not in self._known:
            self._known[text] = speakable(self._respelled(text))
        return self._known[text]

    def _respelled(self, text: str) -> str:
        if self._words is None:
            return text
        # Some letters match others that they are not in small letters, such as a long s.
        return self._words.sub(lambda found: self._spellings.get(found[0].lower(), found[0]), text)


def speakable(text: str) -> str:
    """Return `text` as an engine may have it: words, digits and punctuation, single spaces, NFC.

    Emoji, arrows, control characters and the brackets `<`, `>`, `[`, `]` become a space, invisible
    format characters nothing. What has no letter and no digit cannot be spoken and gives `""`.
    """
    words = " ".join("".join(map(_spoken, text)).split())
    return unicodedata.normalize("NFC", words) if any(map(str.isalnum, words)) else ""


def _spoken(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or ord(character) in _VARIATION_SELECTORS:
        return ""
    unspoken = category in _UNSPOKEN_CATEGORIES and character not in _SPOKEN_SYMBOLS
    pictograph = ord(character) in _ARROWS or ord(character) in _PICTOGRAPHS
    return " " if unspoken or pictograph or character in _BRACKETS else character
