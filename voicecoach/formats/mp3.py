"""MP3: 48 kHz and a constant bitrate, by default 64 kb/s for one channel and 128 for two."""

from collections.abc import Iterable
from typing import BinaryIO

from voicecoach.audio import AudioSegment
from voicecoach.formats import Form, Tags
from voicecoach.problems import WrongUsageError

# At lower ones a frame is too short for the Info frame, without which the length is not exact.
BITRATES_KBPS = (64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBPS_A_CHANNEL = 64


def check(bitrate_kbps: int | None) -> None:
    """Check a bitrate as `voicecoach.formats.Format.check` describes."""
    if bitrate_kbps is not None and bitrate_kbps not in BITRATES_KBPS:
        allowed = ", ".join(map(str, BITRATES_KBPS))
        raise WrongUsageError(f".mp3 has no bitrate of {bitrate_kbps} kb/s", f"use {allowed}")


def write(target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes."""
    # A bitrate is checked before anything is spoken, and nobody waits for this import by then.
    from voicecoach.formats.encoders.lame import Coding
    from voicecoach.formats.encoders.mp3 import write_mp3

    coding = Coding(form.channels, form.bitrate_kbps or form.channels * _KBPS_A_CHANNEL)
    write_mp3(target, segments, coding, form, tags)
