"""Placeholders: `{name}` in a text stands for a word that is known when the text is spoken."""

import re
from collections.abc import Iterator, Mapping

NAMES = (
    "exercise", "side", "other_side", "dose", "set", "sets", "round", "rounds", "rep", "reps",
    "next", "title", "total", "remaining",
)  # fmt: skip

_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<name>[A-Za-z_][A-Za-z0-9_-]*)\}|(?P<broken>\{[^{}]*\}?)")


class MissingValueError(Exception):
    """A placeholder has no value where it stands; `name` is the placeholder's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def found(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name, start and end of each placeholder in `text`."""
    for match in _TOKEN.finditer(text):
        if match["name"]:
            yield match["name"], match.start(), match.end()


def broken(text: str) -> str | None:
    """Return the first brace in `text` that opens no placeholder, with what follows it."""
    return next((match["broken"] for match in _TOKEN.finditer(text) if match["broken"]), None)


def fill(text: str, values: Mapping[str, str | None]) -> str:
    """Return `text` with its placeholders filled in. Raises MissingValueError."""

    def value(match: re.Match[str]) -> str:
        name = match["name"]
        if name is None:
            return match[0][0]
        found = values.get(name)
        if found is None:
            raise MissingValueError(name)
        return found

    return _TOKEN.sub(value, text)
