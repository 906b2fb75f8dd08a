"""Symbols in words: `#3`, `@ 60 kg`, `+ 5 kg`, `squats & lunges`."""

import re
from collections.abc import Iterator

from voicecoach.speech.reading.rule import Rule, always
from voicecoach.speech.reading.words import LanguageWords

_BEFORE = {"#": r"(?<!\w)#\s?(?=\d)", "@": r"(?<=\s)@\s?|^@\s?", "+": r"(?<!\S)\+\s?(?=\d)"}
# An entity of HTML stays, as it is not meant.
_BETWEEN = {"&": r"(?<=[\w\s)])\s?&\s?(?!#?\w{1,8};)(?=[\w(])"}


def symbols_of(words: LanguageWords) -> Iterator[Rule]:
    """Yield the rules of the symbols that a language has a word for."""
    for symbol, spoken in words.symbols.items():
        if symbol in _BEFORE:
            yield Rule(re.compile(_BEFORE[symbol]), always(f"{spoken} "))
        else:
            yield Rule(re.compile(_BETWEEN[symbol]), always(f" {spoken} "))
