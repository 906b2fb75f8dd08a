"""Short names: which exercise of `exercises` or of the catalogue a name stands for.

A routine's own exercises go first. In a line, the catalogue is asked only for names with a hyphen:
in `30s plank`, the name is just a word. What may have been meant for a short name is told.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from voicecoach.language.definitions import (
    CATALOGUE_LANGUAGE,
    CatalogueKeys,
    Definition,
    catalogue,
)
from voicecoach.language.entry import Entry
from voicecoach.language.layers import fields_of, stacked
from voicecoach.language.values.text import PlainText, names_something
from voicecoach.routine.exercise import TempoPart
from voicecoach.text.document import Text

# Only such names are looked up in the catalogue: most exercises are named in plain words.
_SHORT_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# With a letter changed, a shorter word is often another one: `leg-kick`, `leg-lift`.
_MISTYPED_FROM = 5


def is_name(entry: Entry, name: Text) -> bool:
    """Return whether a name can be spoken; where it cannot, that is noted."""
    if names_something(name):
        return entry.reader.value(PlainText(), name) is not None
    entry.reader.fail(name.span, f"`{name}` is no name that can be spoken", "write it in words")
    return False


def find(entry: Entry, name: Text, as_key: bool) -> Definition[Any] | None:
    """Return what a name stands for, None for a plain one; near misses are noted.

    `as_key` says that it stands in `exercise`, and not in a line of its own.
    """
    own, known = entry.around.definitions, catalogue()
    if name in own:
        return own[name]
    if name in known and (as_key or "-" in name):
        return _in_language(entry, name, known[name])
    meant = _mistyped(name, {*own, *known})
    if meant is not None:
        entry.reader.fail(name.span, f"there is no exercise `{name}`", f"did you mean `{meant}`?")
        return None
    near = _near(name, known) if entry.around.speaks(CATALOGUE_LANGUAGE) else None
    if near is not None:
        message = f"`{name}` is a name like any other: no setup, tips or sides are added"
        hint = f"write `exercise: {near}` with its dose for the one of the catalogue"
        if not entry.reader.remarks.says(message):
            entry.reader.note(name.span, "catalogue-name", message, hint)
    return None


def _in_language(
    entry: Entry, name: Text, definition: Definition[CatalogueKeys]
) -> Definition[CatalogueKeys]:
    """Return an exercise of the catalogue in the routine's language.

    Where it has no words in that, it keeps its English name alone, and that is told.
    """
    language = entry.around.language
    own = catalogue(language).get(name)
    if own is not None:
        return own
    message = f"the catalogue says nothing of `{name}` in `{language}`: setup and tips are left out"
    hint = f"describe it under `exercises`, with a `name` and a `setup` in `{language}`"
    if not entry.reader.remarks.says(message):
        entry.reader.warn(name.span, "catalogue-language", message, hint)
    return replace(definition, keys=_without_words(definition.keys))


def _without_words(keys: CatalogueKeys) -> CatalogueKeys:
    """Return keys of the catalogue without what is spoken; their times stay."""
    unnamed = tuple(TempoPart(None, part.length_ms) for part in keys.tempo)
    named = any(part.name is not None for part in keys.tempo)
    # With `breaths`, a tempo with named parts is the pattern of a breath.
    pattern = {"breath": unnamed} if named else {}
    silent = stacked({"tempo": unnamed} if unnamed else {}, fields_of(keys), pattern)
    update = {name: silent[name] for name in silent.keys() - {"setup", "tips"}}
    return type(keys)().with_fields(update)


def _mistyped(name: str, known: Iterable[str]) -> str | None:
    """Return the short name in which one letter of `name` is wrong, missing or swapped."""
    if "-" not in name or not _SHORT_NAME.fullmatch(name):
        return None
    return next((right for right in sorted(known) if _is_mistyped(name, right)), None)


def _is_mistyped(name: str, right: str) -> bool:
    words, right_words = name.split("-"), right.split("-")
    if len(right) < _MISTYPED_FROM or len(words) != len(right_words):
        return False
    wrong = [pair for pair in zip(words, right_words, strict=True) if pair[0] != pair[1]]
    if len(wrong) != 1:
        return False
    ((word, right_word),) = wrong
    if word in _swapped(right_word):
        return True
    return len(right_word) >= _MISTYPED_FROM and _lacks_one(word, right_word)


def _swapped(word: str) -> Iterator[str]:
    """Yield a word with two neighbouring letters swapped."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _lacks_one(word: str, right: str) -> bool:
    """Return whether one letter of `right` is another one in `word`, or missing."""
    if len(word) == len(right):
        return sum(one != other for one, other in zip(word, right, strict=True)) == 1
    return word in (right[:at] + right[at + 1 :] for at in range(len(right)))


def _near(name: str, known: Iterable[str]) -> str | None:
    """Return the short name that a name in lower case may have been meant for.

    That is the same name where it is not looked up, its plural, one with another letter, or one
    with a word behind it: a word before it would make another exercise (`front-squat`).
    """
    short = name.replace(" ", "-")
    if not _SHORT_NAME.fullmatch(short):
        return None
    names = set(known)
    for candidate in (short, short.removesuffix("s"), short.removesuffix("es"), f"{short}s"):
        if candidate in names:
            return candidate
    if "-" not in short and len(short) < _MISTYPED_FROM:
        return None
    mistyped = (
        right
        for right in sorted(names)
        if len(right) >= _MISTYPED_FROM
        and (short in _swapped(right) or _lacks_one(short, right) or _lacks_one(right, short))
    )
    longest_first = sorted(names, key=len, reverse=True)
    longer = (right for right in longest_first if short.startswith(f"{right}-"))
    return next(mistyped, None) or next(longer, None)
