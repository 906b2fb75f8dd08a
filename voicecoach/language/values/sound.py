"""Sounds: the role of a tone, or the name of a sound file."""

from voicecoach.language.values.fragments import Fragment, any_of, in_either_case, string
from voicecoach.language.values.text import PlainText
from voicecoach.routine.sounds import ROLES

FILE_SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")

_ENDINGS = "|".join(suffix.removeprefix(".") for suffix in FILE_SUFFIXES)
_EXPECTED = f"a tone ({', '.join(ROLES)}) or a file ({', '.join(FILE_SUFFIXES)})"


class Sound(PlainText, frozen=True):
    """A tone's role or the name of a file; which one, and whether it is there, is seen later."""

    def describe(self) -> Fragment:
        """Return the schema of a role or a file."""
        return any_of({"enum": list(ROLES), "errorMessage": _EXPECTED}, file_named(_EXPECTED))


def file_named(expected: str) -> Fragment:
    """Return the schema of the name of a sound file; `expected` says what it should be."""
    return string(in_either_case(rf"[^/\\]\.(?:{_ENDINGS})\s*$"), expected)
