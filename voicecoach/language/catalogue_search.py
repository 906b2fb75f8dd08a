"""Search in the catalogue of exercises: the best finds first."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from voicecoach.language.definitions import CatalogueKeys, Definition, catalogue
from voicecoach.problems import nearest

Found = dict[str, Definition[CatalogueKeys]]

# The least likeness, of 1, of what may have been meant; unrelated short words reach 0.67.
_LEAST_LIKENESS = 0.75


def named(text: str, language: str) -> str | None:
    """Return the short name that `text` is, with or without hyphens and blanks, or None.

    A name in the language serves as well.
    """
    exercises = catalogue(language)
    short_names = {_joined(exercises[name].name): name for name in reversed(list(exercises))}
    return (short_names | {_joined(name): name for name in exercises}).get(_joined(text))


def search(text: str, language: str) -> Found:
    """Return the exercises that have every word of `text`, by short name, the best first.

    They are those with words in the language.

    A word is looked for in names, then in tags and equipment, then at the beginning of the words
    of a setup. All have those of a blank text, none those of one that has only signs.
    """
    words = [joined for joined in map(_joined, text.split()) if joined]
    if text.strip() and not words:
        return {}
    # Without the sign of a plural, which the names have or have not.
    words = [word.removesuffix("s") or word for word in words]
    exercises = catalogue(language)
    ranks = {name: _rank(words, name, definition) for name, definition in exercises.items()}
    found = [(rank, name) for name, rank in ranks.items() if rank is not None]
    return {name: exercises[name] for _, name in sorted(found)}


def nearest_name(text: str, language: str) -> str | None:
    """Return the short name most like `text`, or like one of its words; None if none is."""
    exercises = catalogue(language)
    by_word = {word: name for name in reversed(list(exercises)) for word in name.split("-")}
    names = by_word | {_joined(name): name for name in exercises}
    likely = (_nearest_alike(word, names) for word in (text, *text.split()))
    return next((names[word] for word in likely if word is not None), None)


def _nearest_alike(text: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate nearest to `text` if it is alike or has the same letters, or None."""
    word = _joined(text)
    near = nearest(word, candidates)
    if near is None or sorted(near) == sorted(word):
        return near
    return near if SequenceMatcher(None, near, word).ratio() >= _LEAST_LIKENESS else None


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
