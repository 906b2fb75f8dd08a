"""A routine's text where it is in memory, and how long that may be."""

from pathlib import Path

from msgspec import Struct

MAX_BYTES = 1_000_000


class RoutineText(Struct, frozen=True):
    """A routine in memory, as if it were at `path`: files that it names are relative to that."""

    text: str
    path: Path
