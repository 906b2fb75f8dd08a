import io
import struct
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import imageio_ffmpeg
import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3, BitrateMode

from voicecoach.audio import AudioSegment
from voicecoach.audio.pcm import Pcm, from_samples, join, segment, silence, to_pcm
from voicecoach.audio.tones import render
from voicecoach.formats import Form, Tags, mp3
from voicecoach.formats.crc_16 import crc_16
from voicecoach.sounds import CLASSIC

FRAME_BYTES = 192
TICK = render(CLASSIC["tick"])
TAGS = Tags("Legs")


def _noise(length_ms: int) -> AudioSegment:
    rng = np.random.default_rng(length_ms)
    return from_samples(np.convolve(rng.normal(0, 0.1, 48 * length_ms), np.ones(16) / 8, "same"))


def _encoded(*segments: AudioSegment, tags: Tags = TAGS) -> bytes:
    file = io.BytesIO()
    mp3.write(file, segments, Form(sum(len(segment) for segment in segments)), tags)
    return file.getvalue()


def _by_libsndfile(encoded: bytes) -> Pcm:
    pcm, _ = soundfile.read(io.BytesIO(encoded), dtype="int16")
    return np.asarray(pcm, dtype=np.int16)


def _by_ffmpeg(encoded: bytes) -> Pcm:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", "-", "-f", "s16le", "-"]
    decoded = subprocess.run(command, input=encoded, capture_output=True, check=True).stdout
    return np.frombuffer(decoded, dtype="<i2")


def _lag(sent: Pcm, heard: Pcm) -> int:
    size = 1 << (2 * len(sent)).bit_length()
    product = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(sent, size))
    lag = int(np.fft.irfft(product, size).argmax())
    return lag if lag < len(sent) else lag - size


def _snr_db(sent: Pcm, heard: Pcm) -> float:
    wave = sent.astype(np.float64)
    return float(10 * np.log10(np.square(wave).sum() / np.square(heard - wave).sum()))


PROGRAMMES = {
    "one sound": [_noise(1234)],
    "sound at both ends": [_noise(7), silence(5000), _noise(7)],
    "silence at both ends": [silence(3001), _noise(500), silence(4003)],
    "short silences": [part for n in range(0, 700, 50) for part in (TICK, silence(n))],
    "longer than a piece": [_noise(11_000), _noise(11_001), silence(900), TICK],
    "many short segments": [_noise(n) for n in range(1, 60)],
    "whole frames": [_noise(24 * 40), silence(24 * 40), _noise(24)],
}


@pytest.mark.parametrize("decode", [_by_libsndfile, _by_ffmpeg])
@pytest.mark.parametrize("name", PROGRAMMES)
def test_decoders_give_back_the_samples_that_went_in(
    name: str, decode: Callable[[bytes], Pcm]
) -> None:
    sent = to_pcm(join(PROGRAMMES[name]))
    heard = decode(_encoded(*PROGRAMMES[name]))
    assert len(heard) == len(sent)
    assert _lag(sent, heard) == 0
    assert _snr_db(sent, heard) > 12


@pytest.mark.parametrize("length_ms", [1, 24, 25, 1000, 60_000])
def test_silence_stays_digital_silence(length_ms: int) -> None:
    heard = _by_libsndfile(_encoded(silence(length_ms)))
    assert len(heard) == 48 * length_ms
    assert not heard.any()


def test_leaving_silence_out_costs_no_quality() -> None:
    gaps = [part for n in range(500, 2000, 100) for part in (_noise(n), silence(n))]
    apart = to_pcm(join(gaps))
    heard = _by_libsndfile(_encoded(*gaps))
    sounds = [part for part in gaps if to_pcm(part).any()]
    together = to_pcm(join(sounds))
    assert _snr_db(apart, heard) > _snr_db(together, _by_libsndfile(_encoded(*sounds))) - 0.5


