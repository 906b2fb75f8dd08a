"""Conversion: a foreign file to routines, from its format to what it leaves unsaid."""

from collections.abc import Sequence

from msgspec import Struct

from voicecoach.importing import formats
from voicecoach.importing.source import Source
from voicecoach.importing.writer import ImportedRoutine, write
from voicecoach.problems import Problem

# Each is read twice more before it is written.
_MAX_PLANS = 500


class Converted(Struct, frozen=True):
    """The routines of a file, and notes on what it leaves unsaid, in the order of its lines."""

    routines: tuple[ImportedRoutine, ...]
    notes: tuple[Problem, ...]


def convert(
    source: Source,
    format_name: str | None,
    untitled: str,
    *,
    open_ms: int | None = None,
    head: Sequence[str] = (),
) -> Converted:
    """Return the routines of a file in a format, or in the one that it seems to be in.

    The other arguments are those of `write`. Raises RoutineError where the file is in no format, or
    nothing in it lasts, WrongUsageError where there is no such format, and EngineError where an
    importer fails.
    """
    name = format_name or formats.found_format(source)
    plans = formats.read(name, source)
    if not plans:
        raise source.error(1, "there is no workout in this file")
    if len(plans) > _MAX_PLANS:
        raise source.error(1, f"there are more than {_MAX_PLANS} workouts in this file", "split it")
    routines, notes = write(plans, source, untitled, open_ms=open_ms, head=head)
    if source.guessed:
        notes.insert(0, _guess(source))
    notes.sort(key=lambda note: note.span.line)
    return Converted(tuple(routines), tuple(dict.fromkeys(notes)))


def _guess(source: Source) -> Problem:
    numbered = enumerate(source.lines, start=1)
    line = next((number for number, text in numbered if not text.isascii()), 1)
    return source.problem(line, "this is no UTF-8: it is read as Windows-1252")
