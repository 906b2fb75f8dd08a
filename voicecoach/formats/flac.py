"""FLAC: lossless, in about half the space; tags as Vorbis comments and a picture."""

from collections.abc import Iterable
from typing import BinaryIO

from mutagen.flac import FLAC, VCFLACDict

from voicecoach.audio import AudioSegment
from voicecoach.formats import Form, Tags, lasting
from voicecoach.formats.encoders import libsndfile
from voicecoach.formats.encoders.bitrates import no_bitrate
from voicecoach.formats.tags import vorbis

_ENCODING = libsndfile.Encoding("FLAC", "PCM_16")


def check(bitrate_kbps: int | None) -> None:
    """Check a bitrate as `voicecoach.formats.Format.check` describes."""
    no_bitrate(".flac", bitrate_kbps)
    libsndfile.check(_ENCODING)


def write(target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes."""
    sound = lasting(segments, form.duration_ms)
    for position, data in libsndfile.encode(sound, form.channels, _ENCODING):
        target.seek(position)
        target.write(data)
    target.seek(0)
    file = FLAC(target)
    assert isinstance(file.tags, VCFLACDict)
    file.tags.clear()
    file.tags.extend(vorbis.comments(tags))
    cover = vorbis.picture(tags)
    if cover is not None:
        file.add_picture(cover)
    target.seek(0)
    # mutagen makes room for the tags by moving the sound, a piece at a time.
    file.save(target, padding=lambda _: 0)
