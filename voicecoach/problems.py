"""Problems: what is wrong, where, and what to write instead; and the errors that carry them.

Every error that a user can cause is a `VoicecoachError` with the exit code it leads to. Nothing
here prints; the command line does.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a file: `line` and `column` count from 1, `length` in characters.

    `block` is the place of the block that it belongs to, such as `workout[2].do[0]`, where that is
    known; it makes no difference between two spans.
    """

    file: str
    line: int
    column: int = 1
    length: int = 1
    block: str | None = field(default=None, compare=False)

    def part(self, start: int, length: int) -> "Span":
        """Return the stretch of `length` characters that begins `start` characters in."""
        return replace(self, column=self.column + start, length=max(1, length))

    def within(self, block: str | None) -> "Span":
        """Return this stretch as one of a block, unless it is known to be another's."""
        return self if self.block is not None else replace(self, block=block)

    def overlaps(self, other: "Span") -> bool:
        """Return whether two stretches share a character."""
        if (self.file, self.line) != (other.file, other.line):
            return False
        return (
            self.column < other.column + other.length and other.column < self.column + self.length
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a routine.

    `code` is a short stable name, `source_line` the text of the line, `hint` what to write instead,
    `needs` the other file that is not there or cannot be used.
    """

    span: Span
    message: str
    hint: str | None = None
    code: str = "invalid"
    source_line: str | None = None
    needs: str | None = None


class VoicecoachError(Exception):
    """An error with a message for the user, a hint, and the exit code it leads to."""

    exit_code = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RoutineError(VoicecoachError):
    """The routine is wrong: every problem found in it, in the order of the file."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.span))
        first = self.problems[0]
        super().__init__(f"{first.span.file}:{first.span.line}: {first.message}")


class WrongUsageError(VoicecoachError):
    """A file or directory that was asked for cannot be read or written."""

    exit_code = 2


class EngineError(VoicecoachError):
    """A speech engine, an encoder or the disk is missing or failed."""

    exit_code = 3


class NoVoiceError(EngineError):
    """A speech engine has no such voice, or none for a language."""


def reason(error: OSError) -> str:
    """Return what the system says of an error, as it stands within a sentence."""
    said = error.strerror or "the system gives no reason"
    return said[0].lower() + said[1:]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, or None where none is near."""
    lowered = {name.lower(): name for name in known}
    wanted = word.lower()
    found = difflib.get_close_matches(wanted, lowered, n=5, cutoff=0.6)
    # Letters in the wrong order are the commonest slip: `rset` is `rest`, not `sets`.
    found.sort(key=lambda name: sorted(name) != sorted(wanted))
    return lowered[found[0]] if found else None


def nearest_hint(word: str, known: Iterable[str], form: str = "{}") -> str | None:
    """Return `did you mean …?` with the nearest known word in `form`, or None."""
    found = nearest(word, known)
    return f"did you mean `{form.format(found)}`?" if found else None
