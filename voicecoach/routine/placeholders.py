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


def find_all(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name, start and end of each placeholder in `text`."""
    for match in _TOKEN.finditer(text):
        if match["name"]:
            yield match["name"], match.start(), match.end()


def broken(text: str) -> tuple[int, int] | None:
    """Return start and end of the first brace in `text` that opens no placeholder."""
    return next((match.span() for match in _TOKEN.finditer(text) if match["broken"]), None)


def fill_some(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with the placeholders that have a value filled in, the others as they are."""
    return _TOKEN.sub(lambda match: values.get(match["name"] or "", match[0]), text)


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
