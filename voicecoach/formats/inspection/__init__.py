"""Inspection: what is in a finished file: its encoding, its tag, and its loudness."""

from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from mutagen.oggvorbis import OggVorbis

from voicecoach.audio.ffmpeg import readable
from voicecoach.formats.inspection.container import (
    TOLERATED_MS,
    TOLERATED_SAMPLES,
    ends_early,
    stated_ms,
)
from voicecoach.formats.inspection.measurements import Measurements, measure
from voicecoach.formats.inspection.reading import HINT, read, read_errors
from voicecoach.formats.inspection.tag import TagInfo, within
from voicecoach.problems import WrongUsageError
from voicecoach.units import clock


class Inspection(Struct, frozen=True):
    """What is in a finished file."""

    size_bytes: int
    bitrate_kbps: int
    tag: TagInfo
    sound: Measurements

    @property
    def speech_share(self) -> float | None:
        """The share of the time in which there is speech, 0 to 1; None if it is not known."""
        spoken_ms, length_ms = self.sound.spoken_ms, self.sound.length_ms
        return None if spoken_ms is None or not length_ms else spoken_ms / length_ms


def inspect(path: Path) -> Inspection:
    """Return what is in a finished file, with its sound decoded and measured.

    Raises WrongUsageError if it cannot be read, is of no format that is built, or is cut off, and
    EngineError where ffmpeg is needed and missing.
    """
    with read_errors(path):
        size_bytes = path.stat().st_size
        file, tag = read(path)
        with readable(path) as decodable:
            sound = measure(decodable, tag.lines_ms if tag.built_by is not None else None)
    _check_whole(path, file, tag, sound)
    tag = replace(tag, chapters=within(tag.chapters, sound.length_ms))
    return Inspection(size_bytes, _bitrate_kbps(file, size_bytes, sound), tag, sound)


def _check_whole(path: Path, file: Any, tag: TagInfo, sound: Measurements) -> None:
    """Raise WrongUsageError if a file states its length and is shorter."""
    if ends_early(path, file):
        raise WrongUsageError(
            f"{path} is cut off: it ends after {clock(sound.length_ms)}, in the middle", HINT
        )
    whole_ms = stated_ms(file)
    if whole_ms is None:
        return
    tolerated = 0 if tag.built_by is not None else TOLERATED_SAMPLES
    is_shorter = whole_ms - sound.length_ms > TOLERATED_MS
    if sound.missing_samples > tolerated or is_shorter:
        raise WrongUsageError(
            f"{path} is cut off: it ends after {clock(sound.length_ms)} of {clock(whole_ms)}", HINT
        )


def _bitrate_kbps(file: Any, size_bytes: int, sound: Measurements) -> int:
    """Return the bitrate; of Ogg Vorbis the average, as the one that it states is a wish."""
    if isinstance(file, OggVorbis):
        return round(8 * size_bytes / max(1, sound.length_ms))
    bitrate: int = file.info.bitrate
    return round(bitrate / 1000)