def test_a_tone_is_heard_where_it_was_laid() -> None:
    starts_ms = [0, 777, 5003, 5300, 20_001]
    track = silence(25_000)
    for start_ms in starts_ms:
        track = track.overlay(TICK, position=start_ms)
    heard = _by_libsndfile(_encoded(track)).astype(float)
    tick = to_pcm(TICK).astype(float)
    for start_ms in starts_ms:
        start = 48 * start_ms
        near = np.pad(heard, 960)[start : start + len(tick) + 1920]
        assert abs(np.correlate(near, tick, "valid").argmax() - 960) <= 48


def test_encoding_adds_no_click_between_silence_and_sound() -> None:
    heard = _by_libsndfile(_encoded(silence(1000), TICK, silence(1000))).astype(int)
    assert np.abs(heard[: 48 * 950]).max() == 0
    assert np.abs(heard[48 * 1200 :]).max() == 0
    assert np.abs(np.diff(heard)).max() < 2 * np.abs(np.diff(to_pcm(TICK).astype(int))).max()


def test_the_file_says_what_it_is() -> None:
    file: Any = MP3(io.BytesIO(_encoded(_noise(300), silence(90_000))))
    assert file.info.length == pytest.approx(90.3, abs=0.0005)
    assert file.info.bitrate == 64_000
    assert file.info.bitrate_mode == BitrateMode.CBR
    assert (file.info.sample_rate, file.info.channels) == (48_000, 1)
    assert file.tags.version == (2, 3, 0)
    assert file.tags["TLEN"].text == ["90300"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Legs", "Legs"),
        ('Rücken & "Beine" 🏃🏽‍♀️', 'Rücken & "Beine" 🏃🏽‍♀️'),
        ("two\nlines\r\n and\ttabs ", "two lines and tabs"),
        ("an end\0in the middle", "an end in the middle"),
        ("half a \ud83d character", "half a \ufffd character"),
        ("x" * 2000, "x" * 2000),
        ("🏃" * 2000, "🏃" * 2000),
    ],
)
def test_title_and_artist_are_kept_in_one_line(given: str, shown: str) -> None:
    encoded = _encoded(silence(100), tags=Tags(given, given))
    file: Any = MP3(io.BytesIO(encoded))
    assert [str(file.tags[key]) for key in ("TIT2", "TPE1")] == [shown, shown]
    assert len(_by_ffmpeg(encoded)) == 4800


def test_the_info_frame_counts_frames_and_bytes_and_checks_them() -> None:
    encoded = _encoded(_noise(1000))
    start = encoded.index(b"Info") - 21
    frame, rest = encoded[start : start + FRAME_BYTES], encoded[start + FRAME_BYTES :]
    assert struct.unpack(">II", frame[29:37]) == (len(rest) // FRAME_BYTES, len(encoded) - start)
    assert struct.unpack(">IHH", frame[169:177]) == (
        len(encoded) - start,
        crc_16(rest),
        crc_16(frame[:175]),
    )
    delay_and_padding = int.from_bytes(frame[162:165], "big")
    delay, padding = divmod(delay_and_padding, 1 << 12)
    assert len(rest) // FRAME_BYTES * 1152 - delay - padding == 48_000


def test_the_crc_is_the_known_one_and_can_be_continued() -> None:
    data = bytes(range(256)) * 5 + b"123456789"
    assert crc_16(b"123456789") == 0xBB3D
    for cut in (0, 1, 2, 255, 1000):
        assert crc_16(data[cut:], crc_16(data[:cut])) == crc_16(data)


def test_the_same_sound_gives_the_same_bytes() -> None:
    assert _encoded(*PROGRAMMES["short silences"]) == _encoded(*PROGRAMMES["short silences"])


def test_a_wrong_duration_is_an_error() -> None:
    with pytest.raises(ValueError, match="lasts 100 ms instead of 101 ms"):
        mp3.write(io.BytesIO(), [silence(100)], Form(101), TAGS)


def test_an_error_in_the_sound_ends_the_encoding() -> None:
    def broken() -> Iterator[AudioSegment]:
        yield _noise(100)
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError, match="no more"):
        mp3.write(io.BytesIO(), broken(), Form(100), TAGS)


def test_an_empty_segment_is_no_sound() -> None:
    assert len(_by_libsndfile(_encoded(segment(b""), _noise(50), segment(b"")))) == 2400
