import functools
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from mutagen.mp3 import MP3, BitrateMode

from helpers.mp3_listening import by_ffmpeg, by_libsndfile, encoded, lag, noise, snr_db
from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import Pcm, Samples, from_samples, join, segment, silence, to_pcm
from voicecoach.audio.tones import render
from voicecoach.formats import Form, Tags, mp3
from voicecoach.formats.mp3 import BITRATES_KBPS
from voicecoach.problems import WrongUsageError
from voicecoach.routine.sounds import CLASSIC

TICK = render(CLASSIC["tick"])
TIME = np.arange(24_000) / 48_000


PROGRAMMES = {
    "one sound": [noise(1234)],
    "sound at both ends": [noise(7), silence(5000), noise(7)],
    "silence at both ends": [silence(3001), noise(500), silence(4003)],
    "short silences": [part for n in range(0, 700, 50) for part in (TICK, silence(n))],
    "longer than a piece": [noise(11_000), noise(11_001), silence(900), TICK],
    "many short segments": [noise(n) for n in range(1, 60)],
    "whole frames": [noise(24 * 40), silence(24 * 40), noise(24)],
}


@functools.cache
def _file(name: str) -> bytes:
    return encoded(*PROGRAMMES[name])


@pytest.mark.parametrize("decode", [by_libsndfile, by_ffmpeg])
@pytest.mark.parametrize("name", PROGRAMMES)
def test_decoders_give_back_the_samples_that_went_in(
    name: str, decode: Callable[[bytes], Pcm]
) -> None:
    sent = to_pcm(join(PROGRAMMES[name]))
    heard = decode(_file(name))
    assert len(heard) == len(sent)
    assert lag(sent, heard) == 0
    assert snr_db(sent, heard) > 12


@pytest.mark.parametrize("kbps", BITRATES_KBPS)
@pytest.mark.parametrize("channels", [1, 2])
def test_every_bitrate_gives_back_each_channel_in_its_place(channels: int, kbps: int) -> None:
    sent = noise(417, channels)
    file = encoded(sent, kbps=kbps)
    heard = [by_libsndfile(file)]
    if kbps in (64, 320):
        heard.append(by_ffmpeg(file, channels=channels))
    for pcm in heard:
        assert pcm.shape == to_pcm(sent).shape
        for before, after in zip(_channels(to_pcm(sent)), _channels(pcm), strict=True):
            assert lag(before, after) == 0
        assert snr_db(to_pcm(sent), pcm) > (9 if kbps < 128 else 12)


def _channels(pcm: Pcm) -> list[Pcm]:
    return list(pcm.reshape(len(pcm), -1).T)


@pytest.mark.parametrize("kbps", BITRATES_KBPS)
@pytest.mark.parametrize("channels", [1, 2])
def test_a_tone_is_as_loud_as_it_was(channels: int, kbps: int) -> None:
    tones_hz = (997, 600)[:channels]
    wave = np.stack([0.25 * np.sin(2 * np.pi * hz * TIME) for hz in tones_hz], axis=1)
    heard = by_libsndfile(
        encoded(from_samples(wave.reshape(-1) if channels == 1 else wave), kbps=kbps)
    )
    for hz, channel in zip(tones_hz, _channels(heard), strict=True):
        assert _level_db(channel / 32_768, hz) == pytest.approx(20 * np.log10(0.25), abs=0.02)


def _level_db(wave: Samples, pitch_hz: int) -> float:
    """Return the level of a sine in the sound, its beginning and end left out."""
    middle = slice(4_800, 19_200)
    window = np.hanning(14_400)
    amplitude = (wave[middle] * window * np.exp(-2j * np.pi * pitch_hz * TIME[middle])).sum()
    return float(20 * np.log10(2 * abs(amplitude) / window.sum()))


def test_what_lies_beyond_full_scale_is_clipped() -> None:
    wave = 0.999 * np.sin(2 * np.pi * 100 * TIME)
    assert snr_db(wave, by_libsndfile(encoded(from_samples(wave))) / 32_768) > 20


