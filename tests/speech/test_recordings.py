"""The sound files that engines write."""

import io
import struct
import wave

import numpy as np
import pytest
import soundfile

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
        "noise": np.random.default_rng(1).bytes(20_000),
        "a text": b"Hello! My name is Samantha.",
    },
)
def test_anything_else_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a sound file that can be read"):
        parse_recording(data)


@cases(
    ("kind", "subtype", "off_by"),
    {
        "WAV of 8 bits": ("WAV", "PCM_U8", 0.01),
        "WAV of 24 bits": ("WAV", "PCM_24", 0.0001),
        "WAV of 32 bits": ("WAV", "PCM_32", 0.0001),
        "WAV of doubles": ("WAV", "DOUBLE", 0.0001),
        "WAV for telephones": ("WAV", "ULAW", 0.02),
        "AIFF of 8 bits": ("AIFF", "PCM_S8", 0.01),
        "AIFF of 24 bits": ("AIFF", "PCM_24", 0.0001),
        "FLAC": ("FLAC", "PCM_24", 0.0001),
        "Ogg": ("OGG", "VORBIS", 0.05),
        "MP3": ("MP3", "MPEG_LAYER_III", 0.05),
    },
)
def test_a_file_of_another_kind_gives_nearly_the_same(
    kind: str, subtype: str, off_by: float
) -> None:
    wave = 0.5 * np.sin(np.arange(48_000) * 2 * np.pi * 220 / 24_000)
    data = io.BytesIO()
    soundfile.write(data, wave, 24_000, format=kind, subtype=subtype)
    recording = parse_recording(data.getvalue())
    assert recording.rate_hz == 24_000
    heard = recording.samples[12_000:36_000] / 32_768
    assert np.abs(heard - wave[12_000:36_000]).max() < off_by


@cases(
    ("samples", "rate_hz", "reason"),
    {
        "no numbers": (np.full(100, np.nan), 16_000, "samples that are no numbers"),
        "infinite": (np.full(100, np.inf), 16_000, "samples that are no numbers"),
        "two hours of silence": (np.zeros(7200 * 4000), 4_000, "which no line takes"),
        "one sample a second": (np.zeros(100), 1, "1 samples a second are no speech"),
    },
)
def test_a_file_that_cannot_be_speech_is_a_value_error(
    samples: np.ndarray, rate_hz: int, reason: str
) -> None:
    data = io.BytesIO()
    subtype = "PCM_U8" if len(samples) > 1000 else "FLOAT"
    soundfile.write(data, samples, rate_hz, format="WAV", subtype=subtype)
    with pytest.raises(ValueError, match=reason):
        parse_recording(data.getvalue())
