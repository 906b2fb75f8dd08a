"""The sheet of phrases: what is to be recorded, to be read from while recording."""

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct

from voicecoach.routine.voice import Part
from voicecoach.units import counted


class SheetPhrase(Struct, frozen=True):
    """A phrase as it is written, and the name of its file, which may be there already."""

    text: str
    file_name: str
    is_recorded: bool


class SheetGroup(Struct, frozen=True):
    """The phrases of a part in the order in which they are first heard, and their folder if any."""

    part: Part
    folder: str | None
    phrases: tuple[SheetPhrase, ...]


def phrase_sheet(title: str, groups: Sequence[SheetGroup]) -> str:
    """Return the sheet of a programme: each phrase with its number, below it its file."""
    return "\n".join(_lines(title, groups)) + "\n"


def _lines(title: str, groups: Sequence[SheetGroup]) -> Iterator[str]:
    phrases = [phrase for group in groups for phrase in group.phrases]
    recorded = sum(phrase.is_recorded for phrase in phrases)
    yield f"{title} · {counted(len(phrases), 'phrase')}, {recorded} recorded"
    width = len(str(len(phrases)))
    numbers = count(1)
    for group in groups:
        heading = " · ".join(filter(None, (group.part.capitalize(), group.folder)))
        yield from ("", heading) if group.folder or len(groups) > 1 else ()
        for phrase in group.phrases:
            yield ""
            yield f"{next(numbers):>{width}}  {phrase.text}"
            state = "  (recorded)" if phrase.is_recorded else ""
            yield f"{' ' * width}  {phrase.file_name}{state}"
