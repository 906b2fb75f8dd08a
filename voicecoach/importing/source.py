"""Source: a foreign file, its bytes as text, and how a problem in it is shown.

Text is UTF-8, UTF-16 with a byte order mark, or Windows-1252, which most old programs wrote.
"""

import codecs

from msgspec import Struct

from voicecoach.problems import Problem, RoutineError, Span, WrongUsageError

MAX_BYTES = 1_000_000

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY = "\0"


class Source(Struct, frozen=True):
    """A foreign file, called `name` in messages.

    `text` is empty where the file is none; its lines end in `\\n`. `guessed` says that its encoding
    could only be guessed. `language` is the BCP 47 tag of the one that the routine is asked for in.
    """

    name: str
    content: bytes
    text: str
    lines: tuple[str, ...]
    guessed: bool = False
    language: str | None = None

    def problem(self, line: int, message: str, hint: str | None = None, code: str = "") -> Problem:
        """Return a problem at a line, which counts from 1."""
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else None
        start = len(shown) - len(shown.lstrip()) if shown else 0
        length = len(shown.strip()) if shown else 1
        span = Span(self.name, line, start + 1, max(1, length))
        return Problem(span, message, hint, code or "import", shown)

    def error(
        self, line: int, message: str, hint: str | None = None, code: str = ""
    ) -> RoutineError:
        """Return the error of a file that cannot be imported, because of this line."""
        return RoutineError([self.problem(line, message, hint, code)])


def source_of(content: bytes, name: str, language: str | None = None) -> Source:
    """Return a file with these bytes. Raises WrongUsageError where it is too large."""
    if len(content) > MAX_BYTES:
        raise WrongUsageError(f"{name} is larger than 1 MB", "give a single workout, or a week")
    text, guessed = _decoded(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _BINARY in text:
        return Source(name, content, "", (), language=language)
    return Source(name, content, text, tuple(text.split("\n")), guessed, language)


def _decoded(content: bytes) -> tuple[str, bool]:
    """Return bytes as text, and whether its encoding was guessed."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace"), False
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        # Five bytes stand for nothing in it.
        return content.decode("windows-1252", "replace"), True
