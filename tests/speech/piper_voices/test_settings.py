import json
from pathlib import Path
from typing import Any

import pytest

from helpers.cases import cases
from helpers.piper_voices import JOE, joe_files, path_of, settings_of
from voicecoach.problems import EngineError
from voicecoach.speech.piper_voices.settings import VoiceSettings, read_settings


def _read(tmp_path: Path, data: bytes) -> VoiceSettings:
    path = tmp_path / "voice.onnx.json"
    path.write_bytes(data)
    return read_settings(path)


def test_the_settings_of_a_real_voice_are_read(tmp_path: Path) -> None:
    assert _read(tmp_path, joe_files()[path_of(JOE, f"{JOE}.onnx.json")]) == VoiceSettings(
        language="en-US", quality="medium", speakers=1, phoneme_type="espeak", sample_rate_hz=22_050
    )


@cases(
    ("changes", "language"),
    {
        "its own": ({"language": {"code": "de_AT"}}, "de-AT"),
        "without a country": ({"language": {"code": "eo"}}, "eo"),
        "that of its phonemes": ({"language": {"code": "en-gb-x-rp"}}, "en-GB"),
    },
)
def test_the_language_of_a_voice_is(tmp_path: Path, changes: dict[str, Any], language: str) -> None:
    assert _read(tmp_path, json.dumps(settings_of(JOE, **changes)).encode()).language == language


def test_a_voice_that_names_no_language_has_that_of_its_phonemes(tmp_path: Path) -> None:
    settings = settings_of(JOE, espeak={"voice": "en-us"})
    del settings["language"], settings["phoneme_type"], settings["audio"]["quality"]
    read = _read(tmp_path, json.dumps(settings).encode())
    assert (read.language, read.phoneme_type, read.quality) == ("en-US", "espeak", "")


@cases(
    ("changes", "why"),
    {
        "no sound": ({"audio": None}, "`audio` is missing or no object"),
        "a rate of nothing": ({"audio": {"sample_rate": 0}}, "`sample_rate` is no whole number"),
        "no speakers": ({"num_speakers": 0}, "`num_speakers` is no whole number"),
        "no symbols": ({"num_symbols": "many"}, "`num_symbols` is no whole number"),
        "no phonemes": ({"phoneme_id_map": {}}, "`phoneme_id_map` is empty"),
        "no language": ({"espeak": {"voice": ""}}, "`voice` is missing"),
        "a type that is no word": ({"phoneme_type": "a\nb"}, "`phoneme_type` is missing or not"),
    },
)
def test_settings_are_refused_for(tmp_path: Path, changes: dict[str, Any], why: str) -> None:
    with pytest.raises(EngineError, match=f"has no settings of a Piper voice: {why}"):
        _read(tmp_path, json.dumps(settings_of(JOE, **changes)).encode())


@cases("data", {"no JSON": b"model", "size": b" " * 1_000_001, "a list": b"[1]"})
def test_a_file_is_refused_that_has_no_settings(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EngineError, match="has no settings of a Piper voice"):
        _read(tmp_path, data)


def test_settings_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=f"{tmp_path / 'x'} cannot be read: no such file"):
        read_settings(tmp_path / "x")
