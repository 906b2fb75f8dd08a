"""Words: those by which a plan in words is told apart, in its language and in English.

They stand in the phrase file of a language: under `plans` those that only plans of people have, and
under `written` those of the routine language's lines.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from voicecoach import phrases

_ENGLISH = "en"
_PARTS = ("plans", "written")


class Words(Struct, frozen=True):
    """The words of one language, a BCP 47 tag, by what they mean."""

    tag: str

    def any(self, *meanings: str) -> str:
        """Return the pattern of any word of some meanings, the longest first."""
        found = {word for meaning in meanings for word in _words(self.tag, meaning)}
        return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))

    def find(self, text: str, *meanings: str) -> re.Match[str] | None:
        """Return the first word of some meanings in a text."""
        return _inside(self.tag, meanings).search(text)

    def is_whole(self, text: str, *meanings: str) -> bool:
        """Return whether a text is one word of some meanings, marks behind it left aside."""
        return _whole(self.tag, meanings).fullmatch(text.strip()) is not None

    def without_last(self, text: str, *meanings: str) -> str:
        """Return a text without a word of some meanings at its end, and the mark before that."""
        head, _, last = text.rstrip(": ").rpartition(" ")
        is_last = bool(head) and self.is_whole(last.strip(":-–—(,"), *meanings)
        return head.rstrip(" -–—:(,") if is_last else text

    def is_kin(self, text: str, *meanings: str) -> bool:
        """Return whether a text has a word of some meanings, perhaps in another case or number."""
        stems = {word[: max(3, len(word) - 1)].casefold() for word in self._singles(meanings)}
        return any(word.casefold().startswith(tuple(stems)) for word in re.findall(r"\w+", text))

    @property
    def numbers(self) -> Mapping[str, int]:
        """The numbers that are words, in lower case."""
        return _numbers(self.tag)

    def _singles(self, meanings: tuple[str, ...]) -> list[str]:
        found = [word for meaning in meanings for word in _words(self.tag, meaning)]
        return [word for word in found if " " not in word and len(word) > 2]


@lru_cache(maxsize=512)
def _words(tag: str, meaning: str) -> tuple[str, ...]:
    rows = [
        _texts(each).get(part, {}).get(meaning, []) for each in (tag, _ENGLISH) for part in _PARTS
    ]
    return tuple(dict.fromkeys(word for row in rows for word in row if not word.startswith("-")))


@lru_cache(maxsize=512)
def _inside(tag: str, meanings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{Words(tag).any(*meanings)})(?![^\W\d_])", re.IGNORECASE)


@lru_cache(maxsize=512)
def _whole(tag: str, meanings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{Words(tag).any(*meanings)})[\s.:!,]*", re.IGNORECASE)


@cache
def _numbers(tag: str) -> dict[str, int]:
    told = (each.rpartition(" ") for each in _words(tag, "numbers")[::-1])
    return {word.casefold(): int(number) for word, _, number in told}


def _texts(tag: str) -> Mapping[str, Any]:
    return phrases.load(tag).texts
