"""Tokens: a line taken apart into numbers, clocks, words and marks, each with its column.

`3x10e/s, rest 1:30` is made of the number 3, the word `x`, the number 10, the word `e`, the mark
`/`, the word `s`, the mark `,`, the word `rest` and the clock 1:30. A word is a run of letters of
any script: a number never takes the first letters of the word behind it for its unit.
"""

import re
import unicodedata
from typing import Literal

from msgspec import Struct

from voicecoach.text.document import Text

Kind = Literal["number", "clock", "word", "mark"]

# Behind its first letter, a word goes on up to a blank, a digit or a mark: combining signs are in.
_TOKEN = re.compile(
    r"(?P<clock>[0-9]+(?::[0-9]+)+(?:\.[0-9]+)?)"
    r"|(?P<number>(?:(?<!\S)\.)?[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[^\W\d_](?:[^\s0-9!-/:-@\[-`{-~\u00a1-\u00bf×\u2010-\u206f\u3000-\u303f\uff00-\uff0f]"
    r"|['’](?=[^\W\d_]))*)"
    r"|(?P<mark>\S)"
)
# Marks that look different and mean the same.
_SAME_MARKS = str.maketrans("×✕＊–—‐‑−’‘′“”″，；：（）", "xx*-----'''\"\"\",;:()")
# By itself, it is what a Cyrillic keyboard has for the x of `3x10`.
_CYRILLIC_X = "\N{CYRILLIC SMALL LETTER HA}"


class Token(Struct, frozen=True):
    """A number, clock, word or mark; `folded` is its text without regard to case or font.

    `start` and `end` are its place in the line in characters. `spaced` says that a blank stands
    before it, or nothing.
    """

    kind: Kind
    folded: str
    start: int
    end: int
    spaced: bool


class TokenLine(Struct, frozen=True):
    """A text and the tokens that it is made of, `length` in all.

    Places in it are numbers of tokens.
    """

    text: Text
    tokens: tuple[Token, ...]
    length: int

    def __len__(self) -> int:
        """Return the number of tokens."""
        return self.length

    def is_kind(self, at: int, kind: Kind) -> bool:
        """Return whether the token at `at` is of a kind; none is beyond the end."""
        return 0 <= at < self.length and self.tokens[at].kind == kind

    def folded(self, at: int) -> str:
        """Return the folded text of a token; empty beyond the ends."""
        return self.tokens[at].folded if 0 <= at < self.length else ""

    def is_spaced(self, at: int) -> bool:
        """Return whether a blank, or an end of the line, stands before the token at `at`."""
        return not 0 < at < self.length or self.tokens[at].spaced

    def part(self, start: int, end: int) -> Text:
        """Return the text from the token `start` up to the token `end`, which is left out."""
        if start >= end:
            return self.text.part(0, 0)
        return self.text.part(self.tokens[start].start, self.tokens[end - 1].end)


def tokens_of(text: Text) -> TokenLine:
    """Return a text as tokens."""
    tokens: list[Token] = []
    reached = 0
    for found in _TOKEN.finditer(text):
        kind: Kind = found.lastgroup  # type: ignore[assignment]
        spaced = found.start() > reached or not tokens
        tokens.append(Token(kind, folded(found[0]), found.start(), found.end(), spaced))
        reached = found.end()
    return TokenLine(text, tuple(tokens), len(tokens))


def folded(text: str) -> str:
    """Return a text without regard to case, to how its letters are encoded and to its font."""
    plain = text.casefold().translate(_SAME_MARKS)
    if plain == _CYRILLIC_X:
        return "x"
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)
