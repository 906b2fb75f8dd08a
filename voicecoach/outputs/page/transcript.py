"""The transcript: all that is said, by chapter; numbers that are counted stand in one line."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from voicecoach.outputs.clean import clean
from voicecoach.timeline import Event, Timeline
from voicecoach.units import SECOND_MS, clock

_COUNTED = ("count", "countdown", "tempo")


class TranscriptLine(Struct, frozen=True):
    """A line, or numbers counted one after another, and when it begins."""

    start_ms: int
    text: str

    @property
    def time(self) -> str:
        """The time as a stopwatch shows it."""
        return clock(self.start_ms // SECOND_MS * SECOND_MS)


class TranscriptChapter(Struct, frozen=True):
    """A chapter with the lines that begin in it."""

    title: str
    lines: tuple[TranscriptLine, ...]


def transcript(timeline: Timeline) -> Iterator[TranscriptChapter]:
    """Yield the chapters in order, also those in which nothing is said."""
    lines = list(_lines(timeline))
    first = 0
    for chapter in timeline.chapters:
        last = first
        while last < len(lines) and lines[last].start_ms < chapter.end_ms:
            last += 1
        yield TranscriptChapter(clean(chapter.title), tuple(lines[first:last]))
        first = last


def _lines(timeline: Timeline) -> Iterator[TranscriptLine]:
    said = [event for event in timeline.events if event.text is not None]
    for _, group in groupby(enumerate(said), lambda each: _run(*each)):
        events = [event for _, event in group]
        text = " · ".join(clean(event.text or "") for event in events)
        yield TranscriptLine(events[0].start_ms, text)


def _run(number: int, event: Event) -> tuple[object, ...]:
    """Return what the events of one line have in common."""
    return (event.phase, event.role) if event.role in _COUNTED else (number,)
