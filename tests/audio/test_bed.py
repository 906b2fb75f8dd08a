import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.speaking import line
from helpers.waves import to_samples
from voicecoach.audio import AudioSegment
from voicecoach.audio.bed import channels_of
from voicecoach.audio.limiter import true_peaks
from voicecoach.audio.metering import LoudnessMeter
from voicecoach.audio.mixing import Mix, Stretch
from voicecoach.audio.over_music import lay_under
from voicecoach.audio.pcm import Samples, from_samples, join
from voicecoach.audio.placed import PlacedSound
from voicecoach.audio.songs import Song, measure
from voicecoach.problems import Span
from voicecoach.routine.sounds import Music, SoundFile
from voicecoach.timeline.model import Event, Timeline

SPEECH_LUFS = -16.0


def _song(path: Path, seconds: float, hz: float = 440.0, channels: int = 2) -> Song:
    """Return a sine, its second channel half as loud."""
    time = np.arange(round(seconds * 48_000)) / 48_000
    wave = 0.3 * np.sin(2 * np.pi * hz * time)
    soundfile.write(path, np.stack((wave, wave / 2)[:channels], axis=1), 48_000, subtype="FLOAT")
    return measure(path)


def _timeline(length_ms: int, spoken: Sequence[tuple[int, int]] = ()) -> Timeline:
    events = [Event("speech", "say", start, end - start, 0, line("…"), 1) for start, end in spoken]
    return Timeline("T", "en", length_ms, (), tuple(events), (), ())


def _bed(
    songs: Sequence[Song],
    length_ms: int,
    spoken: Sequence[tuple[int, int]] = (),
    gain_db: float = -8.0,
    fade_ms: int = 500,
) -> Samples:
    files = tuple(SoundFile(str(song.path), Span("", 1, 1, 1)) for song in songs)
    music = Music(files, gain_db, -15.0, fade_ms)
    return to_samples(_laid(None, _timeline(length_ms, spoken), music, songs))


def _laid(
    speech: AudioSegment | None,
    timeline: Timeline,
    music: Music,
    songs: Sequence[Song],
    loudness_lufs: float = SPEECH_LUFS,
) -> AudioSegment:
    """Return music under speech that begins with the programme, if there is any."""
    stretches = []
    if speech is not None:
        placed = PlacedSound(0, len(speech), "speech", lambda: speech)
        stretches.append(Stretch((placed,), 0, len(speech)))
    mix = Mix(stretches, timeline.duration_ms, lambda _: None)
    with lay_under(mix, timeline, music, songs, loudness_lufs) as laid:
        return join(laid)


def test_the_bed_is_as_long_as_the_programme_and_has_the_channels_of_its_songs(
    tmp_path: Path,
) -> None:
    mono, stereo = _song(tmp_path / "m.wav", 2, channels=1), _song(tmp_path / "s.wav", 2)
    assert channels_of([mono]) == 1
    assert channels_of([mono, stereo]) == 2
    assert _bed([mono], 7123).shape == (48 * 7123,)
    assert _bed([mono, stereo], 7123).shape == (48 * 7123, 2)


def test_left_and_right_stay_where_they_are(tmp_path: Path) -> None:
    left, right = _bed([_song(tmp_path / "s.wav", 3)], 9000).T
    assert np.abs(left).max() == pytest.approx(2 * np.abs(right).max(), rel=0.01)


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("gain_db", [-20.0, -8.0, 0.0])
def test_music_is_as_far_below_speech_as_it_is_written(
    tmp_path: Path, gain_db: float, channels: int
) -> None:
    bed = _bed([_song(tmp_path / "s.wav", 4, channels=channels)], 4000, gain_db=gain_db, fade_ms=0)
    meter = LoudnessMeter(channels)
    meter.add(bed)
    lufs = meter.integrated_lufs() + (3.01 if channels == 1 else 0)
    assert lufs == pytest.approx(SPEECH_LUFS + gain_db, abs=0.1)


def test_a_song_goes_on_without_a_gap_or_click_where_it_begins_again(tmp_path: Path) -> None:
    bed = _bed([_song(tmp_path / "s.wav", 1.5)], 10_000, fade_ms=400)[:, 0]
    levels = np.abs(bed[48_000:-48_000]).reshape(-1, 480).max(axis=1)
    loudest = levels.max()
    # A sine that crosses over into itself can come out up to 3 dB higher, or out of phase.
    assert levels.min() > 0.3 * loudest
    assert np.abs(np.diff(bed)).max() < 1.1 * 2 * np.pi * 440 / 48_000 * loudest


def test_songs_follow_one_another_in_turn(tmp_path: Path) -> None:
    songs = [_song(tmp_path / f"{hz}.wav", 2, hz) for hz in (300, 500, 700)]
    bed = _bed(songs, 12_000, fade_ms=500)[:, 0]
    # Each begins 1.5 s after the one before it, and is alone from 0.5 s to 1.5 s of its time.
    for number, hz in zip(range(7), itertools.cycle((300, 500, 700)), strict=False):
        start = 48 * (1500 * number + 500)
        assert np.abs(np.fft.rfft(bed[start : start + 48_000])).argmax() == hz


def test_a_song_shorter_than_the_crossing_plays_on(tmp_path: Path) -> None:
    bed = _bed([_song(tmp_path / "s.wav", 1.2)], 60_000, fade_ms=20_000)
    middle = np.abs(bed[48 * 25_000 : 48 * 35_000, 0]).reshape(-1, 4800).max(axis=1)
    assert middle.min() > 0.1 * middle.max()


def test_music_goes_down_around_a_line(tmp_path: Path) -> None:
    bed = _bed([_song(tmp_path / "s.wav", 8)], 8000, spoken=[(3000, 4000)])[:, 0]

    def level_db(at_ms: int) -> float:
        return float(20 * np.log10(np.abs(bed[48 * at_ms : 48 * (at_ms + 20)]).max()))

    assert level_db(3000) - level_db(2500) == pytest.approx(-15, abs=0.2)
    assert level_db(4280) - level_db(2500) == pytest.approx(-15, abs=0.2)
    assert level_db(5100) - level_db(2500) == pytest.approx(0, abs=0.2)


def test_the_sound_of_the_programme_is_kept(tmp_path: Path) -> None:
    song = _song(tmp_path / "s.wav", 3)
    rng = np.random.default_rng(1)
    speech = from_samples(rng.normal(0, 0.05, 48 * 3000))
    music = Music((), -20.0, -15.0, 500)
    mixed = to_samples(_laid(speech, _timeline(3000), music, [song]))
    silent = to_samples(_laid(None, _timeline(3000), music, [song]))
    assert np.allclose(mixed - silent, np.stack([to_samples(speech)] * 2, axis=1), atol=4e-5)


def test_loud_speech_over_loud_music_stays_below_the_ceiling(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    soundfile.write(tmp_path / "s.wav", np.clip(rng.normal(0, 0.4, (96_000, 2)), -1, 1), 48_000)
    speech = from_samples(0.66 * np.sin(np.arange(48 * 4000) / 9))
    music = Music((), 6.0, 0.0, 0)
    mixed = _laid(speech, _timeline(4000), music, [measure(tmp_path / "s.wav")], -12.0)
    for channel in to_samples(mixed).T:
        assert 20 * np.log10(true_peaks(channel).max()) < -1.9
