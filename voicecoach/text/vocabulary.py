"""Vocabulary: the keys of a kind of file, so that a hint can tell a key from other words."""

from collections.abc import Callable

from msgspec import Struct


class Vocabulary(Struct, frozen=True):
    """The words that are keys.

    `lists` are those that take a list, the outermost first; `holders` those beside which a list
    stands under the key `inner`. `needed` says what an empty file lacks.
    """

    keys: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    holders: frozenset[str] = frozenset()
    inner: str = ""
    needed: str = "a routine needs `title` and `workout`"


# Only a fault asks for the words: to gather them takes a while.
Words = Callable[[], Vocabulary]


def no_words() -> Vocabulary:
    """Return the vocabulary of a file whose keys are anything."""
    return Vocabulary()
