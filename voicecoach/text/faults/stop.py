"""Where YAML stopped, what was open there, and what is said of it."""

from typing import NamedTuple

from msgspec import Struct

from voicecoach.text.vocabulary import Vocabulary

# Line and column, from 0.
Position = tuple[int, int]


class Fault(NamedTuple):
    """What is wrong, and where: `length` characters from `position` on."""

    position: Position
    message: str
    hint: str | None = None
    length: int = 1


class Stop(Struct, frozen=True):
    """Where YAML stopped: `at` a position, in what it had begun to read at `begun`.

    `in_token` tells a fault in a token from one in the order of tokens. `brackets` are the
    positions of those that are open, the outermost first.
    """

    lines: list[str]
    at: Position
    begun: Position
    in_token: bool
    brackets: list[Position]
    vocabulary: Vocabulary

    @property
    def line(self) -> str:
        """The line in which YAML stopped, empty beyond the end."""
        return self.lines[self.at[0]] if self.at[0] < len(self.lines) else ""

    @property
    def stray(self) -> str:
        """The character that may not begin a token, empty where the fault is another."""
        return self.character(self.at) if self.in_token and self.begun == self.at else ""

    def character(self, position: Position) -> str:
        """Return the character at a position, empty beyond the end of its line."""
        line, column = position
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    def begun_text(self) -> str:
        """Return the text from `begun` on up to where YAML stopped."""
        (first, column), (last, end) = self.begun, self.at
        lines = [*self.lines[first:last], self.line[:end]]
        return "\n".join(lines)[column:]

    def start_of(self, line: int) -> Position:
        """Return the position of a line's first character that is no space."""
        text = self.lines[line]
        return line, len(text) - len(text.lstrip())

    @property
    def suspects(self) -> list[int]:
        """The lines in which a fault may lie that stopped YAML, in the order of the file."""
        last = min(self.at[0], len(self.lines) - 1)
        found = {last, min(self.begun[0], last), self.above(last)}
        return sorted(number for number in found if number is not None)

    def above(self, line: int) -> int | None:
        """Return the nearest line above that is neither blank nor a comment, None if none is."""
        written = (
            number
            for number in range(line - 1, -1, -1)
            if (text := self.lines[number].strip()) and not text.startswith("#")
        )
        return next(written, None)
