import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.cases import cases
from voicecoach.audio import files
from voicecoach.audio.pcm import Samples
from voicecoach.audio.song_reader import SongReader
from voicecoach.audio.songs import Song, measure
from voicecoach.problems import EngineError


def _chord(seconds: float, rate_hz: int, channels: int) -> Samples:
    time = np.arange(round(seconds * rate_hz)) / rate_hz
    pitches_hz = (220, 330, 440, 550, 660, 770, 880)[:channels]
    return np.stack([0.2 * np.sin(2 * np.pi * hz * time) for hz in pitches_hz], axis=1)


def _played(song: Song, start: int = 0, end: int | None = None) -> Samples:
    with ExitStack() as copies:
        return SongReader(copies).between(song, start, song.length if end is None else end)


@pytest.mark.parametrize("suffix", ["wav", "flac", "ogg", "mp3"])
@pytest.mark.parametrize("rate_hz", [8000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_music_of_any_rate_comes_at_48_khz_in_its_pitch(
    tmp_path: Path, suffix: str, rate_hz: int, channels: int
) -> None:
    path = tmp_path / f"song.{suffix}"
    soundfile.write(path, _chord(2, rate_hz, channels), rate_hz)
    song = measure(path)
    played = _played(song)
    assert len(played) == song.length == pytest.approx(96_000, abs=3000)
    for channel, hz in zip(played.T, (220, 330), strict=False):
        middle = channel[24_000:72_000]
        assert np.abs(np.fft.rfft(middle)).argmax() == hz
        assert middle.std() == pytest.approx(0.141, abs=0.01)


@cases(
    ("suffix", "rate_hz"),
    {
        "of samples as they are": ("wav", 48_000),
        "of a rate that meets 48 kHz once a second": ("wav", 44_101),
        "that is compressed without a loss": ("flac", 22_050),
        "of Vorbis": ("ogg", 44_100),
        "of MP3": ("mp3", 44_100),
        "of MP3 with few bits": ("mp3", 16_000),
    },
)
def test_a_part_of_a_song_is_what_is_there_when_all_of_it_is_played(
    tmp_path: Path, suffix: str, rate_hz: int
) -> None:
    path = tmp_path / f"song.{suffix}"
    chord = _chord(3, rate_hz, 2) + np.random.default_rng(1).normal(0, 0.02, (3 * rate_hz, 2))
    soundfile.write(path, chord, rate_hz)
    song = measure(path)
    whole = _played(song)
    for start, end in ((0, 100), (1, 48_000), (70_001, 70_002), (99_000, song.length)):
        part = _played(song, start, end)
        assert part.shape == (end - start, 2)
        assert np.allclose(part, whole[start:end], atol=1e-5)
        assert np.array_equal(part, _played(song, start, end))


def test_an_mp3_with_damaged_frames_plays_without_a_word(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "song.mp3"
    soundfile.write(path, _chord(2, 48_000, 2), 48_000)
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :: 97] = bytes(len(content[len(content) // 2 :: 97]))
    path.write_bytes(content)
    with soundfile.SoundFile(path) as file:
        file.read()
    assert capfd.readouterr().err
    _played(measure(path))
    files.load(path)
    assert capfd.readouterr().err == ""
    os.write(2, b"heard")
    assert capfd.readouterr().err == "heard"


def test_seven_channels_become_one(tmp_path: Path) -> None:
    chord = _chord(1, 48_000, 7)
    soundfile.write(tmp_path / "song.wav", chord, 48_000, subtype="FLOAT")
    song = measure(tmp_path / "song.wav")
    assert song.channels == 1
    assert np.allclose(_played(song)[:, 0], chord.mean(axis=1), atol=1e-6)


def test_eight_channels_of_the_highest_rate_become_one(tmp_path: Path) -> None:
    chord = np.repeat(_chord(1.2, 655_350, 1), 8, axis=1)
    soundfile.write(tmp_path / "song.flac", chord, 655_350)
    assert measure(tmp_path / "song.flac").length == pytest.approx(57_600, abs=10)


def test_loudness_is_that_of_two_loudspeakers(tmp_path: Path) -> None:
    chord = _chord(2, 48_000, 1)
    soundfile.write(tmp_path / "one.wav", chord, 48_000)
    soundfile.write(tmp_path / "two.wav", np.repeat(chord, 2, axis=1), 48_000)
    one, two = (measure(tmp_path / f"{name}.wav").loudness_lufs for name in ("one", "two"))
    assert one == pytest.approx(two, abs=0.01)


@cases(
    ("samples", "said"),
    {
        "silence": (np.zeros((96_000, 2)), "no sound in it"),
        "a scrap": (np.ones((10_000, 1)) * 0.5, "shorter than a second"),
        "nothing": (np.zeros((0, 1)), "shorter than a second"),
    },
)
def test_silence_and_scraps_are_no_music(tmp_path: Path, samples: Samples, said: str) -> None:
    soundfile.write(tmp_path / "song.wav", samples, 48_000)
    with pytest.raises(ValueError, match=said):
        measure(tmp_path / "song.wav")


@pytest.mark.parametrize("name", ["song.mp3", "song.wav", "song.flac", "song.ogg"])
@cases(
    "content",
    {
        "empty": b"",
        "text": b"hello\n" * 5000,
        "a cut header": b"RIFF" + bytes(100),
        "zeros": bytes(5000),
    },
)
def test_a_file_that_is_no_sound_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=r"no sound file|shorter than a second"):
        measure(tmp_path / name)


def test_a_directory_or_nothing_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.mp3"):
        with pytest.raises(ValueError, match=r"it is a directory|no such file"):
            measure(path)


def test_a_file_damaged_in_its_middle_is_refused(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    soundfile.write(tmp_path / "song.flac", rng.normal(0, 0.1, (96_000, 2)), 48_000)
    whole = bytearray((tmp_path / "song.flac").read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 50_000] = bytes(50_000)
    (tmp_path / "song.flac").write_bytes(whole)
    with pytest.raises(ValueError, match="no sound file"):
        measure(tmp_path / "song.flac")


@pytest.mark.parametrize("suffix", ["mp3", "flac"])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"song.{suffix}"
    soundfile.write(path, _chord(5, 44_100, 2), 44_100)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ValueError, match=r"cut off|no sound file"):
        measure(path)


def _deleted(path: Path) -> None:
    path.unlink()


def _shortened(path: Path) -> None:
    soundfile.write(path, _chord(1, 48_000, 2), 48_000)


def _lengthened(path: Path) -> None:
    soundfile.write(path, _chord(3, 48_000, 2), 48_000)


def _made_mono(path: Path) -> None:
    soundfile.write(path, _chord(2, 48_000, 1), 48_000)


def _played_by_others(path: Path) -> None:
    """Write other samples, with the size and time of the ones that were there."""
    status = path.stat()
    soundfile.write(path, _chord(2, 48_000, 2)[::-1], 48_000)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size


@pytest.mark.parametrize(
    "change", [_deleted, _shortened, _lengthened, _made_mono, _played_by_others]
)
def test_a_file_that_is_changed_while_it_is_played_is_an_error_of_its_own(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    path = tmp_path / "song.wav"
    soundfile.write(path, _chord(2, 48_000, 2), 48_000)
    song = measure(path)
    change(path)
    with pytest.raises(EngineError, match="was changed while it was played"):
        _played(song)
