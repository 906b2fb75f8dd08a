"""Problems: what is wrong, where, and what to write instead; and the errors that carry them.

Every error that a user can cause is a `VoicecoachError` with the exit code it leads to. Nothing
here prints; the command line does.
"""

import errno
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace


class Span(Struct, frozen=True):
    """A stretch of one line of a file: `line` and `column` count from 1, `length` in characters.

    `block` is the id of the block it belongs to, such as `workout[2].do[0]`, if known. Spans that
    differ only in it are equal.
    """

    file: str
    line: int
    column: int = 1
    length: int = 1
    block: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._place == other._place

    def __hash__(self) -> int:
        return hash(self._place)

    def __lt__(self, other: "Span") -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[str, int, int, int]:
        return self.file, self.line, self.column, self.length

    def part(self, start: int, length: int) -> "Span":
        """Return the span of `length` characters that begins `start` characters in."""
        return replace(self, column=self.column + start, length=max(1, length))

    def within(self, block: str | None) -> "Span":
        """Return this span with `block` filled in, unless it has one already."""
        return self if self.block is not None else replace(self, block=block)

    def overlaps(self, other: "Span") -> bool:
        """Return whether two spans share a character."""
        first, second = sorted((self, other))
        same_line = (first.file, first.line) == (second.file, second.line)
        return same_line and second.column < first.column + first.length


class Problem(Struct, frozen=True):
    """Something wrong in a routine.

    `code` is a short stable name, `source_line` the text of the line, `hint` what to write instead,
    `needs` another file that is missing or unusable, `given` the variables, such as `run=60s`, that
    were given from outside and stand in the line.
    """

    span: Span
    message: str
    hint: str | None = None
    code: str = "invalid"
    source_line: str | None = None
    needs: str | None = None
    given: tuple[str, ...] = ()


class VoicecoachError(Exception):
    """An error with a message for the user, a hint, and the exit code it leads to."""

    exit_code = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RoutineError(VoicecoachError):
    """The routine is wrong: every problem found in it once, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.span))
        first = self.problems[0]
        super().__init__(f"{first.span.file}:{first.span.line}: {first.message}")


class WrongUsageError(VoicecoachError):
    """The command was used wrongly, or a file or directory it names cannot be read or written."""

    exit_code = 2


class SoundFileError(WrongUsageError):
    """A file that should be a routine is one of sound."""


class ProgrammeFileError(WrongUsageError):
    """A file that should be a routine is a programme of weeks."""


class UnbuiltRoutineError(WrongUsageError):
    """A file that should be finished is a routine."""


class PortError(WrongUsageError):
    """A port was asked for that cannot be had."""


class UnknownVariableError(WrongUsageError):
    """The variable `name` was given, which the routine does not have."""

    def __init__(self, name: str, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.name = name


class OverwritesSourceError(WrongUsageError):
    """An output would overwrite one of its own sources."""


class EngineError(VoicecoachError):
    """A speech engine, an encoder or the disk is missing or failed.

    `span` is the place in a routine that asks for it, if known.
    """

    exit_code = 3
    span: Span | None = None


class DiskFullError(EngineError):
    """There is no room on a disk."""


class UnseenError(EngineError):
    """A worker of a cluster does not see a folder or a file that it needs."""


class MissingPlayerError(EngineError):
    """No program is there that plays sound."""


class PlayerError(EngineError):
    """The program that plays sound has failed."""


class SpeechError(EngineError):
    """The speech engine `engine` failed at a line."""

    def __init__(self, engine: str, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.engine = engine


class RecordingError(SpeechError):
    """A recording, which is the file `file`, cannot be used."""

    exit_code = 1

    def __init__(self, file: str, message: str, hint: str | None = None) -> None:
        super().__init__("recordings", message, hint)
        self.file = file


class NoVoiceError(EngineError):
    """A speech engine has no voice of this name or for this language."""


class CatalogueError(EngineError):
    """The catalogue of voices is damaged, or a file is not what the catalogue says."""


class UninstalledVoiceError(NoVoiceError):
    """There is such a voice, but it has to be installed first."""


class MissingEngineError(EngineError):
    """The library or program that the speech engine `engine` needs is not there, or is broken."""

    def __init__(self, engine: str, reason: str, hint: str | None = None) -> None:
        super().__init__(f"the speech engine `{engine}` cannot start: {reason}", hint)
        self.engine = engine
        self.reason = reason


# What a system says of them differs, and needs explaining.
_REASONS = {
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "its name is longer than the system allows",
}


def reason(error: OSError) -> str:
    """Return the system's message for an error, worded to end a sentence."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    message = error.strerror or "the system gives no reason"
    return message[0].lower() + message[1:]


def words_of(error: Exception) -> str:
    """Return what an error of a library's says, worded to end a sentence; of the system's, why."""
    if isinstance(error, OSError) and error.strerror:
        return f"{reason(error)}: {error.filename}" if error.filename else reason(error)
    return str(error) or type(error).__name__


def ticked(text: str) -> str:
    """Return a text in backticks: two of them where there are some in it."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate nearest to `word`, or None if none is near."""
    # Most commands need no hint.
    import difflib

    by_lowercase = {name.lower(): name for name in candidates}
    lowercase = word.lower()
    matches = difflib.get_close_matches(lowercase, by_lowercase, n=5, cutoff=0.6)
    # Transposed letters are the commonest typo: `rset` is `rest`, not `sets`.
    matches.sort(key=lambda name: sorted(name) != sorted(lowercase))
    return by_lowercase[matches[0]] if matches else None


def nearest_hint(word: str, candidates: Iterable[str], form: str = "{}") -> str | None:
    """Return `did you mean …?` with the nearest candidate, put into `form`, or None."""
    match = nearest(word, candidates)
    return f"did you mean `{form.format(match)}`?" if match else None
