"""Recordings: the sound files that speech engines write, WAV and AIFF, read into samples.

The two are told apart by their first bytes, not by name.
"""

import io
import struct
import wave
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from voicecoach.audio.pcm import FULL_SCALE
from voicecoach.speech.engines import Recording

# The sample formats of AIFF-C's compression types; plain AIFF uses the first.
_AIFF_SAMPLES = {b"NONE": ">i2", b"twos": ">i2", b"sowt": "<i2", b"fl32": ">f4", b"FL32": ">f4"}
_EXTENDED_BIAS = 16_383 + 63


def parse_recording(data: bytes) -> Recording:
    """Return the samples of a sound file, channels mixed down.

    It may be WAV with 16-bit samples, or AIFF or AIFF-C with 16-bit or float samples; raise
    `ValueError` for anything else.
    """
    try:
        return _aiff(data) if data[:4] == b"FORM" else _wav(data)
    except (EOFError, KeyError, struct.error, wave.Error) as error:
        raise ValueError(f"not a sound file that can be read: {error}") from error


def _wav(data: bytes) -> Recording:
    with wave.open(io.BytesIO(data)) as file:
        if file.getsampwidth() != 2:
            raise ValueError(f"{8 * file.getsampwidth()} bits a sample where 16 were expected")
        pcm = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
        return _mono(pcm, file.getnchannels(), file.getframerate())


def _aiff(data: bytes) -> Recording:
    chunks = dict(_chunks(data))
    common = chunks[b"COMM"]
    channels, _, bits, exponent, mantissa = struct.unpack_from(">hLhHQ", common)
    sample = np.dtype(_AIFF_SAMPLES[common[18:22] or b"NONE"])
    if sample.itemsize * 8 != bits:
        raise ValueError(f"{bits} bits a sample where {sample.itemsize * 8} were expected")
    (offset,) = struct.unpack_from(">L", chunks[b"SSND"])
    sound = chunks[b"SSND"][8 + offset :]
    pcm = np.frombuffer(sound[: len(sound) // sample.itemsize * sample.itemsize], dtype=sample)
    if sample.kind == "f":
        pcm = pcm * FULL_SCALE
    # The rate is an 80-bit float.
    return _mono(pcm, channels, round(mantissa * 2.0 ** (exponent - _EXTENDED_BIAS)))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from(">4sL", data, at)
        yield name, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _mono(pcm: npt.NDArray[np.generic], channels: int, rate_hz: int) -> Recording:
    frames = pcm[: len(pcm) // channels * channels].reshape(-1, channels).astype(np.float64)
    mixed = np.rint(frames.mean(axis=1))
    return Recording(np.clip(mixed, -FULL_SCALE, FULL_SCALE - 1).astype(np.int16), rate_hz)
