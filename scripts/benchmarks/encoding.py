"""Encoding a finished programme to MP3, as one whole or only where it sounds.

`python -m benchmarks.encoding whole|spans SOUND` encodes a mono WAV file.
"""

import sys
import wave
from collections.abc import Iterator
from pathlib import Path

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import segment
from voicecoach.formats.encoders.lame import Coding, LameEncoder
from voicecoach.formats.encoders.mp3_frames import frames

_CODING = Coding(channels=1, bitrate_kbps=64)
_PIECE_SAMPLES = 30 * 48_000


def _whole(sound: Path) -> int:
    """Return the bytes of an MP3 stream that one encoder makes."""
    encoder = LameEncoder(_CODING)
    byte_count = sum(len(encoder.encode(piece.raw_data)) for piece in _pieces(sound))
    return byte_count + len(encoder.flush())


def _spans(sound: Path) -> int:
    """Return the bytes of an MP3 stream, as voicecoach makes it."""
    return sum(len(encoded.frames) for encoded in frames(_pieces(sound), _CODING))


def _pieces(sound: Path) -> Iterator[AudioSegment]:
    with wave.open(str(sound)) as file:
        while pcm := file.readframes(_PIECE_SAMPLES):
            yield segment(pcm)


if __name__ == "__main__":
    print({"whole": _whole, "spans": _spans}[sys.argv[1]](Path(sys.argv[2])), "bytes")
