"""Tones: what sounds for each role around one work, and how long."""

from collections.abc import Mapping

from msgspec import Struct

from voicecoach.routine.sounds import Sound, SoundFile, Sounds, sound_of

# A longer tone rings on under speech.
LONGEST_CLEAR_MS = 3000


class Tones(Struct, frozen=True):
    """The sounds of one work or of the file; `file_lengths_ms` has the lengths of files by path."""

    sounds: Sounds
    file_lengths_ms: Mapping[str, int]

    def sound(self, role: str) -> Sound:
        """Return what sounds for a role."""
        return sound_of(self.sounds, role)

    def length_ms(self, sound: Sound) -> int:
        """Return how long a tone or file sounds."""
        if isinstance(sound, SoundFile):
            return self.file_lengths_ms[sound.path]
        return sound.length_ms

    def clear_ms(self, role: str) -> int:
        """Return how long the tone of a role keeps speech away; a longer one rings on under it."""
        return min(self.length_ms(self.sound(role)), LONGEST_CLEAR_MS)
