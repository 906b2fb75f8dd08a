"""Ogg Vorbis at the library's default quality: about 64 kb/s of sound in one channel."""

from collections.abc import Iterable
from typing import BinaryIO

from voicecoach.audio import AudioSegment
from voicecoach.formats import Form, Tags, lasting
from voicecoach.formats.encoders import libsndfile
from voicecoach.formats.encoders.bitrates import no_bitrate
from voicecoach.formats.tags.ogg_pages import VORBIS, replace_comments
from voicecoach.formats.tags.vorbis import ogg_comments

_ENCODING = libsndfile.Encoding("OGG", "VORBIS")


def check(bitrate_kbps: int | None) -> None:
    """Check a bitrate as `voicecoach.formats.Format.check` describes.

    For Vorbis, libsndfile takes a quality, which does not determine a bitrate.
    """
    no_bitrate(".ogg", bitrate_kbps)
    libsndfile.check(_ENCODING)


def write(target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes."""
    sound = lasting(segments, form.duration_ms)
    stream = (data for _, data in libsndfile.encode(sound, form.channels, _ENCODING))
    for page in replace_comments(stream, VORBIS, ogg_comments(tags)):
        target.write(page)
