"""Search in the catalogue of exercises: the best finds first."""

import re

from voicecoach.language.definitions import CatalogueKeys, Definition, catalogue
from voicecoach.problems import nearest

Found = dict[str, Definition[CatalogueKeys]]


def named(text: str) -> str | None:
    """Return the short name that `text` is, with or without hyphens and blanks, or None."""
    return next((name for name in catalogue() if _joined(name) == _joined(text)), None)


def search(text: str) -> Found:
    """Return the exercises that have every word of `text`, by short name, the best first.

    A word is looked for in names, then in tags and equipment, then at the beginning of the words
    of a setup.
    """
    # Without the sign of a plural, which the names have or have not.
    words = [_joined(word).removesuffix("s") for word in text.split()]
    ranks = {name: _rank(words, name, definition) for name, definition in catalogue().items()}
    found = [(rank, name) for name, rank in ranks.items() if rank is not None]
    return {name: catalogue()[name] for _, name in sorted(found)}


def nearest_name(text: str) -> str | None:
    """Return the short name most like `text`, or like one of its words; None if none is."""
    names = {_joined(name): name for name in catalogue()}
    by_word = {word: name for name in reversed(list(catalogue())) for word in name.split("-")}
    near = nearest(_joined(text), names)
    if near is not None:
        return names[near]
    nearest_words = (nearest(word, by_word) for word in text.split())
    return next((by_word[word] for word in nearest_words if word is not None), None)


def _rank(words: list[str], name: str, definition: Definition[CatalogueKeys]) -> int | None:
    """Return how far from the name the words are found, None if one is not found at all."""
    keys = definition.keys
    names = [_joined(name), _joined(definition.name)]
    labels = [_joined(label) for label in (*keys.tags, *keys.equipment)]
    setup = re.findall(r"\w+", keys.setup.text.lower()) if keys.setup is not None else []
    rank = 0
    for word in words:
        if any(word in text for text in names):
            continue
        if any(word in text for text in labels):
            rank += 1
        elif any(text.startswith(word) for text in setup):
            rank += 2
        else:
            return None
    return rank


def _joined(text: str) -> str:
    """Return a text's letters and digits only, in lower case: `bird-dog` is `birddog`."""
    return re.sub(r"[\W_]+", "", text.lower())
