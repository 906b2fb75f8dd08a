"""Loudness according to ITU-R BS.1770-4: K-weighted, in blocks, gated.

It is written in numpy because the loudness libraries either need scipy or lack wheels for some of
the Pythons that voicecoach runs on.
"""

import functools
import math

import numpy as np
import numpy.typing as npt

from voicecoach.audio.pcm import HOP_SAMPLES, Samples
from voicecoach.units import samples

# In hops: blocks of 400 ms, each a quarter of a block after the one before.
_BLOCK = samples(400) // HOP_SAMPLES
STEPS_A_BLOCK = 4
_ABSOLUTE_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0
# Makes a sine of 997 Hz at full scale read -3.01 LUFS.
_CALIBRATION_LU = -0.691

# The coefficients of both filters at 48 kHz, zeros and poles, from z^-2 to 1: BS.1770-4, annex 1,
# table 1 (the head) and table 2 (the low cut).
_HEAD_ZEROS = (1.19839281085285, -2.69169618940638, 1.53512485958697)
_HEAD_POLES = (0.73248077421585, -1.69065929318241, 1.0)
_LOW_CUT_ZEROS = (1.0, -2.0, 1.0)
_LOW_CUT_POLES = (0.99007225036621, -1.99004745483398, 1.0)
# How far back the filters remember: beyond this, their ringing is 200 dB down.
MEMORY = samples(100)
# Weighted at a time: transforms of this length fit a processor's cache.
_PIECE = samples(500)


def integrated_lufs(wave: Samples) -> float:
    """Return the gated loudness of 48 kHz samples; silence is minus infinity.

    Sound shorter than a block counts as one block of its own length.
    """
    return gated_lufs(k_weighted_powers(wave))


def k_weighted_powers(wave: Samples) -> Samples:
    """Return the mean square of each hop, weighted like the ear: more treble, no rumble."""
    whole = np.pad(wave, (MEMORY, -len(wave) % _PIECE if len(wave) else _PIECE))
    # Each piece, preceded by what the filters remember of the one before.
    pieces = np.lib.stride_tricks.sliding_window_view(whole, MEMORY + _PIECE)[::_PIECE]
    # All in the precision of the samples, as double precision takes twice as long. numpy transforms
    # them in it only if it scales the result; so the response makes up for the scale.
    spectra = np.fft.rfft(pieces, norm="forward")
    spectra *= (_response() * (MEMORY + _PIECE)).astype(spectra.dtype)
    weighted = np.fft.irfft(spectra)[:, MEMORY:].reshape(-1, HOP_SAMPLES)
    powers: Samples = np.einsum("ij,ij->i", weighted, weighted) / HOP_SAMPLES
    return powers[: -(-len(wave) // HOP_SAMPLES)]


def gated_lufs(powers: Samples, block: int = _BLOCK, step: int = _BLOCK // STEPS_A_BLOCK) -> float:
    """Return the gated loudness of a sound from its `k_weighted_powers`, summed over channels.

    `block` and `step` are the number of powers in 400 ms and 100 ms.
    """
    sums = np.concatenate(([0.0], np.cumsum(powers)))
    block = min(block, len(powers))
    starts = np.arange(0, len(powers) - block + 1, step)
    blocks = (sums[starts + block] - sums[starts]) / max(1, block)
    blocks = blocks[blocks > 10 ** ((_ABSOLUTE_GATE_LUFS - _CALIBRATION_LU) / 10)]
    if not blocks.size:
        return -math.inf
    gate = float(blocks.mean()) * 10 ** (_RELATIVE_GATE_LU / 10)
    return _CALIBRATION_LU + 10 * math.log10(float(blocks[blocks > gate].mean()))


@functools.cache
def _response() -> npt.NDArray[np.complex128]:
    """Return the response of both filters at the frequencies of a piece's transform."""
    delay = np.exp(-2j * np.pi * np.fft.rfftfreq(MEMORY + _PIECE))
    head = np.polyval(_HEAD_ZEROS, delay) / np.polyval(_HEAD_POLES, delay)
    low_cut = np.polyval(_LOW_CUT_ZEROS, delay) / np.polyval(_LOW_CUT_POLES, delay)
    return np.asarray(head * low_cut, dtype=np.complex128)
