"""Sounds: the tones of a programme as a table, one row a role.

Roles differ in length, in number of notes and in pitch, never in pitch alone, so that they are told
apart with the eyes shut. How a note is made to sound is `voicecoach.audio.tones`' business.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Note:
    """`length_ms` gliding from `from_hz` to `to_hz`, then `gap_ms` of silence."""

    length_ms: int
    from_hz: float
    to_hz: float
    gap_ms: int = 0


@dataclass(frozen=True, slots=True)
class Tone:
    """Notes, one after another."""

    notes: tuple[Note, ...]

    @property
    def length_ms(self) -> int:
        """The whole length, gaps between the notes included."""
        return sum(note.length_ms + note.gap_ms for note in self.notes)


ToneSet = Mapping[str, Tone]

CLASSIC: ToneSet = MappingProxyType(
    {
        "tick": Tone((Note(120, 880, 880),)),
        "start": Tone((Note(500, 880, 1320),)),
        "end": Tone((Note(400, 880, 520),)),
        "halfway": Tone((Note(90, 880, 880, gap_ms=70), Note(90, 880, 880))),
        "switch": Tone((Note(120, 660, 660, gap_ms=40), Note(120, 990, 990))),
        "finish": Tone(
            (Note(130, 660, 660, gap_ms=20), Note(130, 880, 880, gap_ms=20), Note(250, 1320, 1320))
        ),
    }
)
