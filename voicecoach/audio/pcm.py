"""PCM: converts between pydub's segments and numpy's samples.

Samples are floats with 1.0 as full scale: one-dimensional for one channel, with a row for each
moment for two. Segments are 48 kHz, 16 bit, one or two channels.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from voicecoach.audio import AudioSegment
from voicecoach.units import SAMPLE_RATE_HZ, SAMPLE_WIDTH, samples

Samples = npt.NDArray[np.floating[Any]]
Pcm = npt.NDArray[np.int16]

FULL_SCALE = 32_768
# Half a millisecond: the step in which levels and gains are computed.
HOP_SAMPLES = 24


def segment(pcm: bytes, channels: int = 1) -> AudioSegment:
    """Return 16-bit samples, channels interleaved, as a segment."""
    return AudioSegment(
        data=pcm, sample_width=SAMPLE_WIDTH, frame_rate=SAMPLE_RATE_HZ, channels=channels
    )


def to_16_bit(wave: Samples) -> Pcm:
    """Return samples rounded to 16 bit and clipped at full scale."""
    scaled = wave * FULL_SCALE
    # In place: for a long sound, new memory takes longer than the arithmetic.
    np.rint(scaled, out=scaled)
    return np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1, out=scaled).astype("<i2")


def from_samples(wave: Samples) -> AudioSegment:
    """Return samples as a segment, rounded to 16 bit and clipped at full scale."""
    return segment(to_16_bit(wave).tobytes(), channels=1 if wave.ndim == 1 else wave.shape[1])


def to_pcm(sound: AudioSegment) -> Pcm:
    """Return a segment's 16-bit samples without copying them; stereo as rows of two."""
    pcm = np.frombuffer(sound.raw_data, dtype="<i2")
    return pcm if sound.channels == 1 else pcm.reshape(-1, sound.channels)


def silence(length_ms: int) -> AudioSegment:
    """Return silence. `AudioSegment.silent` is a sample short at some lengths, such as 9 ms."""
    return segment(bytes(samples(length_ms) * SAMPLE_WIDTH))


def join(sounds: Iterable[AudioSegment]) -> AudioSegment:
    """Return segments end to end, each copied once; `+` would copy everything before it again."""
    parts = list(sounds)
    channels = parts[0].channels if parts else 1
    return segment(b"".join(sound.raw_data for sound in parts), channels)
