"""Which variables of a routine are words that are said, rather than values of what is done."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from voicecoach.language.vocabulary import vocabulary
from voicecoach.routine import placeholders
from voicecoach.text.document import Text
from voicecoach.text.parsing import shared_document

# The keys whose values are sentences and titles, and `vars`, by which they get into other files.
_TEXTS = frozenset(
    ("title", "description", "author", "caution", "intro", "outro", "section", "circuit", "say",
     "setup", "tips", "on_set", "after_set", "on_side", "on_round", "after_round", "encourage",
     "note", "vars")
)  # fmt: skip


def spoken_variables(path: Path) -> frozenset[str]:
    """Return the names that stand in a text of a routine. Raises as `load` does."""
    return frozenset(_names(shared_document(path, vocabulary).data, False))


def _names(data: Any, is_text: bool) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _names(value, is_text or key in _TEXTS)
    elif isinstance(data, list):
        for item in data:
            yield from _names(item, is_text)
    elif isinstance(data, Text) and is_text:
        yield from (name for name, _, _ in placeholders.find_all(data))
