"""Metering: the loudness of a sound that comes in pieces, however long it is."""

import numpy as np

from voicecoach.audio.loudness import MEMORY, STEPS_A_BLOCK, gated_lufs, k_weighted_powers
from voicecoach.audio.pcm import HOP_SAMPLES, Samples
from voicecoach.units import samples

_STEP = samples(100)
# At least as much is weighted at a time.
_PIECE = samples(1000)


class LoudnessMeter:
    """Integrated loudness after ITU-R BS.1770-4, the power of the channels added.

    It keeps a number for each 100 ms: 180,000 of them in five hours.
    """

    def __init__(self, channels: int) -> None:
        self._heard: Samples = np.zeros((MEMORY, channels))
        self._waiting: list[Samples] = []
        self._waiting_length = 0
        self._steps: list[Samples] = []

    def add(self, wave: Samples) -> None:
        """Measure 48 kHz samples; those of two channels have a row for each moment."""
        self._waiting.append(wave.reshape(len(wave), -1))
        self._waiting_length += len(wave)
        if self._waiting_length < _PIECE:
            return
        held = np.concatenate(self._waiting)
        whole = len(held) // _PIECE * _PIECE
        self._steps.append(self._weigh(held[:whole]))
        self._heard = held[whole - MEMORY : whole]
        self._waiting = [held[whole:]]
        self._waiting_length = len(held) - whole

    def integrated_lufs(self) -> float:
        """Return the gated loudness of all that was added; silence is minus infinity."""
        rest = np.concatenate([*self._waiting, self._heard[:0]])
        steps = np.concatenate([*self._steps, self._weigh(rest)])
        return gated_lufs(steps, block=STEPS_A_BLOCK, step=1)

    def _weigh(self, piece: Samples) -> Samples:
        """Return the mean power of each whole 100 ms; one that is short counts as it is."""
        powers = np.zeros(-(-len(piece) // HOP_SAMPLES))
        for heard, channel in zip(self._heard.T, piece.T, strict=True):
            weighted = k_weighted_powers(np.concatenate((heard, channel)))
            powers += weighted[MEMORY // HOP_SAMPLES :]
        hops = _STEP // HOP_SAMPLES
        whole = len(powers) // hops * hops
        steps: Samples = powers[:whole].reshape(-1, hops).mean(axis=1)
        return steps if whole or not len(powers) else powers.mean(keepdims=True)
