"""Languages: the one that a text is written in, told by the words of its doses."""

from functools import lru_cache

from voicecoach import phrases
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.grammar.tokens import folded
from voicecoach.language.values.bare import tokens

_MEANINGS = (
    "second", "minute", "rep", "set", "round", "hold", "each_side", "each_limb", "rest", "a_day",
    "breath", "of", "for", "repeat",
)  # fmt: skip
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
    if tag != "en":
        return own - _words("en")
    return own


@lru_cache(maxsize=64)
def _words(tag: str) -> frozenset[str]:
    known = lexicon(tag)
    found = (
        folded(word)
        for meaning in _MEANINGS
        for each in known.phrases[meaning].values()
        for phrase in each
        for word in phrase
    )
    return frozenset(word for word in found if len(word) >= _SHORTEST and word.isalpha())
