"""What every engine has to do, whatever speaks: the same cases for all of them, by one pool."""

from collections.abc import Iterator
from contextlib import suppress

import numpy as np
import pytest

from helpers.engines import ENGINES, WITHOUT_A_VOICE, Speaker, speaking
from helpers.speech_measures import paced_lines, pitch_hz, words
from voicecoach.audio.clips import finish, trim
from voicecoach.audio.loudness import gated_lufs, k_weighted_powers
from voicecoach.audio.pcm import FULL_SCALE
from voicecoach.problems import SpeechError
from voicecoach.speech.engines import can_speak, engine_names

# Those of which the same text need not have the same samples, but the same length.
UNSTEADY = {"pyttsx3"}
# The pace of Piper takes long to measure, and has a test of its own.
PACED = sorted(ENGINES.keys() - {"hum", "piper", "tone"})
PITCHED = sorted(ENGINES.keys() - {"hum", "piper"})
TEN_WORDS = "Lift your left leg as high as you can, hold."


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Speaker]:
    """Every engine in turn."""
    with speaking(request.param, tmp_path_factory.mktemp(request.param)) as speaker:
        yield speaker


@pytest.fixture
def speaker(engine: Speaker, monkeypatch: pytest.MonkeyPatch) -> Speaker:
    """The engine with its own voices, whatever those of the test are."""
    monkeypatch.setenv("XDG_DATA_HOME", str(engine.home))
    return engine


def test_every_engine_keeps_the_contract() -> None:
    assert ENGINES.keys() - {"hum"} == set(engine_names()) - WITHOUT_A_VOICE


@pytest.mark.parametrize("text", ["30", "10 9 8", "Plank", "Go", "I", "Set 2 of 3."])
def test_words_and_numbers_are_spoken(speaker: Speaker, text: str) -> None:
    recording = speaker.speak(text)
    assert recording.samples.dtype == np.int16
    length_ms = 1000 * len(recording.samples) / recording.rate_hz
    assert 80 < length_ms < 1500 * len(text.split())


def test_120_words_take_12_times_as_long_as_ten(speaker: Speaker) -> None:
    ten_ms = speaker.speak_ms(TEN_WORDS)
    assert speaker.speak_ms(" ".join([TEN_WORDS] * 12)) == pytest.approx(12 * ten_ms, rel=0.15)


NO_LATIN = {
    "Cyrillic": "Планка",
    "Chinese": "平板支撑三十秒",
    "Arabic": "تمرين",
    "Devanagari": "तीस सेकंड",
    "emoji": "🙂",
    "emoji and words": "Go 🏃 now",
    "dots": "...",
    "a blank": " ",
    "nothing": "",
    "invisible": "\u200b\u2060",
    "a combining mark": "\u0301",
}


def test_what_is_no_latin_text_is_spoken_or_refused(speaker: Speaker) -> None:
    before_ms = speaker.speak_ms("Plank.")
    for called, text in NO_LATIN.items():
        with suppress(SpeechError):
            assert speaker.speak(text).samples.any(), called
            assert can_speak(speaker.voice.engine, text), called
        assert speaker.speak_ms("Plank.") == pytest.approx(before_ms, abs=10), called


def test_a_nul_does_not_cut_a_line_off(speaker: Speaker) -> None:
    plain_ms = speaker.speak_ms("Plank for 30 seconds.")
    assert speaker.speak_ms("Plank\0for 30 seconds.") == pytest.approx(plain_ms, abs=10)


@pytest.mark.parametrize(
    "text", ["-h", "--help", "$(date)", "`date`", "'; echo", "{out} {text}", "%s", "a\nb"]
)
def test_what_looks_like_an_order_is_spoken(speaker: Speaker, text: str) -> None:
    assert speaker.speak(text).samples.any()


def test_lines_are_the_same_each_time_in_any_order(speaker: Speaker) -> None:
    texts = ["Plank.", "Only 10 seconds left.", "Rest."]
    first = {text: speaker.speak(text) for text in texts}
    for text in [*reversed(texts), *texts, texts[0], texts[0]]:
        again = speaker.speak(text)
        if speaker.voice.engine in UNSTEADY:
            lengths = len(again.samples), len(first[text].samples)
            assert abs(lengths[0] - lengths[1]) <= again.rate_hz // 100
        else:
            assert np.array_equal(again.samples, first[text].samples)


def test_a_long_line_is_as_loud_by_every_engine(speaker: Speaker) -> None:
    recording = speaker.speak(" ".join([TEN_WORDS] * 6))
    clip = finish(recording.samples, recording.rate_hz)
    wave = np.array(clip.get_array_of_samples()) / FULL_SCALE
    # Of one channel, and so 3 LU below what two loudspeakers play.
    assert gated_lufs(k_weighted_powers(wave)) == pytest.approx(-19.01, abs=0.25)


@pytest.mark.parametrize("rate_wpm", [120, 200])
@pytest.mark.parametrize("engine", PACED, indirect=True)
def test_a_rate_is_in_words_a_minute(speaker: Speaker, rate_wpm: int) -> None:
    length_s = 0.0
    for text in paced_lines():
        recording = speaker.speak(text, rate_wpm=rate_wpm)
        trimmed = trim(recording.samples / FULL_SCALE, recording.rate_hz)
        length_s += len(trimmed) / recording.rate_hz
    pace_wpm = 60 * sum(map(words, paced_lines())) / length_s
    assert pace_wpm == pytest.approx(rate_wpm, rel=0.05)


@pytest.mark.parametrize("semitones", [4, -4])
@pytest.mark.parametrize("engine", PITCHED, indirect=True)
def test_a_pitch_is_in_semitones(speaker: Speaker, semitones: int) -> None:
    usual_hz, changed_hz = (
        pitch_hz(speaker.speak(TEN_WORDS, pitch_semitones=pitch)) for pitch in (0, semitones)
    )
    assert 12 * np.log2(changed_hz / usual_hz) == pytest.approx(semitones, abs=1)
