"""Folders of recordings: the user's own sound files, each named by the phrase that is in it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from voicecoach.files.inputs import names_in
from voicecoach.files.ordinary import is_ordinary, open_ordinary
from voicecoach.problems import EngineError, reason
from voicecoach.speech.file_stems import file_stem

# What libsndfile reads. Of two files for one phrase, the one whose suffix comes first is heard.
SUFFIXES = (".wav", ".flac", ".aiff", ".aif", ".ogg", ".opus", ".mp3")
_BLOCK_BYTES = 1 << 20


class PhraseFile(Struct, frozen=True, dict=True):
    """A file that is named by a phrase."""

    path: Path

    @cached_property
    def stamp(self) -> str:
        """What is another one when the file has changed; empty if it cannot be read."""
        try:
            sha = sha256()
            with open_ordinary(self.path) as file:
                for block in iter(lambda: file.read(_BLOCK_BYTES), b""):
                    sha.update(block)
            return sha.hexdigest()
        except OSError:
            # Whoever hears it tells what is wrong.
            return ""


class RecordingFolder:
    """What is in a folder of recordings, as it was when it was opened.

    A name counts as `file_stem` reads it, so that `Plank. 30 seconds..WAV` is found as well as
    `plank-30-seconds.wav`. Hidden files and folders within do not count.
    """

    def __init__(self, path: Path) -> None:
        """Raise `EngineError` if the folder cannot be read."""
        self._sounds: dict[str, list[PhraseFile]] = {}
        self._others: dict[str, list[PhraseFile]] = {}
        try:
            files = list(_files_in(path))
        except OSError as error:
            message = f"the folder of recordings {path} cannot be read: {reason(error)}"
            raise EngineError(message) from error
        for file in sorted(files, key=_rank):
            is_sound = file.path.suffix.lower() in SUFFIXES
            by_stem = self._sounds if is_sound else self._others
            stem = file_stem(file.path.stem)
            if stem:
                by_stem.setdefault(stem, []).append(file)

    def find(self, text: str) -> Sequence[PhraseFile]:
        """Return the files in which a phrase is recorded, `text` as it is written.

        The first of them is heard.
        """
        return self._sounds.get(file_stem(text), ())

    def unreadable(self, text: str) -> Sequence[PhraseFile]:
        """Return the files that are named by a phrase but are of a kind that cannot be read."""
        return self._others.get(file_stem(text), ())


def _files_in(folder: Path) -> Iterator[PhraseFile]:
    paths = (folder / name for name in names_in(folder))
    yield from (PhraseFile(path) for path in paths if is_ordinary(path))


def _rank(file: PhraseFile) -> tuple[int, str]:
    suffix = file.path.suffix.lower()
    return SUFFIXES.index(suffix) if suffix in SUFFIXES else len(SUFFIXES), file.path.name
