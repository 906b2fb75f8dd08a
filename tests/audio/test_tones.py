import numpy as np
import pytest

from helpers.speechlike import RATE_HZ, spoken
from helpers.waves import to_samples
from voicecoach.audio.clips import finish
from voicecoach.audio.levels import SPEECH_PEAK_DB, tone_peak_db
from voicecoach.audio.pcm import Samples
from voicecoach.audio.tones import render
from voicecoach.routine.sounds import CLASSIC, Note, Tone
from voicecoach.units import SAMPLE_RATE_HZ, gain

TONES = {**CLASSIC, "metronome": Tone((Note(30, 880, 880),))}


def _pitch_hz(wave: Samples) -> float:
    spectrum = np.abs(np.fft.rfft(wave * np.hanning(len(wave)), SAMPLE_RATE_HZ))
    return float(spectrum.argmax())


def _found_at(wanted: Samples, heard: Samples) -> int:
    """Return the sample at which what is wanted agrees most with what is heard."""
    length = len(heard) + len(wanted)
    agreement = np.fft.irfft(
        np.fft.rfft(heard, length) * np.fft.rfft(wanted, length).conj(), length
    )
    return int(agreement[: len(heard) - len(wanted) + 1].argmax())


def _plain(tone: Tone) -> Samples:
    """Return the notes of a tone as sines without harmonics or envelope."""
    waves = []
    for note in tone.notes:
        pitch_hz = np.geomspace(note.from_hz, note.to_hz, 48 * note.length_ms)
        waves.append(np.sin(2 * np.pi * np.cumsum(pitch_hz) / SAMPLE_RATE_HZ))
        waves.append(np.zeros(48 * note.gap_ms))
    return np.concatenate(waves)


@pytest.mark.parametrize("role", TONES)
def test_a_tone_is_exactly_as_long_as_its_notes(role: str) -> None:
    assert len(to_samples(render(TONES[role]))) == 48 * TONES[role].length_ms


@pytest.mark.parametrize("loudness_lufs", [-30.0, -16.0, -12.0])
@pytest.mark.parametrize("role", TONES)
def test_a_tone_leaves_room_for_speech(role: str, loudness_lufs: float) -> None:
    peak = np.abs(to_samples(render(TONES[role], loudness_lufs))).max()
    assert peak == pytest.approx(gain(tone_peak_db(loudness_lufs)), abs=0.001)
    assert peak + gain(SPEECH_PEAK_DB) < gain(-1.0)


def test_tones_become_quieter_with_speech() -> None:
    usual, quiet = (np.abs(to_samples(render(CLASSIC["start"], lufs))).max() for lufs in (-16, -26))
    assert 20 * np.log10(usual / quiet) == pytest.approx(10, abs=0.05)


@pytest.mark.parametrize("role", TONES)
def test_a_tone_does_not_click(role: str) -> None:
    wave = np.pad(to_samples(render(TONES[role])), 480)
    spectra = np.abs(np.fft.rfft(np.lib.stride_tricks.sliding_window_view(wave, 240)[::24]
                                 * np.hanning(240)))  # fmt: skip
    hz = np.fft.rfftfreq(240, 1 / SAMPLE_RATE_HZ)
    assert spectra[:, hz > 14_000].max() < 0.001 * spectra.max()
    assert np.abs(np.diff(wave, 2)).max() < 0.1


def test_a_glide_goes_from_its_first_pitch_to_its_last() -> None:
    wave = to_samples(render(CLASSIC["start"]))
    assert _pitch_hz(wave[:2400]) == pytest.approx(880, rel=0.05)
    assert _pitch_hz(wave[-2400:]) == pytest.approx(1320, rel=0.05)


def test_a_steady_note_has_its_pitch() -> None:
    assert _pitch_hz(to_samples(render(CLASSIC["tick"]))) == pytest.approx(880, rel=0.01)


def test_the_notes_of_a_tone_are_apart() -> None:
    wave = to_samples(render(CLASSIC["halfway"]))
    assert not wave[48 * 90 : 48 * 160].any()
    assert wave[48 * 160 :].any()


@pytest.mark.parametrize("role", TONES)
def test_a_plain_sine_of_its_notes_finds_where_a_tone_begins(role: str) -> None:
    heard = np.pad(to_samples(render(TONES[role])), 4800)
    assert _found_at(_plain(TONES[role]), heard) == 4800


@pytest.mark.parametrize("role", ["start", "end"])
def test_correlation_finds_where_a_glide_begins_even_under_speech(role: str) -> None:
    tone = to_samples(render(TONES[role]))
    speech = to_samples(finish(spoken(4, 12), RATE_HZ))
    for at in range(4800, 48_000, 4800):
        heard = speech[at - 960 : at + len(tone) + 960].copy()
        heard[960 : 960 + len(tone)] += tone
        assert abs(_found_at(tone, heard) - 960) <= 48


def test_a_long_note_dies_away_and_a_short_one_does_not() -> None:
    def fall_db(length_ms: int) -> float:
        wave = np.array(render(Tone((Note(length_ms, 440, 440),))).get_array_of_samples(), float)
        fifth = len(wave) // 5
        first, last = (np.sqrt(np.mean(part**2)) for part in (wave[:fifth], wave[-fifth:]))
        return float(20 * np.log10(last / first))

    assert abs(fall_db(500)) < 1
    assert -36 < fall_db(4000) < -28
