"""What any engine can take: plain words, without anything that it might take for a command.

espeak interprets control characters, Windows' voices a leading `<` as XML, macOS' voices `[[…]]`.
"""

import unicodedata

# Cc control, Cs surrogate, Co private use, Cn unassigned, So pictographs, Me enclosing marks.
_UNSPOKEN_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn", "So", "Me"})
_SPOKEN_SYMBOLS = frozenset("°№")
_BRACKETS = frozenset("<>[]")
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_ARROWS = range(0x2190, 0x2200)
# Listed because skin tones are categorised as modifiers, and some pictographs are unassigned yet.
_PICTOGRAPHS = range(0x1F000, 0x20000)


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
