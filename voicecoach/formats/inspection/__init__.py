"""Inspection: what is in a finished file: its encoding, its tag, and its loudness."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import soundfile
from mutagen import MutagenError
from mutagen.flac import FLACNoHeaderError
from mutagen.mp3 import HeaderNotFoundError
from mutagen.oggopus import OggOpusHeaderError
from mutagen.oggvorbis import OggVorbis, OggVorbisHeaderError

from voicecoach.audio.ffmpeg import readable
from voicecoach.files.ordinary import check_ordinary
from voicecoach.formats.inspection.container import READERS, ends_early, stated_ms, tag_of
from voicecoach.formats.inspection.measurements import Measurements, measure
from voicecoach.formats.inspection.tag import TagInfo, within
from voicecoach.problems import WrongUsageError, reason
from voicecoach.units import clock

_NO_HEADERS = (HeaderNotFoundError, FLACNoHeaderError, OggOpusHeaderError, OggVorbisHeaderError)
# A damaged header may ask the decoder for more memory than there is.
_DAMAGED = (MutagenError, soundfile.LibsndfileError, ValueError, OverflowError, MemoryError)
_HINT = "copy or build it again"
# Other encoders' counts may be off by as much as the encoder's delay.
_TOLERATED_SAMPLES = 2 * 1152
# AAC frames last 21 ms, and one stands in front.
_TOLERATED_MS = 60


@dataclass(frozen=True, slots=True)
class Inspection:
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
    suffix = path.suffix.lower()
    if suffix not in READERS:
        message = f"cannot inspect {path}: only {', '.join(READERS)} files can be inspected"
        raise WrongUsageError(message)
    kind = suffix.removeprefix(".").upper()
    try:
        check_ordinary(path)
        size_bytes = path.stat().st_size
        # mutagen would wrap an error in opening the file.
        path.open("rb").close()
        file, tag = _read(path)
        with readable(path) as decodable:
            sound = measure(decodable, tag.lines_ms if tag.built_by is not None else None)
    except OSError as error:
        raise WrongUsageError(f"cannot read {path}: {reason(error)}") from error
    except _NO_HEADERS as error:
        raise WrongUsageError(f"{path} is no {kind} file: no sound is found in it") from error
    except _DAMAGED as error:
        raise WrongUsageError(f"{path} is damaged or cut off", _HINT) from error
    _check_whole(path, file, tag, sound)
    tag = replace(tag, chapters=within(tag.chapters, sound.length_ms))
    return Inspection(size_bytes, _bitrate_kbps(file, size_bytes, sound), tag, sound)


def _read(path: Path) -> tuple[Any, TagInfo]:
    """Return a file as mutagen reads it, and what is in its tag.

    Raises OSError, or MutagenError whatever mutagen trips over.
    """
    try:
        file = READERS[path.suffix.lower()](path)
        return file, tag_of(file)
    except (OSError, MutagenError):
        raise
    except Exception as error:
        # It takes numbers as they stand, and they raise anything, from IndexError to MemoryError.
        raise MutagenError(str(error)) from error


def _check_whole(path: Path, file: Any, tag: TagInfo, sound: Measurements) -> None:
    """Raise WrongUsageError if a file states its length and is shorter."""
    if ends_early(path, file):
        raise WrongUsageError(
            f"{path} is cut off: it ends after {clock(sound.length_ms)}, in the middle", _HINT
        )
    whole_ms = stated_ms(file)
    if whole_ms is None:
        return
    tolerated = 0 if tag.built_by is not None else _TOLERATED_SAMPLES
    is_shorter = whole_ms - sound.length_ms > _TOLERATED_MS
    if sound.missing_samples > tolerated or is_shorter:
        raise WrongUsageError(
            f"{path} is cut off: it ends after {clock(sound.length_ms)} of {clock(whole_ms)}", _HINT
        )


def _bitrate_kbps(file: Any, size_bytes: int, sound: Measurements) -> int:
    """Return the bitrate; of Ogg Vorbis the average, as the one that it states is a wish."""
    if isinstance(file, OggVorbis):
        return round(8 * size_bytes / max(1, sound.length_ms))
    bitrate: int = file.info.bitrate
    return round(bitrate / 1000)
