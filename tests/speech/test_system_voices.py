"""The system's voices: a new one is another version of its engine, and a new build."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers.sessions import put
from voicecoach.files.inputs import Inputs, noting
from voicecoach.routine.voice import Voice
from voicecoach.speech import system_voices as module
from voicecoach.speech.engines import open_engine
from voicecoach.speech.system_voices import system_voices


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home directory, on a system without the wheel of espeak-ng."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    for name in "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH":
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def _found(platform: str) -> tuple[str, Inputs]:
    with noting() as inputs:
        found = system_voices(platform)
    return found, Inputs.from_json(inputs.to_json())


def _is_seen(change: Callable[[], object], platform: str) -> bool:
    before, inputs = _found(platform)
    assert inputs.hold()
    change()
    assert (_found(platform)[0] != before) == (not inputs.hold())
    return not inputs.hold()


def test_a_new_voice_of_macos_is_seen(home: Path) -> None:
    voices = home / "Library" / "Speech" / "Voices"
    voices.mkdir(parents=True)
    assert _is_seen((voices / "Ava.SpeechVoice").mkdir, "darwin")
    assert _is_seen(lambda: os.utime(voices / "Ava.SpeechVoice", (0, 0)), "darwin")
    settings = home / "Library" / "Preferences"
    choice = {"com.apple.speech.voice.prefs.plist": "Ava"}
    assert _is_seen(lambda: put(settings, choice), "darwin")
    assert not _is_seen(lambda: put(settings, {"com.apple.dock.plist": "left"}), "darwin")


def test_a_new_voice_of_windows_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    above = r"SOFTWARE\Microsoft\Speech\Voices"
    registry = {"machine": {above: ["Tokens"], rf"{above}\Tokens": ["David"]}, "user": {}}
    chosen = {"DefaultTokenId": "David"}

    class _Key(SimpleNamespace):
        def __enter__(self) -> "_Key":
            return self

        def __exit__(self, *_: object) -> None:
            pass

    def open_key(root: str, path: str) -> _Key:
        if path not in registry[root]:
            raise FileNotFoundError(path)
        values = list(chosen.items()) if path == above else []
        return _Key(keys=registry[root][path], values=values)

    winreg = SimpleNamespace(
        HKEY_LOCAL_MACHINE="machine",
        HKEY_CURRENT_USER="user",
        OpenKey=open_key,
        QueryInfoKey=lambda key: (len(key.keys), len(key.values), 0),
        EnumKey=lambda key, number: key.keys[number],
        EnumValue=lambda key, number: (*key.values[number], 1),
    )
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    assert _is_seen(lambda: registry["machine"][rf"{above}\Tokens"].append("Zira"), "win32")
    assert _is_seen(lambda: registry["user"].update({rf"{above}\Tokens": ["Mine"]}), "win32")
    assert _is_seen(lambda: chosen.update(DefaultTokenId="Zira"), "win32")
    assert not _is_seen(lambda: registry["user"].update({r"SOFTWARE\Other": []}), "win32")


def test_a_new_voice_of_the_systems_espeak_is_seen(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, data = home / "lib", home / "share" / "espeak-ng-data"
    put(library, {"libespeak-ng.so.1": "1.51"})
    put(data, {"en_dict": "words"})
    put(data / "lang" / "gmw", {"en": "English"})
    monkeypatch.setenv("LD_LIBRARY_PATH", f"{library}:{home / 'other'}")
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(data))
    assert _is_seen(lambda: put(data / "lang" / "gmw", {"de": "Deutsch"}), "linux")
    assert _is_seen(lambda: put(data, {"en_dict": "more words"}), "linux")
    assert _is_seen(lambda: put(library, {"libespeak-ng.so.1": "1.52.0"}), "linux")
    assert not _is_seen(lambda: put(library, {"libspeex.so.1": "1"}), "linux")
    assert _is_seen(lambda: monkeypatch.setenv("ESPEAK_DATA_PATH", str(home)), "linux")


@pytest.mark.usefixtures("home")
def test_where_the_systems_espeak_is_in_no_known_place_nothing_is_up_to_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_LIBRARIES", ("libespeak-of-nowhere.so",))
    assert not _found("linux")[1].hold()


def test_the_wheel_of_espeak_has_voices_of_its_own() -> None:
    assert _found("linux")[1].to_json() == []


@pytest.mark.parametrize(("engine", "platform"), [("pyttsx3", sys.platform), ("say", "darwin")])
def test_the_voices_are_in_the_version_of_each_engine_that_speaks_with_them(
    engine: str, platform: str
) -> None:
    assert open_engine(Voice(engine), "en").version.endswith(system_voices(platform))
