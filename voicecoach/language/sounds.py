"""Sounds: what each role sounds like, from the keys of `sounds` and those around them.

The nearest wins, role by role; the name of a set stands for every role.
"""

from pathlib import Path
from typing import ClassVar

from voicecoach.language.fields import Keys
from voicecoach.language.keys.sounds import NoteKeys, SoundsField, SoundsKeys
from voicecoach.language.own_files import own_file
from voicecoach.language.reader import Reader
from voicecoach.language.values.sound import FILE_SUFFIXES
from voicecoach.problems import nearest_hint
from voicecoach.routine.sounds import (
    CLASSIC,
    ROLES,
    SETS,
    Note,
    Sound,
    SoundFile,
    Sounds,
    Tone,
    sound_of,
)
from voicecoach.text.document import Data, Text


class _HeaderKeys(Keys, frozen=True, kw_only=True):
    """The key of a routine that is read here."""

    what: ClassVar[str] = "a routine"
    sounds: SoundsField


def read_sounds(reader: Reader, data: Data) -> Sounds:
    """Return the sounds of a routine from its `sounds`; problems are noted.

    They are read separately from the header, so that what is wrong in them is told with all else.
    """
    if data is None:
        return CLASSIC
    header = reader.keys(_HeaderKeys, {"sounds": data}, ())
    return CLASSIC if header is None else over(reader, header.sounds, CLASSIC)


def over(reader: Reader, keys: SoundsKeys, outer: Sounds) -> Sounds:
    """Return `outer` with what some keys say in its place; problems are noted."""
    base = outer if keys.set is None else SETS[keys.set]
    own: dict[str, Sound] = {}
    for role in ROLES:
        value: tuple[NoteKeys, ...] | Text | None = getattr(keys, role)
        sound = None if value is None else _sound(reader, value, base)
        if sound is not None:
            own[role] = sound
    return {**base, **own}


def read_sound(reader: Reader, name: Text, sounds: Sounds) -> Sound | None:
    """Return what a sound's name means among `sounds`; None where a problem was noted."""
    if name in ROLES:
        return sound_of(sounds, name)
    if Path(name).suffix.lower() not in FILE_SUFFIXES:
        endings = ", ".join(FILE_SUFFIXES)
        hint = nearest_hint(name, ROLES) or f"write a role ({', '.join(ROLES)}) or a file"
        reader.fail(name.span, f"`{name}` is neither a tone's role nor a file ({endings})", hint)
        return None
    path = own_file(reader, name)
    return None if path is None else SoundFile(str(path), name.span)


def _sound(reader: Reader, value: tuple[NoteKeys, ...] | Text, base: Sounds) -> Sound | None:
    if isinstance(value, Text):
        return read_sound(reader, value, base)
    return Tone(tuple(Note(keys.for_, keys.hz, keys.to or keys.hz, keys.gap) for keys in value))