@pytest.mark.parametrize("kbps", [0, 32, 63, 65, 321, 1_000_000])
def test_a_bitrate_that_mp3_has_not_is_refused(kbps: int) -> None:
    with pytest.raises(WrongUsageError) as refused:
        mp3.check(kbps)
    assert re.findall(r"\d+", refused.value.hint or "") == [str(each) for each in BITRATES_KBPS]


def test_a_bitrate_that_mp3_has_is_taken() -> None:
    for kbps in (None, *BITRATES_KBPS):
        mp3.check(kbps)


@pytest.mark.parametrize("length_ms", [1, 24, 25, 1000, 60_000])
def test_silence_stays_digital_silence(length_ms: int) -> None:
    heard = by_libsndfile(encoded(silence(length_ms)))
    assert len(heard) == 48 * length_ms
    assert not heard.any()


def test_leaving_silence_out_costs_no_quality() -> None:
    gaps = [part for n in range(500, 2000, 100) for part in (noise(n), silence(n))]
    apart = to_pcm(join(gaps))
    heard = by_libsndfile(encoded(*gaps))
    sounds = [part for part in gaps if to_pcm(part).any()]
    together = to_pcm(join(sounds))
    assert snr_db(apart, heard) > snr_db(together, by_libsndfile(encoded(*sounds))) - 0.5


def test_a_tone_is_heard_where_it_was_laid() -> None:
    starts_ms = [0, 777, 5003, 5300, 20_001]
    track = silence(25_000)
    for start_ms in starts_ms:
        track = track.overlay(TICK, position=start_ms)
    heard = by_libsndfile(encoded(track)).astype(float)
    tick = to_pcm(TICK).astype(float)
    for start_ms in starts_ms:
        start = 48 * start_ms
        near = np.pad(heard, 960)[start : start + len(tick) + 1920]
        assert abs(np.correlate(near, tick, "valid").argmax() - 960) <= 48


def test_encoding_adds_no_click_between_silence_and_sound() -> None:
    heard = by_libsndfile(encoded(silence(1000), TICK, silence(1000))).astype(int)
    assert np.abs(heard[: 48 * 950]).max() == 0
    assert np.abs(heard[48 * 1200 :]).max() == 0
    assert np.abs(np.diff(heard)).max() < 2 * np.abs(np.diff(to_pcm(TICK).astype(int))).max()


@pytest.mark.parametrize(
    ("channels", "kbps", "is_kbps"), [(1, None, 64), (2, None, 128), (1, 320, 320), (2, 80, 80)]
)
def test_the_file_says_what_it_is(channels: int, kbps: int | None, is_kbps: int) -> None:
    sound = [noise(300, channels), segment(bytes(48 * 2 * 90_000 * channels), channels)]
    file: Any = MP3(io.BytesIO(encoded(*sound, kbps=kbps)))
    assert file.info.length == pytest.approx(90.3, abs=0.0005)
    assert file.info.bitrate == 1000 * is_kbps
    assert file.info.bitrate_mode == BitrateMode.CBR
    assert (file.info.sample_rate, file.info.channels) == (48_000, channels)


def test_the_same_sound_gives_the_same_bytes() -> None:
    assert encoded(*PROGRAMMES["short silences"]) == encoded(*PROGRAMMES["short silences"])


def test_a_wrong_duration_is_an_error() -> None:
    with pytest.raises(ValueError, match="lasts 100 ms instead of 101 ms"):
        mp3.write(io.BytesIO(), [silence(100)], Form(101), Tags("Legs"))


def test_an_error_in_the_sound_ends_the_encoding() -> None:
    def broken() -> Iterator[AudioSegment]:
        yield noise(100)
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError, match="no more"):
        mp3.write(io.BytesIO(), broken(), Form(100), Tags("Legs"))


def test_a_segment_with_other_channels_is_an_error() -> None:
    with pytest.raises(ValueError, match="a segment has 2 channels, not 1"):
        mp3.write(io.BytesIO(), [noise(100, channels=2)], Form(100), Tags("Legs"))


def test_an_empty_segment_is_no_sound() -> None:
    assert len(by_libsndfile(encoded(segment(b""), noise(50), segment(b"")))) == 2400
