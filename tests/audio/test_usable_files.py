"""Files of sounds and of music that cannot be heard, or are too large: refused with the reason."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.cases import cases
from voicecoach.audio import ffmpeg, files, songs
from voicecoach.audio.pcm import Samples

READERS: dict[str, Callable[[Path], object]] = {"sound": files.load, "music": songs.measure}
SECONDS = 1.5


def _tone(rate_hz: int, channels: int = 1) -> Samples:
    wave = 0.5 * np.sin(2 * np.pi * 440 * np.arange(round(SECONDS * rate_hz)) / rate_hz)
    return np.repeat(wave[:, np.newaxis], channels, axis=1)


def _with(value: float, at: int = 1000) -> Samples:
    wave = _tone(48_000, 2)
    wave[at, 0] = value
    return wave


def _opposite(channels: int) -> Samples:
    wave = _tone(48_000, channels)
    wave[:, 1::2] *= -1
    return wave


UNUSABLE = {
    "NaN": (_with(np.nan), 48_000, "samples that are no numbers"),
    "infinity": (_with(np.inf), 48_000, "samples that are no numbers"),
    "an end below all numbers": (_with(-np.inf, -1), 48_000, "samples that are no numbers"),
    "a sample of 1e30": (_with(1e30), 48_000, "samples far beyond full scale"),
    "an offset alone": (np.full((96_000, 2), 0.5), 44_100, "no sound in it"),
    "silence": (np.zeros((96_000, 2)), 48_000, "no sound in it"),
    "less than 16 bits can tell": (_tone(48_000) * 1e-6, 48_000, "no sound in it"),
    "opposite phases": (_opposite(2), 48_000, "opposite phases"),
    "opposite phases of four": (_opposite(4), 48_000, "opposite phases"),
    "1000 samples a second": (_tone(1000), 1000, "1000 samples a second, and needs 4000"),
    "3999 samples a second": (_tone(3999), 3999, "3999 samples a second, and needs 4000"),
}


@pytest.mark.parametrize("reader", READERS)
@cases(("wave", "rate_hz", "reason"), UNUSABLE)
def test_a_file_that_cannot_be_heard_is_refused_with_the_reason(
    tmp_path: Path, reader: str, wave: Samples, rate_hz: int, reason: str
) -> None:
    soundfile.write(tmp_path / "a.wav", wave, rate_hz, subtype="FLOAT")
    with pytest.raises(ValueError, match=reason):
        READERS[reader](tmp_path / "a.wav")


@pytest.mark.parametrize("reader", READERS)
def test_4000_samples_a_second_are_enough(tmp_path: Path, reader: str) -> None:
    soundfile.write(tmp_path / "a.wav", _tone(4000), 4000)
    READERS[reader](tmp_path / "a.wav")


@pytest.mark.parametrize("reader", READERS)
def test_a_file_with_one_channel_silent_or_a_little_out_of_phase_is_heard(
    tmp_path: Path, reader: str
) -> None:
    for factor in (0, -0.9):
        wave = _tone(48_000, 2) * (1, factor)
        soundfile.write(tmp_path / "a.wav", wave, 48_000)
        READERS[reader](tmp_path / "a.wav")


@pytest.mark.parametrize("reader", READERS)
def test_a_file_of_too_many_samples_is_refused_before_it_is_read(
    tmp_path: Path, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object, **__: object) -> None:
        raise AssertionError("it is read")

    soundfile.write(tmp_path / "a.flac", _tone(96_000, 8), 96_000)
    monkeypatch.setattr(soundfile.SoundFile, "read", read)
    for module in (files, songs):
        monkeypatch.setattr(module, "MOST_SAMPLES", 1_000_000)
    with pytest.raises(ValueError, match="it has 1 million samples, of 8 channels at 96000 a"):
        READERS[reader](tmp_path / "a.flac")


def _m4a(path: Path) -> Path:
    source = ["-f", "lavfi", "-i", "sine=duration=3:sample_rate=48000", "-ac", "2"]
    subprocess.run([ffmpeg.find(), "-v", "error", *source, str(path)], check=True)
    return path


def test_an_m4a_of_too_many_samples_is_refused_and_not_decoded_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _m4a(tmp_path / "a.m4a")
    with ffmpeg.readable(path, 96_000) as copy:
        assert soundfile.info(copy).frames == 96_001
    monkeypatch.setattr(songs, "MOST_SAMPLES", 96_000)
    with pytest.raises(ValueError, match="of 2 channels at 48000 a second"):
        songs.measure(path)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", ["GSM610", "IMA_ADPCM", "MS_ADPCM", "ULAW"])
def test_a_file_of_an_old_kind_of_wav_is_heard(tmp_path: Path, reader: str, kind: str) -> None:
    soundfile.write(tmp_path / "a.wav", _tone(8_000), 8_000, subtype=kind)
    READERS[reader](tmp_path / "a.wav")


@pytest.mark.parametrize("reader", READERS)
def test_a_damaged_file_that_ends_before_its_length_is_refused(tmp_path: Path, reader: str) -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, (240_000, 2))
    soundfile.write(tmp_path / "a.ogg", noise, 48_000)
    data = bytearray((tmp_path / "a.ogg").read_bytes())
    middle = len(data) // 2
    data[middle : middle + 20_000] = bytes(20_000)
    (tmp_path / "a.ogg").write_bytes(data)
    with pytest.raises(ValueError, match="cut off"):
        READERS[reader](tmp_path / "a.ogg")


def test_music_of_one_sample_at_a_high_rate_is_too_short(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.array([0.5]), 192_000)
    with pytest.raises(ValueError, match="shorter than a second"):
        songs.measure(tmp_path / "a.wav", lambda: None)
