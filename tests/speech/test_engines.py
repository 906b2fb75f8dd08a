"""The engine contract, and the engine `tone`."""

from contextlib import closing
from pathlib import Path
from pkgutil import iter_modules

import numpy as np
import pytest

from helpers.cases import cases, inputs
from helpers.packages import install
from voicecoach.problems import EngineError
from voicecoach.routine.voice import Voice
from voicecoach.speech import engines
from voicecoach.speech.engines import engine_names, open_engine


def test_engines_are_the_modules_of_the_package() -> None:
    assert engine_names() == sorted(module.name for module in iter_modules(engines.__path__))
    assert {"pyttsx3", "tone"} <= set(engine_names())


OWN = tuple(engine_names())
ALL = f"the engines are: {', '.join(engine_names())}"


@inputs(
    ("name", "hint"),
    {"pytts": "did you mean `pyttsx3`?", "festival": ALL, "..cache": ALL},
)
def test_an_unknown_engine_is_an_error_with_a_hint(name: str, hint: str) -> None:
    with pytest.raises(EngineError) as caught:
        open_engine(Voice(engine=name), "en")
    assert caught.value.message == f"there is no speech engine `{name}`"
    assert caught.value.hint == hint
    assert caught.value.exit_code == 3


def test_every_engine_opens_without_starting_and_closes_twice() -> None:
    for name in engine_names():
        voice = Voice(name, "a.wav" if name == "recordings" else None, run=("a", "{out}"))
        with closing(open_engine(voice, "en")) as engine:
            assert engine.version
            engine.close()


def test_a_tone_lasts_60_ms_a_character_and_at_least_300_ms() -> None:
    with closing(open_engine(Voice(engine="tone"), "en")) as engine:
        assert len(engine.speak("Go").samples) == 300 * 48
        assert len(engine.speak("Squats").samples) == 360 * 48


def test_a_tone_is_faded_440_hz_at_minus_20_db() -> None:
    with closing(open_engine(Voice(engine="tone"), "en")) as engine:
        recording = engine.speak("x" * 100)
    assert recording.rate_hz == 48_000
    assert recording.samples[0] == recording.samples[-1] == 0
    assert np.abs(recording.samples).max() == 3277
    assert np.abs(np.fft.rfft(recording.samples)).argmax() / 6 == pytest.approx(440)


def test_tone_has_one_voice() -> None:
    with closing(open_engine(Voice(engine="tone", name="tone"), "en")) as engine:
        assert [voice.name for voice in engine.voices()] == ["tone"]
    with pytest.raises(EngineError, match="has no voice `bell`"):
        open_engine(Voice(engine="tone", name="bell"), "en")


def test_a_package_that_cannot_be_imported_is_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = {"voicecoach_moo": "import no_such_module\n"}
    install(tmp_path, monkeypatch, "voicecoach-moo 1.0", {"moo": "voicecoach_moo"}, modules)
    assert engine_names() == sorted([*OWN, "moo"])
    with pytest.raises(EngineError) as caught:
        open_engine(Voice(engine="moo"), "en")
    assert caught.value.message == (
        "the speech engine `moo` failed: No module named 'no_such_module'"
    )


@cases(
    ("module", "reason"),
    {
        "nothing in it": ("", "module 'voicecoach_moo' has no attribute 'open_engine'"),
        "raises": ("def open_engine(voice, language):\n    raise RuntimeError('moo')\n", "moo"),
    },
)
def test_a_package_that_is_broken_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, reason: str
) -> None:
    modules = {"voicecoach_moo": module}
    install(tmp_path, monkeypatch, "voicecoach-moo 1.0", {"moo": "voicecoach_moo"}, modules)
    with pytest.raises(EngineError) as caught:
        open_engine(Voice(engine="moo"), "en")
    assert caught.value.message == f"the speech engine `moo` failed: {reason}"


def test_no_package_takes_the_place_of_an_engine_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = {"voicecoach_moo": "import no_such_module\n"}
    install(tmp_path, monkeypatch, "voicecoach-moo 1.0", {"tone": "voicecoach_moo"}, modules)
    assert engine_names() == list(OWN)
    with closing(open_engine(Voice(engine="tone"), "en")) as engine:
        assert [voice.name for voice in engine.voices()] == ["tone"]
