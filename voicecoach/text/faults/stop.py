"""Where YAML stopped, and the fault that is found there."""

from dataclasses import dataclass
from typing import NamedTuple

# Line and column, from 0.
Place = tuple[int, int]


class Fault(NamedTuple):
    """What is wrong, and where."""

    place: Place
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Where YAML stopped: `at` a place, in what it had begun to read at `begun`.

    `in_token` tells a fault in a token from one in the order of tokens. `brackets` are the places
    of those that are open, the outermost first.
    """

    lines: list[str]
    at: Place
    begun: Place
    in_token: bool
    brackets: list[Place]

    @property
    def line(self) -> str:
        """The line in which YAML stopped, empty beyond the end."""
        return self.lines[self.at[0]] if self.at[0] < len(self.lines) else ""

    @property
    def stray(self) -> str:
        """The character that may not begin a token, empty where the fault is another."""
        return self.character(self.at) if self.in_token and self.begun == self.at else ""

    def character(self, place: Place) -> str:
        """Return the character at a place, empty beyond the end of its line."""
        line, column = place
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    def begun_text(self) -> str:
        """Return the text from `begun` on up to where YAML stopped."""
        (first, column), (last, end) = self.begun, self.at
        lines = [*self.lines[first:last], self.line[:end]]
        return "\n".join(lines)[column:]

    def start_of(self, line: int) -> Place:
        """Return the place of a line's first character that is no space."""
        text = self.lines[line]
        return line, len(text) - len(text.lstrip())
