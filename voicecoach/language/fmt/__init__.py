"""Fmt: the normal form of a routine, which is heard as the routine is.

Read the file as it is written, comments and all; put keys in order, lengths and lines into their
one form; write it anew. The result is only given out if it comes to the same programme.
"""

from pathlib import Path

from msgspec import Struct

from voicecoach.files.ordinary import resolved
from voicecoach.language import load
from voicecoach.language.fmt.comments import attach
from voicecoach.language.fmt.meaning import is_same
from voicecoach.language.fmt.normalizing import normalize
from voicecoach.language.fmt.tree import Collection, build
from voicecoach.language.fmt.writing import write
from voicecoach.language.own_phrases import open_phrases
from voicecoach.language.reader import Reader
from voicecoach.problems import VoicecoachError
from voicecoach.text.files import read
from voicecoach.text.parsing import parse_document
from voicecoach.text.routine_text import MAX_BYTES


class Formatted(Struct, frozen=True):
    """A file's text as it is and as it should be, line ends and all."""

    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether the file is not in its normal form."""
        return self.before != self.after


def formatted(path: Path) -> Formatted:
    """Return the routine at `path` in its normal form.

    The lines end as the first one does. Raises WrongUsageError where the file cannot be read and
    RoutineError with all that is wrong with the routine.
    """
    load(path)
    before = read(path, str(path), MAX_BYTES).decode("utf-8")
    text = before.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    after = normal_form(text, path)
    first_line = before.partition("\n")[0]
    return Formatted(before, after.replace("\n", "\r\n") if first_line.endswith("\r") else after)


def normal_form(text: str, path: Path) -> str:
    """Return the text of a routine without errors, which stands at `path`, in its normal form.

    Raises VoicecoachError where that would come to another programme.
    """
    document = parse_document(text, str(path))
    root = build(text, document.lines)
    assert isinstance(root, Collection)  # a routine is a mapping
    head = attach(root, document.lines)
    reader = Reader(document, folder=resolved(path.parent))
    open_phrases(reader)
    normalize(root, reader.lexicon)
    after = write(root, head)
    if not is_same(text, after, path):
        message = f"{path} cannot be brought into normal form without a change of what is heard"
        raise VoicecoachError(message, "the file is left as it is; please report it")
    return after
