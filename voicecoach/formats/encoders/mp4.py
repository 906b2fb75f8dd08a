"""MP4 files with AAC, by ffmpeg: what m4a and m4b have in common.

ffmpeg seeks back to put the index at the beginning of its file, so it writes into a temporary
directory, from which the finished file is copied.
"""

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from mutagen import MutagenError
from mutagen.mp4 import MP4

from voicecoach.audio import AudioSegment
from voicecoach.audio.ffmpeg import find
from voicecoach.files.scratch import scratch_directory
from voicecoach.formats import Form, Tags, lasting
from voicecoach.formats.encoders import ffmpeg
from voicecoach.formats.encoders.bitrates import bitrate_within
from voicecoach.formats.tags.ffmetadata import ffmpeg_tags
from voicecoach.formats.tags.iso_639 import iso_639_2
from voicecoach.problems import EngineError
from voicecoach.units import SAMPLE_RATE_HZ, SECOND_MS

# At lower ones, peaks in stereo exceed full scale.
_LOWEST_KBPS = 48
# AAC allows at most 288 kb/s per channel at 48 kHz.
_HIGHEST_KBPS = 256
_CHANNEL_KBPS = 64
# An AAC frame lasts 21 ms, and the encoder puts one in front.
_CLOSE_ENOUGH_MS = 50
_COPY_BYTES = 1 << 20
# ffmpeg's encoder at its plainest. Its default search, noise shaping and noise substitution make
# the signal-to-noise ratio of speech 11 dB worse, and raise peaks by up to 8 dB.
_PLAIN = ("-aac_coder", "fast", "-aac_is", "0", "-aac_pns", "0", "-aac_tns", "0")
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg"}


class Kind(Struct, frozen=True):
    """What tells an audiobook from music: the brand in the file's header and iTunes' `stik`."""

    brand: str
    media_type: int


def check(suffix: str, bitrate_kbps: int | None) -> None:
    """Raise `WrongUsageError` for a bitrate out of range, `EngineError` without ffmpeg."""
    bitrate_within(suffix, bitrate_kbps, _LOWEST_KBPS, _HIGHEST_KBPS)
    find()


def write(
    target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags, kind: Kind
) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes."""
    sound = lasting(segments, form.duration_ms)
    pcm = (bytes(segment.raw_data) for segment in sound)
    with _temporary_directory() as directory:
        finished = directory / "finished.m4a"
        arguments = [*_input(form), *_tags(tags, kind, directory), *_encoding(form, kind)]
        ffmpeg.feed([*arguments, finished.name], pcm, directory)
        _check_length(finished, form.duration_ms)
        with finished.open("rb") as file:
            shutil.copyfileobj(file, target, _COPY_BYTES)


@contextlib.contextmanager
def _temporary_directory() -> Iterator[Path]:
    """Yield a directory for what ffmpeg reads and writes. Raise `EngineError` if that fails."""
    try:
        with scratch_directory() as name:
            yield Path(name)
    except OSError as error:
        message = f"no temporary file can be written: {error.strerror or error}"
        hint = "make room on the disk, or set TMPDIR to a directory that can be written"
        raise EngineError(message, hint) from error


def _input(form: Form) -> list[str]:
    rate, channels = str(SAMPLE_RATE_HZ), str(form.channels)
    return ["-f", "s16le", "-ar", rate, "-ac", channels, "-i", "pipe:0"]


def _tags(tags: Tags, kind: Kind, directory: Path) -> list[str]:
    """Write the tags to files, and return the arguments that read them."""
    text = ffmpeg_tags(tags, {"media_type": str(kind.media_type)})
    directory.joinpath("tags.txt").write_text(text, "utf-8", newline="\n")
    arguments = ["-f", "ffmetadata", "-i", "tags.txt"]
    if tags.cover is not None:
        picture = directory / f"cover.{_SUFFIXES[tags.cover.mime]}"
        picture.write_bytes(tags.cover.data)
        arguments += ["-i", picture.name, "-map", "2:v", "-c:v", "copy"]
        arguments += ["-disposition:v", "attached_pic"]
    language = iso_639_2(tags.language)
    if language is not None:
        arguments += ["-metadata:s:a", f"language={language}"]
    return [*arguments, "-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]


def _encoding(form: Form, kind: Kind) -> list[str]:
    bitrate_kbps = form.bitrate_kbps or form.channels * _CHANNEL_KBPS
    arguments = ["-c:a", "aac", *_PLAIN, "-b:a", f"{bitrate_kbps}k"]
    # No date and no ffmpeg version: the same programme gives the same bytes.
    arguments += ["-fflags", "+bitexact", "-flags:a", "+bitexact"]
    # Lets players start at once over a network.
    arguments += ["-movflags", "+faststart"]
    return [*arguments, "-brand", kind.brand, "-f", "ipod"]


def _check_length(finished: Path, duration_ms: int) -> None:
    """Raise `EngineError` if ffmpeg's file does not last as long as the programme."""
    try:
        info = MP4(finished).info
    except MutagenError as error:
        raise EngineError("ffmpeg has written no MP4 file that can be read") from error
    length_ms = info.length * SECOND_MS if info else 0
    if abs(length_ms - duration_ms) > _CLOSE_ENOUGH_MS:
        raise EngineError(f"ffmpeg has written {length_ms:.0f} ms instead of {duration_ms} ms")
