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
    return frozenset(_names(shared_document(path, vocabulary).data))


def _names(data: Any, is_text: bool = False, is_line: bool = False) -> Iterator[str]:
    """Yield the names in a value; in a line, that of a variable which is all of it is no word."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _names(value, is_text or key in _TEXTS, key == "exercise")
    elif isinstance(data, list):
        for item in data:
            yield from _names(item, is_text, True)
    elif isinstance(data, Text) and (is_text or is_line):
        for name, start, end in placeholders.find_all(data):
            if is_text or (start, end) != (0, len(data)):
                yield name
