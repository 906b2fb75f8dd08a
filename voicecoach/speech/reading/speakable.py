"""What any engine can take: plain words, without anything that it might take for a command.

espeak interprets control characters, Windows' voices a leading `<` as XML, macOS' voices `[[…]]`.
Dozens of single letters with dots (`a.b.c.…`) overflow a buffer of espeak 1.52, with blanks between
or without, and it loses some of what it does speak.
"""

import re
import unicodedata
from functools import lru_cache

# Cc control, Cs surrogate, Co private use, Cn unassigned, So pictographs, Me enclosing marks.
_UNSPOKEN_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn", "So", "Me"})
_SPOKEN_SYMBOLS = frozenset("°№")
_BRACKETS = frozenset("<>[]")
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
# No abbreviation has as many.
_MOST_LETTERS = 12
_MANY_LETTERS = re.compile(rf"(?<![^\W_])(?:[^\W\d_](?:\W|_)+){{{_MOST_LETTERS + 1},}}")
# No word is longer. A mark stays with its letter.
_LONG_RUN = re.compile(r"\S{100,}?(?=\w)")
_ARROWS = range(0x2190, 0x2200)
# Listed because skin tones are categorised as modifiers, and some pictographs are unassigned yet.
_PICTOGRAPHS = range(0x1F000, 0x20000)


# Programmes for many people, or of one person, say much the same.
@lru_cache(maxsize=4096)
def speakable(text: str) -> str:
    """Return `text` as an engine can take it: words, digits and punctuation, single spaces, NFC.

    Emoji, arrows, control characters and the brackets `<`, `>`, `[`, `]` become a space; invisible
    format characters are removed. Runs of more than 100 characters are broken, and many single
    letters with dots grouped. A text without letters and digits cannot be spoken: it gives `""`.
    """
    words = unicodedata.normalize("NFC", "".join(map(_spoken, text)))
    if not any(map(str.isalnum, words)):
        return ""
    words = _MANY_LETTERS.sub(_grouped, words)
    return " ".join(_LONG_RUN.sub(r"\g<0> ", words).split())


def _grouped(match: re.Match[str]) -> str:
    """Return a series of single letters, in groups if there are dots in it."""
    if "." not in match[0]:
        return match[0]
    letters = re.findall(r"[^\W\d_]", match[0])
    starts = range(0, len(letters), _MOST_LETTERS)
    return ", ".join(" ".join(letters[at : at + _MOST_LETTERS]) for at in starts) + " "


def _spoken(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or ord(character) in _VARIATION_SELECTORS:
        return ""
    unspoken = category in _UNSPOKEN_CATEGORIES and character not in _SPOKEN_SYMBOLS
    pictograph = ord(character) in _ARROWS or ord(character) in _PICTOGRAPHS
    return " " if unspoken or pictograph or character in _BRACKETS else character
