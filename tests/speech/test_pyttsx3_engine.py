"""The engine `pyttsx3`: the real one, in a process of its own."""

import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from voicecoach.problems import EngineError, MissingEngineError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Recording
from voicecoach.speech.isolated_engine import IsolatedEngine
from voicecoach.speech.pace import measure_pace
from voicecoach.speech.reading import read
from voicecoach.speech.worker import Worker

needs_espeak = pytest.mark.skipif(sys.platform != "linux", reason="espeak's voices")


SYSTEM = Voice("pyttsx3")


def system(language: str = "en", voice: Voice = SYSTEM) -> "closing[IsolatedEngine]":
    """Return the engine for a voice of the system, which must be closed."""
    return closing(IsolatedEngine(voice, language, "1"))


def spoken_ms(engine: IsolatedEngine, text: str) -> float:
    recording = engine.speak(text)
    return 1000 * len(recording.samples) / recording.rate_hz


@needs_espeak
def test_a_long_first_phrase_is_not_cut() -> None:
    text = "Lie on your side, with your elbow under your shoulder. " * 10
    with system() as engine:
        first_ms = spoken_ms(engine, text)
        assert first_ms > 30_000
        assert spoken_ms(engine, "Three.") < 1000
        assert spoken_ms(engine, text) == pytest.approx(first_ms, abs=50)


@needs_espeak
def test_long_runs_of_letters_are_spoken_whole() -> None:
    with system() as engine:
        few_ms = spoken_ms(engine, read("a.b.c." * 8, "en"))
        for run in ("a.b.c." * 70, "a.b.c. " * 70, "_.c." * 210):
            assert spoken_ms(engine, read(run, "en")) > 3 * few_ms


@needs_espeak
def test_the_same_phrases_in_a_new_process_have_the_same_samples() -> None:
    runs = []
    for _ in range(2):
        with system() as engine:
            runs.append([engine.speak(text).samples for text in ("Three.", "Two.", "Three.")])
    assert all(np.array_equal(first, second) for first, second in zip(*runs, strict=True))


# What goes on from line to line in espeak: flutter, roughness, echoes, breath, rolled r's.
LINES = (
    "Breathe in, and sink.",
    "Three.",
    "Next: Bird dog, 8 on each side.",
    "Rest.",
    "Shoulders soft.",
    "Arriba, perro.",
    "Zurück, obere Arme.",
    "Braço, outra vez.",
)
VOICES = [
    *((language, None) for language in ("en", "de", "es", "pl", "pt")),
    ("en", "en-gb-scotland"),
    ("en", "en-us+f3"),
    ("en", "en-us+whisper"),
    ("es", "es+whisper"),
]


@needs_espeak
@pytest.mark.parametrize(("language", "name"), VOICES)
def test_a_line_has_one_length_in_any_order_and_without_breath_one_sound(
    language: str, name: str | None
) -> None:
    spoken: list[dict[str, Recording]] = []
    for lines in (LINES, LINES[::-1]):
        with system(language, Voice("pyttsx3", name)) as engine:
            spoken.append({text: engine.speak(text) for text in lines})
    for text in LINES:
        first, second = (recordings[text].samples for recordings in spoken)
        assert len(first) == len(second), text
        if name in (None, "en-gb-scotland"):
            assert np.array_equal(first, second), text


@needs_espeak
def test_a_rate_is_kept_from_the_first_phrase_on() -> None:
    text = "Breathe in through the nose and out through the mouth"
    lengths_ms = {}
    for rate_wpm in (160, 320):
        with system(voice=replace(SYSTEM, rate_wpm=rate_wpm)) as engine:
            lengths_ms[rate_wpm] = [spoken_ms(engine, text) for _ in range(2)]
    assert lengths_ms[160][0] == pytest.approx(lengths_ms[160][1], abs=10)
    assert 1.7 < lengths_ms[160][0] / lengths_ms[320][0] < 2.3


@needs_espeak
@pytest.mark.parametrize("rate_wpm", [100, 150, 300])
@pytest.mark.parametrize(("language", "name"), [("de", None), ("en-GB", None), ("en", "en-us+f3")])
def test_the_pace_of_every_voice_is_in_words_a_minute(
    language: str, name: str | None, rate_wpm: int
) -> None:
    with system(language, Voice("pyttsx3", name, rate_wpm)) as engine:
        assert measure_pace(engine.speak, language) == pytest.approx(rate_wpm, rel=0.05)


@needs_espeak
def test_pitch_and_variant_change_the_voice() -> None:
    def speech(voice: Voice) -> list[int]:
        with system(voice=voice) as engine:
            samples: list[int] = engine.speak("Breathe out").samples.tolist()
        return samples

    usual = speech(SYSTEM)
    assert speech(replace(SYSTEM, pitch_semitones=4.0)) != usual
    assert speech(replace(SYSTEM, name="gmw/en-us")) == usual
    assert speech(replace(SYSTEM, name="en-us+f3")) != usual


@needs_espeak
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("en-uss", "did you mean `en-us`?"),
        ("en-us+f33", "did you mean `en-us+f3`?"),
        ("Zira 9000!", None),
    ],
)
def test_an_unknown_voice_is_an_error_with_the_nearest(name: str, hint: str | None) -> None:
    with system(voice=replace(SYSTEM, name=name)) as engine, pytest.raises(EngineError) as caught:
        engine.speak("Go")
    assert caught.value.message == f"the speech engine `pyttsx3` has no voice `{name}`"
    assert caught.value.hint == hint


@needs_espeak
def test_a_language_without_a_voice_is_an_error() -> None:
    with system("tlh") as engine, pytest.raises(EngineError, match="language `tlh`"):
        engine.speak("Qapla")


@needs_espeak
def test_espeak_lists_its_voices() -> None:
    with system() as engine:
        voices = {voice.name: voice for voice in engine.voices()}
    assert len(voices) > 100
    assert voices["en-us"].description == "English (America)"
    assert voices["en-us"].languages == ("en-us",)
    assert voices["en-us"].gender == "male"


@needs_espeak
def test_the_library_may_lie_under_a_very_long_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import espeakng_loader

    far = tmp_path.joinpath(*["a-directory-with-a-long-name"] * 10)
    far.mkdir(parents=True)
    (far / "espeakng_loader").symlink_to(Path(espeakng_loader.__file__).parent)
    monkeypatch.syspath_prepend(str(far))
    with system() as engine:
        assert 300 < spoken_ms(engine, "Three.") < 1000


@needs_espeak
def test_files_of_the_working_directory_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not the real one')")
    monkeypatch.chdir(tmp_path)
    with system() as engine:
        assert spoken_ms(engine, "Go") > 100


def test_a_missing_library_is_an_error_that_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "espeakng_loader.py").write_text("raise ImportError")
    (tmp_path / "pyttsx3.py").write_text("def init(): raise RuntimeError('no eSpeak')")
    monkeypatch.syspath_prepend(str(tmp_path))
    with system() as engine, pytest.raises(MissingEngineError) as caught:
        engine.speak("Go")
    assert caught.value.message == "the speech engine `pyttsx3` cannot start: no eSpeak"
    assert caught.value.hint
    assert "pip install" in caught.value.hint
    assert caught.value.exit_code == 3


def test_a_python_that_cannot_be_run_is_an_error(tmp_path: Path) -> None:
    missing = partial(Worker, [str(tmp_path / "missing")])
    engine = IsolatedEngine(SYSTEM, "en", "1", missing)
    with closing(engine), pytest.raises(EngineError, match="cannot start"):
        engine.voices()
