"""M4A: AAC in an MP4 file, the native format of Apple's players. Needs ffmpeg."""

from collections.abc import Iterable
from typing import BinaryIO

from voicecoach.audio import AudioSegment
from voicecoach.formats import Form, Tags
from voicecoach.formats.encoders import mp4

_MUSIC = mp4.Kind(brand="M4A ", media_type=1)


def check(bitrate_kbps: int | None) -> None:
    """Check a bitrate, and for ffmpeg, as `voicecoach.formats.Format.check` describes."""
    mp4.check(".m4a", bitrate_kbps)


def write(target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes."""
    mp4.write(target, segments, form, tags, _MUSIC)
