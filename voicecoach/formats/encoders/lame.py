"""LAME as voicecoach uses it: MPEG-1 layer III at 48 kHz, constant bitrate, unchanged level.

A frame holds 1152 samples of each channel in 144 * bitrate / sample rate bytes: at 48 kHz, 3 bytes
for each kb/s, without padding (ISO/IEC 11172-3, 2.4.3.1).
"""

import functools
from importlib import metadata

import lameenc
import numpy as np
from msgspec import Struct

from voicecoach.audio.pcm import FULL_SCALE
from voicecoach.units import SAMPLE_RATE_HZ, SAMPLE_WIDTH

FRAME_SAMPLES = 1152
# Samples that LAME puts in front of the sound, not counting a decoder's own 529.
ENCODER_DELAY = 576

# LAME's scale from 0 (slow) to 9, by channels. From 7 on it no longer shapes the noise so that
# music masks it. Mono speech has bits enough: without noise shaping its noise is 6 dB lower, and it
# is encoded nearly twice as fast.
_LAME_QUALITY = {1: 7, 2: 5}
# LAME multiplies its input by 0.95 or, at high bitrates, by these, and lameenc cannot turn that
# off: column `scale` of `abr_switch_map` in presets.c of LAME 3.100, which also applies to constant
# bitrates. Measurements of sines, mono and stereo, confirm it.
_LAME_SCALE = 0.95
_LAME_SCALE_AT = {192: 0.97, 224: 0.98, 256: 1.0, 320: 1.0}


class Coding(Struct, frozen=True):
    """How a programme is encoded: 1 or 2 channels, and one of the bitrates of MPEG-1 layer III."""

    channels: int
    bitrate_kbps: int

    @property
    def frame_bytes(self) -> int:
        """The length of each frame."""
        return 3 * self.bitrate_kbps

    @property
    def silent_pcm(self) -> bytes:
        """The samples of a silent frame: 16 bit, channels interleaved."""
        return bytes(FRAME_SAMPLES * self.channels * SAMPLE_WIDTH)


class LameEncoder:
    """An encoder whose output is as loud as its input, clipped at full scale."""

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
        """Add samples, in the format of `silent_pcm`, and return the frames that are ready."""
        scaled = np.rint(np.frombuffer(pcm, dtype="<i2") * self._gain)
        clipped = np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1).astype("<i2")
        return bytes(self._lame.encode(clipped.tobytes()))

    def flush(self) -> bytes:
        """Return the frames that the encoder still holds."""
        return bytes(self._lame.flush())


@functools.cache
def lame_version() -> str:
    """Return what encoded frames depend on besides the samples and the coding."""
    return f"lameenc {metadata.version('lameenc')}, quality {_LAME_QUALITY}"
