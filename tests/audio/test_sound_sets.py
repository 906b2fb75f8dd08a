"""The sets of tones: each role is told from the others with the eyes shut, in every set."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from helpers.waves import to_samples
from voicecoach.audio.levels import TWO_CHANNELS_LU
from voicecoach.audio.loudness import integrated_lufs
from voicecoach.audio.placed import METRONOME_DB
from voicecoach.audio.tones import render
from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.routine.sounds import CLASSIC, GYM, SETS, SOFT, Tone
from voicecoach.units import SAMPLES_PER_MS, samples

SOUNDING = {"classic": CLASSIC, "soft": SOFT, "gym": GYM}
PAIRS = [(name, one, other) for name in SOUNDING for one, other in combinations(sorted(CLASSIC), 2)]
# A length is another one from this ratio on.
LONGER = 1.6
# In which a meter of momentary loudness listens.
MOMENT_MS = 400


def _contour(tone: Tone) -> list[int]:
    """Return whether the pitch rises (1), falls (-1) or stays (0), within and between the notes."""
    pitches = [pitch for note in tone.notes for pitch in (note.from_hz, note.to_hz)]
    return [int(np.sign(after - before)) for before, after in pairwise(pitches)]


def _momentary_lufs(tone: Tone) -> float:
    wave = to_samples(render(tone))
    room = max(0, samples(MOMENT_MS) - len(wave))
    return integrated_lufs(np.pad(wave, (0, room)))


@pytest.mark.parametrize(("name", "one", "other"), PAIRS)
def test_two_roles_differ_in_more_than_pitch(name: str, one: str, other: str) -> None:
    first, second = SOUNDING[name][one], SOUNDING[name][other]
    short, long = sorted((first.length_ms, second.length_ms))
    assert (
        len(first.notes) != len(second.notes)
        or _contour(first) != _contour(second)
        or long >= LONGER * short
    )


def test_all_sets_that_sound_are_listened_to() -> None:
    assert set(SOUNDING) | {"off"} == set(SETS)


@pytest.mark.parametrize("name", SOUNDING)
def test_a_metronome_is_softer_than_every_other_tone(name: str) -> None:
    loudness = {role: _momentary_lufs(tone) for role, tone in SOUNDING[name].items()}
    click = loudness.pop("metronome") + METRONOME_DB
    assert click < min(loudness.values()) - 6


@pytest.mark.parametrize("name", SOUNDING)
def test_the_tones_of_a_set_are_about_as_loud_as_speech(name: str) -> None:
    for role, tone in SOUNDING[name].items():
        if role != "metronome":
            assert abs(_momentary_lufs(tone) - (LOUDNESS_LUFS - TWO_CHANNELS_LU)) < 4, role


@pytest.mark.parametrize("name", SOUNDING)
def test_a_tone_rises_and_falls_without_a_click(name: str) -> None:
    for tone in SOUNDING[name].values():
        wave = np.abs(to_samples(render(tone)))
        first = wave[:SAMPLES_PER_MS].max()
        assert max(first, wave[-SAMPLES_PER_MS:].max()) < 0.15 * wave.max()
