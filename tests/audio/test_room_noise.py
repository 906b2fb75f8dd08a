"""The noise of the room around recorded words."""

import numpy as np
import pytest

from helpers.recorded import in_a_room
from helpers.speechlike import spoken
from helpers.waves import to_samples
from voicecoach.audio.clips import finish
from voicecoach.audio.pcm import Samples, to_16_bit
from voicecoach.audio.room_noise import cut_room_noise
from voicecoach.units import SAMPLE_RATE_HZ, samples


def _place_ms(clip: Samples, words: Samples) -> float:
    """Return where in a clip the words begin: where it agrees most with their first part."""
    start = words[: samples(200)]
    return int(np.correlate(clip[: samples(700)], start, "valid").argmax()) / samples(1)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("room_db", [-40, -50, -60, -90])
def test_the_words_begin_within_15_ms_of_the_clip_and_end_it(room_db: float, seed: int) -> None:
    wave, words = in_a_room(seed, room_db)
    clip = to_samples(finish(to_16_bit(cut_room_noise(wave)), SAMPLE_RATE_HZ))
    assert 0 < _place_ms(clip, words) <= 15
    # Up to whole frames of MP3.
    assert 0 < (len(clip) - len(words)) / samples(1) <= 15 + 15 + 24


def test_what_is_left_of_the_noise_fades_in_and_out() -> None:
    wave, _ = in_a_room(1, -40)
    clip = cut_room_noise(wave)
    assert clip[0] == 0
    assert abs(clip[-1]) < 1e-4
    assert np.isin(clip[samples(10) : -samples(10)], wave).all()


def test_a_room_as_loud_as_words_stays() -> None:
    wave, _ = in_a_room(1, -15)
    assert np.array_equal(cut_room_noise(wave), wave)


@pytest.mark.parametrize("syllables", [1, 2, 5])
def test_words_without_a_room_stay_whole(syllables: int) -> None:
    words = spoken(2, syllables) / 32_768
    assert np.array_equal(cut_room_noise(words), words)


@pytest.mark.parametrize("length", [0, 1, 100, samples(309)])
def test_a_sound_too_short_to_tell_noise_from_words_stays(length: int) -> None:
    wave = np.random.default_rng(0).normal(0, 0.1, length)
    assert np.array_equal(cut_room_noise(wave), wave)
