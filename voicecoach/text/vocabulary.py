"""Vocabulary: the keys of a kind of file, so that a hint can tell a key from other words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that are keys.

    `lists` are those that take a list, the outermost first; `holders` those beside which a list
    stands under the key `inner`.
    """

    keys: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    holders: frozenset[str] = frozenset()
    inner: str = ""


NO_WORDS = Vocabulary()
