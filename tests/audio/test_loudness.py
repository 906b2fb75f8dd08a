import math
import re
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import numpy.typing as npt
import pytest
import soundfile
import soxr

from helpers.speechlike import RATE_HZ, spoken
from voicecoach.audio.loudness import integrated_lufs
from voicecoach.units import SAMPLE_RATE_HZ

_TIME = np.arange(4 * SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
_RNG = np.random.default_rng(7)
_SPEECH = soxr.resample(spoken(1, 20) / 32_768, RATE_HZ, SAMPLE_RATE_HZ)
_SIGNALS = {
    "sine": 0.2 * np.sin(2 * np.pi * 1000 * _TIME),
    "low sine": 0.5 * np.sin(2 * np.pi * 50 * _TIME),
    "high sine": 0.1 * np.sin(2 * np.pi * 7000 * _TIME),
    "noise": _RNG.normal(0, 0.05, len(_TIME)),
    "speech": _SPEECH,
    "speech between silences": np.pad(_SPEECH, 2 * SAMPLE_RATE_HZ),
}


def _ebur128(wave: npt.NDArray[np.float64], path: Path) -> float:
    soundfile.write(path, wave, SAMPLE_RATE_HZ, subtype="FLOAT")
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostats", "-i", str(path)]
    command += ["-af", "ebur128", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1])


@pytest.mark.parametrize("name", _SIGNALS)
def test_the_meter_agrees_with_an_independent_one(name: str, tmp_path: Path) -> None:
    wave = _SIGNALS[name]
    assert integrated_lufs(wave) == pytest.approx(_ebur128(wave, tmp_path / "a.wav"), abs=0.1)


def test_a_sine_at_full_scale_reads_3_lufs_below() -> None:
    sine = np.sin(2 * np.pi * 997 * _TIME)
    assert integrated_lufs(sine) == pytest.approx(-3.01, abs=0.01)


def test_sound_shorter_than_a_block_reads_as_it_would_if_it_went_on() -> None:
    noise = _SIGNALS["noise"]
    assert integrated_lufs(noise[:9600]) == pytest.approx(integrated_lufs(noise), abs=0.5)


@pytest.mark.parametrize("length", [0, 1, 100, 48_000])
def test_silence_has_no_loudness(length: int) -> None:
    assert integrated_lufs(np.zeros(length)) == -math.inf
