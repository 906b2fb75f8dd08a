"""Inspection: what is in a finished MP3 file: its encoding, its tag, and its loudness."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import soundfile
from mutagen import MutagenError
from mutagen.mp3 import MP3, BitrateMode, HeaderNotFoundError

from voicecoach.formats.inspection.measurements import Measurements, measure
from voicecoach.formats.inspection.tag import TagInfo, read_tag
from voicecoach.problems import WrongUsageError, reason
from voicecoach.units import clock

_SUFFIX = ".mp3"
# Other encoders' counts may be off by as much as the encoder's delay.
_TOLERATED_SAMPLES = 2 * 1152


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is in an MP3 file."""

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
    """Return what is in an MP3 file, with its sound decoded and measured.

    Raises WrongUsageError if it cannot be read, is not an MP3, or is cut off.
    """
    if path.suffix.lower() != _SUFFIX:
        raise WrongUsageError(f"cannot inspect {path}: only MP3 files can be inspected")
    try:
        size_bytes = path.stat().st_size
        if not path.is_file():
            raise WrongUsageError(f"cannot read {path}: it is no file")
        # mutagen would wrap an error in opening the file.
        path.open("rb").close()
        file: Any = MP3(path)
        tag = read_tag(file.tags)
        sound = measure(path, tag.lines_ms if tag.built_by is not None else None)
    except OSError as error:
        raise WrongUsageError(f"cannot read {path}: {reason(error)}") from error
    except HeaderNotFoundError as error:
        raise WrongUsageError(f"{path} is no MP3 file: no sound is found in it") from error
    except (MutagenError, soundfile.LibsndfileError) as error:
        raise WrongUsageError(f"{path} is damaged or cut off", "copy or build it again") from error
    _check_whole(path, file, tag, sound)
    return Inspection(size_bytes, round(file.info.bitrate / 1000), tag, sound)


def _check_whole(path: Path, file: Any, tag: TagInfo, sound: Measurements) -> None:
    """Raise WrongUsageError if a file states its length and is shorter."""
    tolerated = 0 if tag.built_by is not None else _TOLERATED_SAMPLES
    if file.info.bitrate_mode != BitrateMode.UNKNOWN and sound.missing_samples > tolerated:
        whole_ms = round(1000 * file.info.length)
        raise WrongUsageError(
            f"{path} is cut off: it ends after {clock(sound.length_ms)} of {clock(whole_ms)}",
            "copy or build it again",
        )
