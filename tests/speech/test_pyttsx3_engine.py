"""The engine `pyttsx3`: the real one, and workers that misbehave."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from voicecoach.problems import EngineError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, open_engine
from voicecoach.speech.engines.pyttsx3 import Pyttsx3Engine

needs_espeak = pytest.mark.skipif(sys.platform != "linux", reason="espeak's voices")

FAKE = """
import json, sys, wave
for line in sys.stdin:
    request = json.loads(line)
    answer = {}
    if request["do"] == "installed":
        voice = {"id": "x/en", "name": "English", "languages": ["en-us"], "gender": "VoiceMale"}
        answer = {"voices": [voice], "variants": [], "default": None}
    if request["do"] == "choose" and request["pitch"] == 13:
        answer = {"error": "no such pitch"}
    if request["do"] == "speak":
        if request["text"] == "die":
            sys.exit("Segmentation fault")
        if request["text"] == "hang":
            continue
        if request["text"] != "nothing":
            with wave.open(request["file"], "wb") as file:
                file.setparams((1, 2, 16000, 0, "NONE", ""))
                file.writeframes(b"\\0" * 320 if request["text"] == "silence" else b"ab" * 160)
    print(json.dumps(answer), flush=True)
"""


@pytest.fixture
def fake() -> Iterator[Pyttsx3Engine]:
    command = (sys.executable, "-c", FAKE)
    with closing(Pyttsx3Engine(Voice(), "en", command, phrase_limit_s=600)) as engine:
        yield engine


def spoken_ms(engine: Engine, text: str) -> float:
    recording = engine.speak(text)
    return 1000 * len(recording.samples) / recording.rate_hz


@needs_espeak
def test_a_long_first_phrase_is_not_cut() -> None:
    text = "Lie on your side, with your elbow under your shoulder. " * 10
    with closing(open_engine(Voice(), "en")) as engine:
        first_ms = spoken_ms(engine, text)
        assert first_ms > 30_000
        assert spoken_ms(engine, "Three.") < 1000
        assert spoken_ms(engine, text) == pytest.approx(first_ms, abs=50)


@needs_espeak
def test_the_same_phrases_in_a_new_process_have_the_same_samples() -> None:
    runs = []
    for _ in range(2):
        with closing(open_engine(Voice(), "en")) as engine:
            runs.append([engine.speak(text).samples for text in ("Three.", "Two.", "Three.")])
    assert all(np.array_equal(first, second) for first, second in zip(*runs, strict=True))


@needs_espeak
def test_a_rate_is_kept_from_the_first_phrase_on() -> None:
    text = "Breathe in through the nose and out through the mouth"
    lengths_ms = {}
    for rate_wpm in (None, 160, 320):
        with closing(open_engine(Voice(rate_wpm=rate_wpm), "en")) as engine:
            lengths_ms[rate_wpm] = [spoken_ms(engine, text) for _ in range(2)]
    assert lengths_ms[None] == lengths_ms[160]
    assert lengths_ms[160][0] == pytest.approx(lengths_ms[160][1], abs=10)
    assert 1.7 < lengths_ms[160][0] / lengths_ms[320][0] < 2.3


@needs_espeak
def test_pitch_and_variant_change_the_voice() -> None:
    def speech(voice: Voice) -> list[int]:
        with closing(open_engine(voice, "en")) as engine:
            samples: list[int] = engine.speak("Breathe out").samples.tolist()
        return samples

    usual = speech(Voice())
    assert speech(Voice(pitch=50)) == usual
    assert speech(Voice(pitch=90)) != usual
    assert speech(Voice(name="en-us")) == usual
    assert speech(Voice(name="en-us+f3")) != usual


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
    with (
        closing(open_engine(Voice(name=name), "en")) as engine,
        pytest.raises(EngineError) as caught,
    ):
        engine.speak("Go")
    assert caught.value.message == f"the speech engine `pyttsx3` has no voice `{name}`"
    assert caught.value.hint == hint


@needs_espeak
def test_a_language_without_a_voice_is_an_error() -> None:
    with (
        closing(open_engine(Voice(), "tlh")) as engine,
        pytest.raises(EngineError, match="language `tlh`"),
    ):
        engine.speak("Qapla")


@needs_espeak
def test_espeak_lists_its_voices() -> None:
    with closing(open_engine(Voice(), "en")) as engine:
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
    with closing(open_engine(Voice(), "en")) as engine:
        assert 300 < spoken_ms(engine, "Three.") < 1000


@needs_espeak
def test_files_of_the_working_directory_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not the real one')")
    monkeypatch.chdir(tmp_path)
    with closing(open_engine(Voice(), "en")) as engine:
        assert spoken_ms(engine, "Go") > 100


def test_a_missing_library_is_an_error_that_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "espeakng_loader.py").write_text("raise ImportError")
    (tmp_path / "pyttsx3.py").write_text("def init(): raise RuntimeError('no eSpeak')")
    monkeypatch.syspath_prepend(str(tmp_path))
    with closing(open_engine(Voice(), "en")) as engine, pytest.raises(EngineError) as caught:
        engine.speak("Go")
    assert caught.value.message == "the speech engine `pyttsx3` cannot start: no eSpeak"
    assert caught.value.hint
    assert "pip install" in caught.value.hint
    assert caught.value.exit_code == 3


def test_a_python_that_cannot_be_run_is_an_error(tmp_path: Path) -> None:
    engine = Pyttsx3Engine(Voice(), "en", (str(tmp_path / "missing"),))
    with closing(engine), pytest.raises(EngineError, match="cannot start"):
        engine.voices()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("die", "its process ended with code 1: Segmentation fault"),
        ("silence", "it is silent"),
        ("nothing", "[Errno 2] No such file or directory"),
    ],
)
def test_a_phrase_that_fails_is_named(fake: Engine, text: str, what: str) -> None:
    assert len(fake.speak("Go").samples) == 160
    with pytest.raises(EngineError) as caught:
        fake.speak(text)
    failed = f"the speech engine `pyttsx3` could not speak “{text}”: {what}"
    assert caught.value.message.startswith(failed)


def test_a_phrase_that_hangs_is_given_up(fake: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    # Up to here, the worker may take its time.
    assert len(fake.speak("Go").samples) == 160
    monkeypatch.setattr(fake, "_phrase_limit_s", 0.1)
    with pytest.raises(EngineError, match=r"“hang”: its process did not answer within 0\.9 s$"):
        fake.speak("hang")


def test_after_a_failure_the_engine_starts_anew(fake: Engine) -> None:
    with pytest.raises(EngineError):
        fake.speak("die")
    assert fake.speak("Go").rate_hz == 16_000


def test_a_setting_that_fails_names_the_voice() -> None:
    engine = Pyttsx3Engine(Voice(pitch=13), "en", (sys.executable, "-c", FAKE))
    with (
        closing(engine),
        pytest.raises(EngineError, match="cannot use the voice `x/en`: no such pitch"),
    ):
        engine.speak("Go")


def test_a_worker_that_died_while_nobody_spoke_is_started_anew(fake: Pyttsx3Engine) -> None:
    fake.speak("One.")
    assert fake._worker is not None
    fake._worker.close()
    assert len(fake.speak("Two.").samples) == 160
