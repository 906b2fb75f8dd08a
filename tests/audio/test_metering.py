import numpy as np
import pytest

from voicecoach.audio.loudness import integrated_lufs
from voicecoach.audio.metering import LoudnessMeter
from voicecoach.audio.pcm import Samples


def _swelling(length_ms: int) -> Samples:
    rng = np.random.default_rng(length_ms)
    length = 48 * length_ms
    return rng.normal(0, 0.1, length) * np.interp(np.arange(length), [0, length / 2, length], [0.01, 1, 0.3])  # fmt: skip


@pytest.mark.parametrize("piece", [1, 777, 48_000, 1_000_000])
def test_pieces_of_any_length_measure_as_the_whole(piece: int) -> None:
    wave = _swelling(7_100 if piece > 1 else 500)
    meter = LoudnessMeter(channels=1)
    for start in range(0, len(wave), piece):
        meter.add(wave[start : start + piece])
    assert meter.integrated_lufs() == pytest.approx(integrated_lufs(wave), abs=0.01)


def test_two_channels_are_3_lu_louder_than_one() -> None:
    wave = _swelling(5_000)
    meter = LoudnessMeter(channels=2)
    meter.add(np.stack((wave, wave), axis=1))
    assert meter.integrated_lufs() == pytest.approx(integrated_lufs(wave) + 3.01, abs=0.01)


def test_nothing_and_silence_are_minus_infinity() -> None:
    meter = LoudnessMeter(channels=2)
    assert meter.integrated_lufs() == -np.inf
    meter.add(np.zeros((100_000, 2)))
    assert meter.integrated_lufs() == -np.inf


def test_a_sound_shorter_than_a_block_counts_as_one() -> None:
    wave = _swelling(300)
    meter = LoudnessMeter(channels=1)
    meter.add(wave)
    assert meter.integrated_lufs() == pytest.approx(integrated_lufs(wave), abs=0.1)
