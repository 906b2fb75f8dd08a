"""A routine's text where it is in memory, and how long that may be."""

from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class RoutineText:
    """A routine in memory, as if it were at `path`: files that it names are relative to that."""

    text: str
    path: Path
