"""Opus in Ogg (RFC 7845): as good as an MP3 in less than half the space.

The bitrate is an average for sound; silence takes less. Bitrates below 64 kb/s are not offered:
under about 56, libopus codes the low half of speech differently (its SILK layer), and ffmpeg's own
decoder, which many players use, turns that into loud noise.
"""

from collections.abc import Iterable
from typing import BinaryIO

from voicecoach.audio import AudioSegment
from voicecoach.formats import Form, Tags, lasting
from voicecoach.formats.encoders import libsndfile
from voicecoach.formats.encoders.bitrates import bitrate_within
from voicecoach.formats.tags.ogg_pages import OPUS, replace_comments
from voicecoach.formats.tags.vorbis import ogg_comments

_LOWEST_KBPS = 64
_HIGHEST_KBPS = 256
_CHANNEL_KBPS = 64
# libsndfile maps the compression linearly to 6 to 256 kb/s per channel (its ogg_opus.c).
_SMALLEST_KBPS = 6
_LARGEST_KBPS = 256


def check(bitrate_kbps: int | None) -> None:
    """Check a bitrate as `voicecoach.formats.Format.check` describes."""
    bitrate_within(".opus", bitrate_kbps, _LOWEST_KBPS, _HIGHEST_KBPS)
    libsndfile.check(_encoding(1, bitrate_kbps))


def write(target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes."""
    sound = lasting(segments, form.duration_ms)
    encoding = _encoding(form.channels, form.bitrate_kbps)
    stream = (data for _, data in libsndfile.encode(sound, form.channels, encoding))
    for page in replace_comments(stream, OPUS, ogg_comments(tags)):
        target.write(page)


def _encoding(channels: int, bitrate_kbps: int | None) -> libsndfile.Encoding:
    channel_kbps = (bitrate_kbps or channels * _CHANNEL_KBPS) / channels
    compression = (_LARGEST_KBPS - channel_kbps) / (_LARGEST_KBPS - _SMALLEST_KBPS)
    return libsndfile.Encoding("OGG", "OPUS", compression)
