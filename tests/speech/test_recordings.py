"""The sound files that engines write."""

import io
import struct
import wave

import numpy as np
import pytest

from helpers.cases import cases
from voicecoach.speech.recordings import parse_recording

PCM = np.array([0, 1000, -1000, 32767, -32768], dtype=np.int16)
# 22050 as an 80-bit float: 22050 = 1.3458… × 2^14.
RATE_22050 = struct.pack(">HQ", 16383 + 14, 22050 << 49)


def wav(pcm: bytes, channels: int = 1, width: int = 2) -> bytes:
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(22_050)
        file.writeframes(pcm)
    return data.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack(">L", len(data)) + data + b"\0" * (len(data) % 2)


def aiff(sound: bytes, bits: int = 16, compression: bytes = b"", channels: int = 1) -> bytes:
    frames = len(sound) * 8 // bits // channels
    common = struct.pack(">hLh", channels, frames, bits) + RATE_22050 + compression
    form = b"AIFC" if compression else b"AIFF"
    chunks = chunk(b"COMM", common) + chunk(b"ANNO", b"odd") + chunk(b"SSND", bytes(8) + sound)
    return b"FORM" + struct.pack(">L", 4 + len(chunks)) + form + chunks


@pytest.mark.parametrize(
    "data",
    [
        wav(PCM.tobytes()),
        wav(np.repeat(PCM, 2).tobytes(), channels=2),
        aiff(PCM.astype(">i2").tobytes()),
        aiff(PCM.astype(">i2").tobytes(), compression=b"NONE\0\0"),
        aiff(PCM.astype("<i2").tobytes(), compression=b"sowt\0\0"),
        aiff((PCM / 32768).astype(">f4").tobytes(), 32, compression=b"fl32\0\0"),
        aiff(np.repeat(PCM, 2).astype(">i2").tobytes(), channels=2),
    ],
    ids=["wav", "wav stereo", "aiff", "aifc", "aifc little", "aifc float", "aiff stereo"],
)
def test_a_sound_file_gives_its_samples(data: bytes) -> None:
    recording = parse_recording(data)
    assert recording.rate_hz == 22_050
    assert recording.samples.dtype == np.int16
    assert recording.samples.tolist() == PCM.tolist()


@cases(
    "data",
    {
        "nothing": b"",
        "another file": b"MP3?",
        "an AIFF of four bytes": b"FORM",
        "a cut WAV": wav(b"\0" * 10)[:20],
        "a WAV of 24 bits": wav(b"\0" * 9, width=3),
        "an AIFF of 24 bits": aiff(b"\0" * 6, 24),
        "a compressed AIFF": aiff(b"\0" * 6, compression=b"ulaw\0\0"),
    },
)
def test_anything_else_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"sound file|bits a sample"):
        parse_recording(data)
