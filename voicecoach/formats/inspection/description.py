"""Description: what a finished file says of itself, read in a moment, without decoding it."""

from pathlib import Path

import soundfile
from msgspec import Struct
from msgspec.structs import replace

from voicecoach.audio.stderr import silenced_stderr
from voicecoach.formats.inspection.container import (
    TOLERATED_MS,
    TOLERATED_SAMPLES,
    ends_early,
    length_ms,
    stated_ms,
)
from voicecoach.formats.inspection.reading import HINT, read, read_errors
from voicecoach.formats.inspection.tag import TagInfo, within
from voicecoach.problems import WrongUsageError
from voicecoach.units import SECOND_MS

# libsndfile does not read them; where they end is in their boxes.
_MP4 = (".m4a", ".m4b")


class Description(Struct, frozen=True):
    """The length and size of a finished file, and what is in its tag."""

    length_ms: int
    size_bytes: int
    tag: TagInfo


def describe(path: Path) -> Description:
    """Return what a finished file says of itself.

    Raises WrongUsageError if it cannot be read, is of no format that is built, or is cut off.
    """
    with read_errors(path):
        size_bytes = path.stat().st_size
        file, tag = read(path)
        lasts_ms = length_ms(file)
        is_whole = not ends_early(path, file)
        whole_ms = stated_ms(file)
        if is_whole and whole_ms is not None and path.suffix.lower() not in _MP4:
            tolerated = 0 if tag.built_by is not None else TOLERATED_SAMPLES
            is_whole = _lasts(path, whole_ms, tolerated)
    if not is_whole:
        raise WrongUsageError(f"{path} is cut off", HINT)
    return Description(lasts_ms, size_bytes, replace(tag, chapters=within(tag.chapters, lasts_ms)))


def _lasts(path: Path, whole_ms: int, tolerated: int) -> bool:
    """Return whether all samples that a file states are there, but for as many as `tolerated`."""
    # By its name, soundfile opens none that has bytes in it which are no characters.
    with silenced_stderr(), path.open("rb") as opened, soundfile.SoundFile(opened) as file:
        # Of a WAV, libsndfile takes the length from the size.
        if whole_ms - SECOND_MS * file.frames / file.samplerate > TOLERATED_MS:
            return False
        file.seek(max(0, file.frames - 1 - tolerated))
        return len(file.read(1)) == 1
