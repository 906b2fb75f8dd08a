"""MP3: 48 kHz, one channel, 64 kb/s constant, with ID3v2.3 in front.

The tag comes first, then the Info frame, then the sound. The Info frame is written last, in the
place kept for it.
"""

import io
from collections.abc import Iterable
from typing import BinaryIO

from mutagen.id3 import ID3, TIT2, TLEN, TPE1, TSSE, Encoding

from voicecoach import __version__
from voicecoach.audio import AudioSegment
from voicecoach.formats import Form, Tags, lasting
from voicecoach.formats.crc_16 import crc_16
from voicecoach.formats.info_frame import FRAME_BYTES, info_frame
from voicecoach.formats.mp3_frames import frames
from voicecoach.units import samples


def check(bitrate_kbps: int | None) -> None:
    """Check a bitrate as `voicecoach.formats.Format.check` describes."""


def write(target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes."""
    target.write(_id3(tags, form.duration_ms))
    info_position = target.tell()
    target.write(bytes(FRAME_BYTES))
    byte_count = 0
    crc = 0
    for encoded in frames(lasting(segments, form.duration_ms)):
        target.write(encoded)
        byte_count += len(encoded)
        crc = crc_16(encoded, crc)
    target.seek(info_position)
    target.write(info_frame(samples(form.duration_ms), byte_count // FRAME_BYTES, crc))


def _id3(tags: Tags, duration_ms: int) -> bytes:
    """Return the tag's bytes. ID3v2.3 knows no UTF-8, so text is UTF-16."""
    id3 = ID3()
    id3.add(TIT2(encoding=Encoding.UTF16, text=_one_line(tags.title)))
    id3.add(TPE1(encoding=Encoding.UTF16, text=_one_line(tags.artist)))
    id3.add(TLEN(encoding=Encoding.LATIN1, text=str(duration_ms)))
    id3.add(TSSE(encoding=Encoding.LATIN1, text=f"voicecoach {__version__}, LAME"))
    buffer = io.BytesIO()
    id3.save(buffer, v2_version=3, padding=lambda _: 0)
    return buffer.getvalue()


def _one_line(text: str) -> str:
    """Return text without line breaks, NUL, which would end it, and halves of characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(whole.replace("\0", " ").split())
