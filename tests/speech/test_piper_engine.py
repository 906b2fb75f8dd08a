"""The engine `piper`, with the real voice of a package for tests."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from helpers.piper_voices import JOE, joe_files, voice_files
from voicecoach.problems import EngineError, NoVoiceError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.engines import open_engine, piper, unsupported
from voicecoach.speech.pace import measure_pace
from voicecoach.speech.piper_voices.folder import default_voice_folder


def _put(name: str, files: dict[str, bytes]) -> Path:
    """Put the files of a voice where installed ones are, and return the directory."""
    directory = default_voice_folder().directory / name
    directory.mkdir(parents=True)
    for file, content in files.items():
        (directory / Path(file).name).write_bytes(content)
    return directory


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with the voice Joe."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(home))
        _put(JOE, joe_files())
    yield home
    shutil.rmtree(home)


@pytest.fixture
def joe(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory of the voice Joe, the only one there is."""
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    return default_voice_folder().find(JOE).directory


@pytest.fixture
def pool() -> Iterator[EnginePool]:
    with closing(EnginePool()) as pool:
        yield pool


@pytest.mark.usefixtures("joe")
def test_an_installed_voice_speaks_the_same_each_time(pool: EnginePool) -> None:
    first = pool.speak("Plank. 30 seconds.", Voice("piper"), "en")
    pool.speak("Something else.", Voice("piper"), "en")
    again = pool.speak("Plank. 30 seconds.", Voice("piper"), "en")
    assert first.rate_hz == 22_050
    assert np.array_equal(first.samples, again.samples)


@pytest.mark.usefixtures("joe")
@pytest.mark.parametrize("rate_wpm", [200])
def test_its_pace_is_in_words_a_minute(pool: EnginePool, rate_wpm: int) -> None:
    voice = Voice("piper", rate_wpm=rate_wpm)
    pace_wpm = measure_pace(lambda line: pool.speak(line, voice, "en"), "en")
    assert pace_wpm == pytest.approx(rate_wpm, rel=0.05)


def test_its_pace_is_measured_once_for_each_rate(joe: Path) -> None:
    kept = []
    for rate_wpm in (150, 150, 180):
        with closing(EnginePool()) as pool:
            pool.speak("Plank.", Voice("piper", rate_wpm=rate_wpm), "en")
        kept.append((joe / "pace.json").read_text())
    assert kept[0] == kept[1]
    assert set(json.loads(kept[1])) < set(json.loads(kept[2]))


def test_a_pace_that_cannot_be_read_is_measured_again(joe: Path, pool: EnginePool) -> None:
    (joe / "pace.json").write_text("{")
    assert len(pool.speak("Plank.", Voice("piper"), "en").samples)
    assert all(json.loads((joe / "pace.json").read_text()).values())


@pytest.mark.usefixtures("joe")
def test_sentences_are_300_ms_apart(pool: EnginePool) -> None:
    def seconds(text: str) -> float:
        recording = pool.speak(text, Voice("piper"), "en")
        return len(recording.samples) / recording.rate_hz

    together = seconds("Plank. Squats.")
    assert together == pytest.approx(seconds("Plank.") + seconds("Squats.") + 0.3, abs=0.05)


def test_another_model_of_the_name_is_another_version(joe: Path) -> None:
    def version() -> str:
        with closing(open_engine(Voice("piper", JOE), "en")) as engine:
            return engine.version

    before = version()
    assert version() == before
    os.utime(joe / f"{JOE}.onnx", (1, 1))
    assert version() != before


def test_its_pitch_cannot_be_changed() -> None:
    assert unsupported(Voice("piper", pitch_semitones=2)) == ["the pitch cannot be changed"]
    assert unsupported(Voice("piper", rate_wpm=90, volume=0.5)) == []


def test_without_an_installed_voice_there_is_none_for_a_language(pool: EnginePool) -> None:
    with pytest.raises(NoVoiceError, match="has no voice for the language `de`"):
        pool.speak("Planke.", Voice("piper"), "de")


@pytest.mark.usefixtures("joe")
def test_a_voice_that_is_not_installed_is_an_error(pool: EnginePool) -> None:
    with pytest.raises(NoVoiceError) as caught:
        pool.speak("Plank.", Voice("piper", "en_US-jo-medium"), "en")
    assert caught.value.message == "there is no installed Piper voice `en_US-jo-medium`"
    assert caught.value.hint == f"did you mean `{JOE}`?"


def test_a_model_that_is_none_is_an_error(pool: EnginePool) -> None:
    _put("de_DE-x-low", voice_files("de_DE-x-low"))
    with pytest.raises(EngineError, match="the speech engine `piper` cannot start: "):
        pool.speak("Planke.", Voice("piper"), "de")


def test_the_best_quality_comes_first() -> None:
    for quality in ("x_low", "medium", "high", "low"):
        name = f"de_DE-a-{quality}"
        audio = {"sample_rate": 22_050, "quality": quality}
        _put(name, voice_files(name, audio=audio))
    _put("de_DE-broken-high", {"de_DE-broken-high.onnx": b"", "de_DE-broken-high.onnx.json": b"{"})
    qualities = [voice.quality for voice in piper.installed_voices()]
    assert qualities == ["high", "medium", "low", "x_low"]
