"""Workouts: what an exporter is given, and what it gives back."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct, field

from voicecoach.importing.steps import Part


class Workout(Struct, frozen=True):
    """A routine at one level, to be written in a foreign format.

    All texts are clean lines. `parts` are folded: equal runs are repeats and sets. `length_ms` is
    that of the whole programme with all that is said in it. It begins at `start`, the local time of
    whoever does it; `now` is the time of the export, with a time zone.
    """

    title: str
    language: str
    parts: Sequence[Part]
    length_ms: int
    start: datetime
    now: datetime
    author: str | None = None
    description: str | None = None


class Export(Struct):
    """The content of a file, and `remarks` on what in it had to be changed, one a kind."""

    content: bytes
    remarks: list[str] = field(default_factory=list)
