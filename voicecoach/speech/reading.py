"""Reading: how a text is read aloud.

It comes before any engine, and is the only place where a text is changed for them. An engine gets
plain words, without anything that it might take for a command: espeak interprets control
characters, Windows' voices a leading `<` as XML, macOS' voices `[[…]]`.
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
# Listed because skin tones are categorised as modifiers, and some pictographs are unassigned yet.
_PICTOGRAPHS = range(0x1F000, 0x20000)


class Reading:
    """Reads the texts of a routine; `pronounce` maps lower-case words to their spellings."""

    def __init__(self, pronounce: Mapping[str, str]) -> None:
        self._spellings = pronounce
        words = "|".join(re.escape(word) for word in sorted(pronounce, key=len, reverse=True))
        self._words = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None
        self._cache: dict[str, str] = {}

    def aloud(self, text: str) -> str:
        """Return `text` as it is to be spoken, `""` if nothing in it can be."""
        if text not in self._cache:
            self._cache[text] = speakable(self._respell(text))
        return self._cache[text]

    def _respell(self, text: str) -> str:
        if self._words is None:
            return text
        # Some letters match others that are not their lower case, such as a long s.
        return self._words.sub(lambda match: self._spellings.get(match[0].lower(), match[0]), text)


def speakable(text: str) -> str:
    """Return `text` as an engine can take it: words, digits and punctuation, single spaces, NFC.

    Emoji, arrows, control characters and the brackets `<`, `>`, `[`, `]` become a space; invisible
    format characters are removed. A text without letters and digits cannot be spoken: it gives
    `""`.
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
