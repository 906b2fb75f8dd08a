"""MP3: 48 kHz and a constant bitrate, by default 64 kb/s for one channel and 128 for two.

The ID3 tag comes first, then the Info frame, then the sound. The Info frame is written last, into
the space reserved for it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from voicecoach.audio import AudioSegment
from voicecoach.audio.mixing import Mix
from voicecoach.audio.over_music import MixOverMusic
from voicecoach.formats import Form, Tags, lasting, wrong_length
from voicecoach.formats.encoders.crc_16 import combine
from voicecoach.formats.encoders.info_frame import info_frame
from voicecoach.formats.encoders.lame import BITRATES_KBPS, Coding
from voicecoach.formats.encoders.mp3_frames import frames, silent_frame
from voicecoach.formats.encoders.mp3_mix import frames_of_mix
from voicecoach.formats.encoders.mp3_over_music import frames_over_music
from voicecoach.formats.encoders.mp3_span import EncodedFrames
from voicecoach.problems import WrongUsageError
from voicecoach.units import samples

_KBPS_A_CHANNEL = 64


def check(bitrate_kbps: int | None) -> None:
    """Check a bitrate as `voicecoach.formats.Format.check` describes."""
    if bitrate_kbps is not None and bitrate_kbps not in BITRATES_KBPS:
        allowed = ", ".join(map(str, BITRATES_KBPS))
        raise WrongUsageError(f".mp3 has no bitrate of {bitrate_kbps} kb/s", f"use {allowed}")


def write(target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes."""
    coding = Coding(form.channels, form.bitrate_kbps or form.channels * _KBPS_A_CHANNEL)
    encoding = _frames(segments, coding, form)
    # This sets the encoder's threads to work; meanwhile mutagen is imported and makes the tag.
    first = next(encoding)
    from voicecoach.formats.tags.id3 import id3_tag

    target.write(id3_tag(tags, form.duration_ms))
    info_position = target.tell()
    target.write(bytes(coding.frame_bytes))
    byte_count = 0
    crc = 0
    for encoded in chain([first], encoding):
        target.write(encoded.frames)
        byte_count += len(encoded.frames)
        crc = combine(crc, encoded.crc, len(encoded.frames))
    frame_count = byte_count // coding.frame_bytes
    target.seek(info_position)
    header = silent_frame(coding)[:4]
    target.write(info_frame(coding, header, samples(form.duration_ms), frame_count, crc))


def _frames(
    segments: Iterable[AudioSegment], coding: Coding, form: Form
) -> Iterator[EncodedFrames]:
    """Return the frames: of a mix without mixing what is kept, of other samples as they come."""
    if isinstance(segments, Mix | MixOverMusic) and segments.length_ms != form.duration_ms:
        raise wrong_length(segments.length_ms, form.duration_ms)
    if isinstance(segments, Mix) and coding.channels == 1:
        return frames_of_mix(segments, coding, form.store, form.threads)
    if isinstance(segments, MixOverMusic) and coding.channels == segments.channels:
        return frames_over_music(segments, coding, form.store, form.threads)
    return frames(lasting(segments, form.duration_ms), coding, form.store, form.threads)
