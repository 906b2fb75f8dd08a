"""Signals that have of speech what matters here: syllables, buzz and hiss, high short peaks."""

import numpy as np
import numpy.typing as npt

RATE_HZ = 22_050


def spoken(
    seed: int, syllables: int, before_ms: int = 0, after_ms: int = 0
) -> npt.NDArray[np.int16]:
    """Return a line of `syllables` at 22.05 kHz, of a level and pitch that depend on `seed`."""
    rng = np.random.default_rng(seed)
    line = np.concatenate([_syllable(rng) for _ in range(syllables)])
    line *= rng.uniform(0.1, 0.9) / np.abs(line).max()
    around = (before_ms * RATE_HZ // 1000, after_ms * RATE_HZ // 1000)
    pcm: npt.NDArray[np.int16] = np.rint(np.pad(line, around) * 32_767).astype(np.int16)
    return pcm


def _syllable(rng: np.random.Generator) -> npt.NDArray[np.float64]:
    length = int(rng.uniform(0.15, 0.3) * RATE_HZ)
    time = np.arange(length) / RATE_HZ
    pitch_hz = rng.uniform(90, 220)
    buzz = np.zeros(length)
    for k in range(1, 20):
        buzz += np.cos(2 * np.pi * pitch_hz * k * time) / k
    hiss = rng.normal(0, 0.5, length) * (time < 0.06)
    return (buzz * (time >= 0.05) + hiss) * np.sin(np.pi * time * RATE_HZ / length) ** 0.5
