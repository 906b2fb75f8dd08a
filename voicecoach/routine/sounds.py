"""Sounds: the tones of a programme as tables, one row a role, or files in their place.

Roles differ in length, in number of notes and in pitch, never in pitch alone, so that they are told
apart with the eyes shut. How a note is made to sound is `voicecoach.audio.tones`' business.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from voicecoach.problems import Span


class Note(Struct, frozen=True):
    """`length_ms` gliding from `from_hz` to `to_hz`, then `gap_ms` of silence."""

    length_ms: int
    from_hz: float
    to_hz: float
    gap_ms: int = 0

    def __str__(self) -> str:
        """Return pitch and length, and a gap: `880-1320 Hz 500 ms + 100 ms`."""
        glide = "" if self.to_hz == self.from_hz else f"-{self.to_hz:g}"
        gap = f" + {self.gap_ms} ms" if self.gap_ms else ""
        return f"{self.from_hz:g}{glide} Hz {self.length_ms} ms{gap}"


class Tone(Struct, frozen=True):
    """Notes, one after another; without any, silence."""

    notes: tuple[Note, ...]

    @property
    def length_ms(self) -> int:
        """The whole length, gaps between the notes included."""
        return sum(note.length_ms + note.gap_ms for note in self.notes)

    def __str__(self) -> str:
        """Return its notes."""
        return ", ".join(map(str, self.notes))


class SoundFile(Struct, frozen=True):
    """A file in a tone's place, and where the routine names it."""

    path: str
    span: Span

    def __str__(self) -> str:
        """Return its path."""
        return self.path


class Music(Struct, frozen=True):
    """A bed of music: files that follow one another and begin again after the last.

    It plays `gain_db` above (or below) speech, and `duck_db` from there while something is said.
    It takes `fade_ms` to come in, to go out and to cross over from one file to the next. `finders`
    are the paths of folders and patterns that found some of the files.
    """

    files: tuple[SoundFile, ...]
    gain_db: float = -8.0
    duck_db: float = -15.0
    fade_ms: int = 3000
    finders: tuple[str, ...] = ()


Sound = Tone | SoundFile
ToneSet = Mapping[str, Tone]
# What sounds for each role; `sound_of` knows what stands in for a role that is not there.
Sounds = Mapping[str, Sound]


def _tone(*notes: tuple[int, float, float, int]) -> Tone:
    return Tone(tuple(Note(*note) for note in notes))


CLASSIC: ToneSet = MappingProxyType(
    {
        "tick": _tone((120, 880, 880, 0)),
        "start": _tone((500, 880, 1320, 0)),
        "end": _tone((400, 880, 520, 0)),
        "halfway": _tone((90, 880, 880, 70), (90, 880, 880, 0)),
        "switch": _tone((120, 660, 660, 40), (120, 990, 990, 0)),
        "finish": _tone((130, 660, 660, 20), (130, 880, 880, 20), (250, 1320, 1320, 0)),
        "metronome": _tone((30, 1760, 1760, 0)),
    }
)

# An octave lower, for a quiet room: the same gestures.
SOFT: ToneSet = MappingProxyType(
    {
        "tick": _tone((100, 440, 440, 0)),
        "start": _tone((500, 440, 660, 0)),
        "end": _tone((400, 440, 262, 0)),
        "halfway": _tone((90, 440, 440, 70), (90, 440, 440, 0)),
        "switch": _tone((120, 330, 330, 40), (120, 495, 495, 0)),
        "finish": _tone((130, 330, 330, 20), (130, 440, 440, 20), (250, 660, 660, 0)),
        "metronome": _tone((30, 880, 880, 0)),
    }
)

# Higher and repeated, to cut through a gym's noise and music.
GYM: ToneSet = MappingProxyType(
    {
        "tick": _tone((150, 1175, 1175, 0)),
        "start": _tone((150, 1175, 1175, 50), (300, 1175, 1760, 0)),
        "end": _tone((120, 1175, 1175, 40), (240, 1175, 587, 0)),
        "halfway": _tone((70, 1175, 1175, 40), (70, 1175, 1175, 40), (70, 1175, 1175, 0)),
        "switch": _tone((120, 784, 784, 40), (120, 1568, 1568, 0)),
        "finish": _tone((130, 784, 784, 20), (130, 1175, 1175, 20), (250, 1568, 1568, 0)),
        "metronome": _tone((30, 2349, 2349, 0)),
    }
)

# What a tone may be for. No set has one for `round`, which is the end of work, too.
ROLES = ("tick", "start", "end", "round", "halfway", "switch", "finish", "metronome")
SILENCE = Tone(())
OFF: ToneSet = MappingProxyType(dict.fromkeys(CLASSIC, SILENCE))

SETS: Mapping[str, ToneSet] = MappingProxyType(
    {"classic": CLASSIC, "soft": SOFT, "gym": GYM, "off": OFF}
)


def sound_of(sounds: Sounds, role: str) -> Sound:
    """Return what sounds for a role; the end of a round is that of work, unless it has its own."""
    return sounds["end"] if role == "round" and role not in sounds else sounds[role]


def sound_key(sound: Sound) -> Tone | str:
    """Return a tone itself, or the path of a file: the same file may be named at many places."""
    return sound.path if isinstance(sound, SoundFile) else sound
