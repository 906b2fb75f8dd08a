"""The engine `natural`: hibari-tts with the voice that comes with it."""

import importlib.util
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from helpers.cases import inputs
from voicecoach.audio.clips import trim
from voicecoach.problems import EngineError, MissingEngineError, NoVoiceError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, natural, open_engine


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with closing(open_engine(Voice("natural"), "en")) as engine:
        yield engine


def _seconds(engine: Engine, text: str) -> float:
    recording = engine.speak(text)
    return len(recording.samples) / recording.rate_hz


def test_a_line_has_no_silence_around_it(engine: Engine) -> None:
    recording = engine.speak("Plank. 30 seconds.")
    wave = recording.samples / 32_768
    assert len(trim(wave, recording.rate_hz)) >= len(wave) - recording.rate_hz // 50


def test_sentences_are_300_ms_apart(engine: Engine) -> None:
    parts = _seconds(engine, "Plank.") + _seconds(engine, "30 seconds.")
    hurry = 150 / 148.3
    assert _seconds(engine, "Plank. 30 seconds.") == pytest.approx(parts + 0.3 / hurry, abs=0.002)


def test_400_words_without_a_full_stop_are_all_spoken(engine: Engine) -> None:
    words = 400
    text = " ".join(["lift", "your", "leg", "and", "hold"] * (words // 5))
    assert 60 * words / _seconds(engine, text) == pytest.approx(150, rel=0.25)


def test_a_part_of_a_text_without_words_is_left_out(engine: Engine) -> None:
    assert _seconds(engine, "Hold. ... And rest.") == _seconds(engine, "Hold. And rest.")


@inputs(
    ("text", "spoken"),
    {
        "Plank": True, "10": True, "Übung": True, "½": True, "٣": True, "1" * 20: True, "1" * 21: False, "ẍ": False, "ð": False, "": False, "...": False, "三": False,
        "Do 三 now": False, "привет": False, "🙂": False,
    },
)  # fmt: skip
def test_only_what_is_in_latin_letters_can_be_spoken(
    engine: Engine, text: str, spoken: bool
) -> None:
    assert natural.can_speak(text) == spoken
    if not spoken:
        with pytest.raises(EngineError, match="it knows Latin letters"):
            engine.speak(text)


def test_a_voice_that_is_not_there_is_an_error_with_those_there_are() -> None:
    with (
        closing(open_engine(Voice("natural", "hart"), "en")) as engine,
        pytest.raises(NoVoiceError) as caught,
    ):
        engine.speak("Plank.")
    assert caught.value.message == "the speech engine `natural` has no voice `hart`"
    assert caught.value.hint == "did you mean `heart`?"


def test_a_voice_is_offered_where_its_file_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))
    assert [voice.name for voice in natural.installed_voices()] == ["heart"]
    (tmp_path / "bf_emma.int8.onnx").write_bytes(b"a model")
    names = {voice.name: voice.languages for voice in natural.installed_voices()}
    assert names == {"heart": ("en-US",), "emma": ("en-GB",)}


@pytest.mark.parametrize("package", ["hibari", "onnxruntime"])
def test_without_its_library_there_are_no_voices(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(natural, "find_spec", lambda name: None if name == package else real(name))
    assert natural.installed_voices() == []


def test_a_library_that_cannot_be_loaded_is_an_error_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    with (
        closing(open_engine(Voice("natural"), "en")) as engine,
        pytest.raises(MissingEngineError) as caught,
    ):
        engine.speak("Plank.")
    assert caught.value.message.startswith("the speech engine `natural` cannot start: ")
    assert (
        caught.value.hint == 'install it with `pip install --force-reinstall "voicecoach[natural]"`'
    )


def test_a_pitch_is_shifted_by_semitones_and_keeps_the_length() -> None:
    lengths = []
    for semitones in (0.0, 5.0):
        with closing(open_engine(Voice("natural", pitch_semitones=semitones), "en")) as engine:
            recording = engine.speak("Lie on your back, your feet on the floor.")
            lengths.append(
                (len(recording.samples), _pitch_hz(recording.samples, recording.rate_hz))
            )
    (length, pitch_hz), (raised_length, raised_hz) = lengths
    assert raised_length == pytest.approx(length, rel=0.03)
    assert 12 * np.log2(raised_hz / pitch_hz) == pytest.approx(5, abs=1.5)


def _pitch_hz(samples: np.ndarray, rate_hz: int) -> float:
    """Return the median pitch of the voiced stretches, by the peak of their autocorrelation."""
    wave = samples.astype(float)
    size = rate_hz // 25
    pitches = []
    for start in range(0, len(wave) - size, size // 2):
        frame = wave[start : start + size] - wave[start : start + size].mean()
        correlation = np.correlate(frame, frame, "full")[size - 1 :]
        lowest, highest = rate_hz // 450, rate_hz // 70
        lag = lowest + int(correlation[lowest:highest].argmax())
        if correlation[0] > 1e8 and correlation[lag] > 0.55 * correlation[0]:
            pitches.append(rate_hz / lag)
    return float(np.median(pitches))
