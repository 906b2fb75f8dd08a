"""LAME as voicecoach uses it: MPEG-1 layer III at 48 kHz and a constant bitrate, level kept.

A frame holds 1152 samples of each channel in 144 * bitrate / sample rate bytes: at 48 kHz
3 bytes for each kb/s, without padding (ISO/IEC 11172-3, 2.4.3.1).
"""

import functools
from dataclasses import dataclass
from importlib import metadata

import lameenc
import numpy as np

from voicecoach.audio.pcm import FULL_SCALE, SAMPLE_WIDTH
from voicecoach.units import SAMPLE_RATE_HZ

# A lower one has frames too short for the Info frame, without which the length is not exact.
BITRATES_KBPS = (64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
FRAME_SAMPLES = 1152
# What LAME puts in front of the sound; a decoder's own 529 samples are not counted.
ENCODER_DELAY = 576

# LAME's own scale from 0 (slow) to 9, by channels. From 7 on it no longer moves the noise to where
# music covers it. Speech in one channel has bits enough: its noise is 6 dB lower without, and it is
# encoded nearly twice as fast.
_LAME_QUALITY = {1: 7, 2: 5}
# LAME multiplies its input by 0.95 or, at high bitrates, by these, and lameenc cannot tell it not
# to: column `scale` of `abr_switch_map` in presets.c of LAME 3.100, which holds for constant
# bitrates too. Sines come out so, whether of one channel or of two.
_LAME_SCALE = 0.95
_LAME_SCALE_AT = {192: 0.97, 224: 0.98, 256: 1.0, 320: 1.0}


@dataclass(frozen=True, slots=True)
class Coding:
    """How a programme is encoded: 1 or 2 channels, and one of `BITRATES_KBPS`."""

    channels: int
    bitrate_kbps: int

    @property
    def frame_bytes(self) -> int:
        """How long each frame is."""
        return 3 * self.bitrate_kbps

    @property
    def silent_pcm(self) -> bytes:
        """The samples of a silent frame: 16 bit, those of one moment side by side."""
        return bytes(FRAME_SAMPLES * self.channels * SAMPLE_WIDTH)


class LameEncoder:
    """An encoder whose output is as loud as its input; what lies beyond full scale is clipped."""

    def __init__(self, coding: Coding) -> None:
        self._lame = lameenc.Encoder()
        self._lame.set_in_sample_rate(SAMPLE_RATE_HZ)
        # Left to itself, LAME resamples two channels below 128 kb/s.
        self._lame.set_out_sample_rate(SAMPLE_RATE_HZ)
        self._lame.set_channels(coding.channels)
        self._lame.set_bit_rate(coding.bitrate_kbps)
        self._lame.set_quality(_LAME_QUALITY[coding.channels])
        self._lame.silence()
        self._gain = np.float32(1 / _LAME_SCALE_AT.get(coding.bitrate_kbps, _LAME_SCALE))

    def encode(self, pcm: bytes) -> bytes:
        """Return the frames that are ready once these samples, as `silent_pcm`, are added."""
        scaled = np.rint(np.frombuffer(pcm, dtype="<i2") * self._gain)
        clipped = np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1).astype("<i2")
        return bytes(self._lame.encode(clipped.tobytes()))

    def flush(self) -> bytes:
        """Return the frames that the encoder still holds."""
        return bytes(self._lame.flush())


@functools.cache
def lame_version() -> str:
    """Return what encoded frames depend on besides samples and coding."""
    return f"lameenc {metadata.version('lameenc')}, quality {_LAME_QUALITY}"
