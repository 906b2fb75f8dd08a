"""Languages: the one that a text is written in, told by its words."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from babel import Locale

from voicecoach import phrases
from voicecoach.language.grammar.tokens import folded
from voicecoach.language.values.bare import tokens

_SHORTEST = 3
_MOST_CHARACTERS = 20_000


def language_of(text: str) -> str:
    """Return the language most of whose own words are in a text: English, unless another has more.

    A BCP 47 tag.
    """
    line = tokens(text[:_MOST_CHARACTERS])
    words = [token.folded for token in line.tokens if token.kind == "word"]
    tags = phrases.languages()
    scores = {tag: sum(word in _own_words(tag) for word in words) for tag in tags}
    best = max(tags, key=lambda tag: (scores[tag], tag == "en"))
    return best if scores[best] > scores.get("en", 0) else "en"


@lru_cache(maxsize=64)
def _own_words(tag: str) -> frozenset[str]:
    """Return the words of a language, without those that English has too."""
    own = _words(tag)
    return own if tag == "en" else own - _words("en")


@lru_cache(maxsize=64)
def _words(tag: str) -> frozenset[str]:
    """Return all words of the phrases of a language, and of its days of the week."""
    days = Locale.parse(tag, sep="-").days["format"]["wide"].values()
    told = " ".join([*_texts(phrases.load(tag).texts), *days])
    words = {token.folded for token in tokens(told).tokens if token.kind == "word"}
    return frozenset(word for word in map(folded, words) if len(word) >= _SHORTEST)


def _texts(data: Any) -> Iterator[str]:
    """Yield all texts in data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
