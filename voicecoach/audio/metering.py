"""Metering: the loudness of a sound that comes in pieces, however long it is."""

import numpy as np

from voicecoach.audio.loudness import MEMORY, STEPS_A_BLOCK, gated_lufs, k_weighted_powers
from voicecoach.audio.pcm import HOP_SAMPLES, Samples
from voicecoach.units import samples

_STEP = samples(100)
# Weighted at a time, at least.
_PIECE = samples(1000)


class LoudnessMeter:
    """Integrated loudness according to ITU-R BS.1770-4, the powers of the channels added.

    It keeps one number for each 100 ms: 180,000 of them in five hours.
    """

    def __init__(self, channels: int) -> None:
        self._memory: Samples = np.zeros((MEMORY, channels))
        self._pending: list[Samples] = []
        self._pending_length = 0
        self._steps: list[Samples] = []

    def add(self, wave: Samples) -> None:
        """Measure 48 kHz samples; stereo has a row for each moment."""
        self._pending.append(wave.reshape(len(wave), -1))
        self._pending_length += len(wave)
        if self._pending_length < _PIECE:
            return
        pending = np.concatenate(self._pending)
        whole = len(pending) // _PIECE * _PIECE
        self._steps.append(self._weigh(pending[:whole]))
        self._memory = pending[whole - MEMORY : whole]
        self._pending = [pending[whole:]]
        self._pending_length = len(pending) - whole

    def integrated_lufs(self) -> float:
        """Return the gated loudness of everything added; silence is minus infinity."""
        rest = np.concatenate([*self._pending, self._memory[:0]])
        steps = np.concatenate([*self._steps, self._weigh(rest)])
        return gated_lufs(steps, block=STEPS_A_BLOCK, step=1)

    def _weigh(self, piece: Samples) -> Samples:
        """Return the mean power of each whole 100 ms, or of all of a shorter piece."""
        powers = np.zeros(-(-len(piece) // HOP_SAMPLES))
        for memory, channel in zip(self._memory.T, piece.T, strict=True):
            weighted = k_weighted_powers(np.concatenate((memory, channel)))
            powers += weighted[MEMORY // HOP_SAMPLES :]
        hops = _STEP // HOP_SAMPLES
        whole = len(powers) // hops * hops
        steps: Samples = powers[:whole].reshape(-1, hops).mean(axis=1)
        return steps if whole or not len(powers) else powers.mean(keepdims=True)
