"""An MP3 file: the ID3 tag, then the Info frame, then the sound.

The Info frame is written last, into the space reserved for it.
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
from voicecoach.formats.encoders.lame import Coding
from voicecoach.formats.encoders.mp3_frames import frames, silent_frame
from voicecoach.formats.encoders.mp3_mix import frames_of_mix
from voicecoach.formats.encoders.mp3_over_music import frames_over_music
from voicecoach.formats.encoders.mp3_span import EncodedFrames
from voicecoach.units import samples


def write_mp3(
    target: BinaryIO, segments: Iterable[AudioSegment], coding: Coding, form: Form, tags: Tags
) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes, in a coding."""
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
