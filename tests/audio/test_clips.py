import numpy as np
import numpy.typing as npt
import pytest
import soxr

from helpers.speechlike import RATE_HZ, spoken
from helpers.waves import to_samples
from voicecoach.audio import AudioSegment
from voicecoach.audio.clips import finish
from voicecoach.audio.levels import SPEECH_PEAK_DB
from voicecoach.audio.loudness import integrated_lufs
from voicecoach.audio.pcm import to_pcm
from voicecoach.units import SAMPLE_RATE_HZ, gain, level_db


def _tone(length_ms: int, rate_hz: int = SAMPLE_RATE_HZ) -> npt.NDArray[np.int16]:
    time = np.arange(length_ms * rate_hz // 1000) / rate_hz
    pcm: npt.NDArray[np.int16] = np.rint(10_000 * np.cos(2 * np.pi * 440 * time)).astype(np.int16)
    return pcm


def _first_sound_ms(clip: AudioSegment, threshold_db: float) -> float:
    wave = np.abs(to_samples(clip))
    return float(np.flatnonzero(wave > gain(threshold_db) * wave.max())[0]) / 48


def _true_peak_db(clip: AudioSegment) -> float:
    return level_db(float(np.abs(soxr.resample(to_samples(clip), 1, 8, quality="VHQ")).max()))


@pytest.mark.parametrize("rate_hz", [8000, 16_000, 22_050, 44_100, 48_000])
def test_a_clip_is_48_khz_16_bit_mono_and_whole_milliseconds(rate_hz: int) -> None:
    clip = finish(spoken(3, 2), rate_hz)
    assert (clip.frame_rate, clip.sample_width, clip.channels) == (48_000, 2, 1)
    assert len(to_pcm(clip)) == 48 * len(clip)


@pytest.mark.parametrize("before_ms", [0, 3, 20, 200, 2000])
def test_the_first_sound_comes_within_15_ms(before_ms: int) -> None:
    clip = finish(_with_silence(_tone(300, RATE_HZ), before_ms), RATE_HZ)
    assert _first_sound_ms(clip, threshold_db=-20) <= 15


def _with_silence(pcm: npt.NDArray[np.int16], before_ms: int) -> npt.NDArray[np.int16]:
    return np.pad(pcm, (before_ms * RATE_HZ // 1000, 300 * RATE_HZ // 1000))


def _sounding_ms(clip: AudioSegment) -> float:
    return float(np.flatnonzero(to_pcm(clip))[-1] / 48)


def test_silence_around_the_words_is_cut_to_10_ms() -> None:
    clip = finish(_with_silence(_tone(300, RATE_HZ), 500), RATE_HZ)
    assert 312 <= _sounding_ms(clip) <= 324


@pytest.mark.parametrize("length_ms", [100, 301, 777])
def test_a_clip_with_silence_cut_off_lasts_as_long_as_whole_mp3_frames(length_ms: int) -> None:
    clip = finish(_with_silence(_tone(length_ms, RATE_HZ), 500), RATE_HZ)
    assert len(clip) % 24 == 0
    assert length_ms + 10 < len(clip) <= length_ms + 24 + 24


def test_a_soft_consonant_before_a_word_is_kept() -> None:
    rng = np.random.default_rng(5)
    hiss = np.rint(rng.normal(0, 100, RATE_HZ * 80 // 1000)).astype(np.int16)
    word = np.concatenate((hiss, _tone(300, RATE_HZ)))
    assert len(finish(_with_silence(word, 400), RATE_HZ)) >= 380


def test_the_noise_of_an_engine_is_no_sound() -> None:
    rng = np.random.default_rng(6)
    word = _with_silence(_tone(300, RATE_HZ), 400)
    noisy = (word + np.rint(rng.normal(0, 3, len(word)))).astype(np.int16)
    assert _sounding_ms(finish(noisy, RATE_HZ)) < 330


def test_a_recording_without_silence_keeps_its_exact_length() -> None:
    assert len(finish(_tone(300), SAMPLE_RATE_HZ)) == 300


def test_a_recording_without_silence_begins_at_full_level() -> None:
    wave = to_samples(finish(_tone(300), SAMPLE_RATE_HZ))
    assert wave[0] == pytest.approx(wave.max(), rel=0.01)


def test_a_clip_begins_and_ends_without_a_step() -> None:
    pcm = to_pcm(finish(_with_silence(spoken(9, 3), 200), RATE_HZ))
    assert abs(pcm[0]) <= 1
    assert abs(pcm[-1]) <= 1


@pytest.mark.parametrize("target_lufs", [-30.0, -16.0, -12.0])
def test_all_lines_are_equally_loud_and_none_has_a_peak_that_is_too_high(
    target_lufs: float,
) -> None:
    recordings = [spoken(seed, 3 + seed % 6, 150, 200) for seed in range(20)]
    lines = [finish(pcm, RATE_HZ, loudness_lufs=target_lufs) for pcm in recordings]
    # One channel is heard from two loudspeakers.
    loudness_lufs = [integrated_lufs(to_samples(line)) + 3.01 for line in lines]
    assert max(loudness_lufs) - min(loudness_lufs) < 0.5
    assert np.mean(loudness_lufs) == pytest.approx(target_lufs, abs=0.2)
    assert max(_true_peak_db(line) for line in lines) < SPEECH_PEAK_DB + 0.1


def test_single_high_peaks_are_turned_down_without_a_step() -> None:
    pcm = np.rint(_tone(2000) * 0.1).astype(np.int16)
    pcm[48_000:48_010] = 30_000
    clip = finish(pcm, SAMPLE_RATE_HZ)
    assert _true_peak_db(clip) < SPEECH_PEAK_DB + 0.1
    assert integrated_lufs(to_samples(clip)) == pytest.approx(-19, abs=1)


def test_volume_is_an_amplitude() -> None:
    full = integrated_lufs(to_samples(finish(spoken(2, 6), RATE_HZ)))
    half = integrated_lufs(to_samples(finish(spoken(2, 6), RATE_HZ, volume=0.5)))
    assert full - half == pytest.approx(6.02, abs=0.05)


@pytest.mark.parametrize("length", [0, 1, 22_050])
def test_samples_without_sound_are_an_error(length: int) -> None:
    with pytest.raises(ValueError, match="no sound"):
        finish(np.zeros(length, dtype=np.int16), RATE_HZ)
