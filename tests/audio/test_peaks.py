import numpy as np
import pytest

from voicecoach.audio.limiter import true_peaks
from voicecoach.audio.peaks import PeakMeter


@pytest.mark.parametrize("piece", [1000, 48_000, 1_000_000])
def test_pieces_of_any_length_have_the_peak_of_the_whole(piece: int) -> None:
    time = np.arange(96_000)
    # Its peaks lie between the samples: 3 dB above the highest of them.
    wave = 0.5 * np.sin(np.pi / 2 * time + np.pi / 4) * np.sin(np.pi * time / len(time))
    meter = PeakMeter(channels=1)
    for start in range(0, len(wave), piece):
        meter.add(wave[start : start + piece])
    peak = meter.true_peak()
    assert peak == pytest.approx(0.5, rel=0.01)
    assert peak == pytest.approx(true_peaks(wave).max(), rel=0.001)


def test_the_louder_channel_counts() -> None:
    wave = np.stack([0.1 * np.ones(4800), -0.7 * np.ones(4800)], axis=1)
    meter = PeakMeter(channels=2)
    meter.add(wave * np.hanning(4800)[:, None])
    assert meter.true_peak() == pytest.approx(0.7, rel=0.01)


def test_nothing_has_no_peak() -> None:
    assert PeakMeter(channels=2).true_peak() == 0
