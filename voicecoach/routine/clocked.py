"""Clocked blocks: tabata, emom and amrap keep the time themselves, and nothing in them waits."""

from msgspec.structs import replace

from voicecoach.problems import Span
from voicecoach.routine.phase import Heading, Place

_CHAPTERS = {"tabata": "Tabata", "emom": "EMOM", "amrap": "AMRAP"}


def clocked_place(place: Place, block: str, span: Span, number: int, rounds: int) -> Place:
    """Return the place of one round of a clocked block, which is a chapter outside sections."""
    chapter = place.chapter or Heading(_CHAPTERS[block], span)
    return replace(place, block=block, round=number, rounds=rounds, chapter=chapter, clocked=True)
