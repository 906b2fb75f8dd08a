"""The captions: what is said, in pieces of two or three lines, each with its time."""

import re
import textwrap
from collections.abc import Iterator

from msgspec import Struct

from voicecoach.outputs.clean import clean
from voicecoach.timeline import Timeline

# Two lines of a small phone, three of the smallest.
MOST_CHARACTERS = 80
_AFTER_A_MARK = re.compile(r"(?<=[.,;:!?…。、！？])\s+")


class Caption(Struct, frozen=True):
    """A piece of a spoken line, and when it is heard."""

    start_ms: int
    end_ms: int
    text: str


def captions(timeline: Timeline) -> Iterator[Caption]:
    """Yield the captions in order; a long line takes several, timed by their characters."""
    for event in timeline.events:
        if event.text is None:
            continue
        pieces = _pieces(clean(event.text))
        ms_per_character = event.length_ms / max(1, sum(map(len, pieces)))
        start = 0
        for piece in pieces:
            end = start + len(piece)
            yield Caption(
                event.start_ms + round(start * ms_per_character),
                event.start_ms + round(end * ms_per_character),
                piece,
            )
            start = end


def _pieces(text: str) -> list[str]:
    """Return a line in pieces of at most `MOST_CHARACTERS`, cut behind marks where that goes."""
    pieces: list[str] = []
    for part in _AFTER_A_MARK.split(text):
        joined = f"{pieces[-1]} {part}" if pieces else part
        if pieces and len(joined) <= MOST_CHARACTERS:
            pieces[-1] = joined
        else:
            pieces += textwrap.wrap(part, MOST_CHARACTERS, break_on_hyphens=False) or [part]
    return pieces
