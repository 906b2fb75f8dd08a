"""WAV: 16-bit PCM, with its tags after the sound, once as ID3v2.3 and once as RIFF's own.

A RIFF file (Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0") is a
sequence of chunks: four letters, the length of the content, the content, and a zero if that length
is odd. All lengths are known before the first sample, so nothing has to be patched afterwards. They
have 32 bits, which limits a file to 4 GiB.
"""

import struct
from collections.abc import Iterable
from typing import BinaryIO

from voicecoach.audio import AudioSegment
from voicecoach.formats import Form, Tags, lasting
from voicecoach.formats.encoders.bitrates import no_bitrate
from voicecoach.formats.tags.id3 import id3_tag
from voicecoach.formats.tags.text import one_line
from voicecoach.problems import WrongUsageError
from voicecoach.units import SAMPLE_RATE_HZ, SAMPLE_WIDTH, samples

_PCM = 1
_LENGTH_BYTES = 4
_LARGEST_BYTES = 0xFFFF_FFFF


def check(bitrate_kbps: int | None) -> None:
    """Check a bitrate as `voicecoach.formats.Format.check` describes."""
    no_bitrate(".wav", bitrate_kbps)


def write(target: BinaryIO, segments: Iterable[AudioSegment], form: Form, tags: Tags) -> None:
    """Write a programme as `voicecoach.formats.Format.write` describes.

    Raise `WrongUsageError` before anything is written if it does not fit into 4 GiB.
    """
    sample_bytes = SAMPLE_WIDTH * form.channels
    sound_bytes = samples(form.duration_ms) * sample_bytes
    rate_bytes = SAMPLE_RATE_HZ * sample_bytes
    pcm_format = struct.pack(
        "<HHIIHH", _PCM, form.channels, SAMPLE_RATE_HZ, rate_bytes, sample_bytes, 8 * SAMPLE_WIDTH
    )
    head = b"WAVE" + _chunk(b"fmt ", pcm_format) + b"data"
    tail = _info(tags) + _chunk(b"id3 ", id3_tag(tags, form.duration_ms))
    content_bytes = len(head) + _LENGTH_BYTES + sound_bytes + len(tail)
    if content_bytes > _LARGEST_BYTES:
        raise WrongUsageError(
            f"the programme takes {content_bytes / 2**30:.1f} GiB, and a wav file ends at 4 GiB",
            "write a .flac, which sounds the same",
        )
    target.write(
        struct.pack("<4sI", b"RIFF", content_bytes) + head + struct.pack("<I", sound_bytes)
    )
    for segment in lasting(segments, form.duration_ms):
        target.write(segment.raw_data)
    target.write(tail)


def _info(tags: Tags) -> bytes:
    """Return a chunk with title and artist, for programs that do not read ID3."""
    texts = {b"INAM": one_line(tags.title), b"IART": one_line(tags.artist)}
    chunks = [_chunk(name, text.encode() + b"\0") for name, text in texts.items() if text]
    return _chunk(b"LIST", b"INFO" + b"".join(chunks))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + bytes(len(content) % 2)
