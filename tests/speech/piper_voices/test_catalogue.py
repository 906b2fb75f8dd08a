import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.cases import cases
from helpers.odd_files import ODD, ON_POSIX
from helpers.piper_voices import THORSTEN, catalogue_data, catalogue_json, path_of, voice_files
from voicecoach.problems import CatalogueError, NoVoiceError
from voicecoach.speech.piper_voices import catalogue as module
from voicecoach.speech.piper_voices.catalogue import Catalogue, load_catalogue, shipped_catalogue

MODEL = path_of(THORSTEN, f"{THORSTEN}.onnx")


def test_the_catalogue_of_the_program_has_the_voices_of_the_site() -> None:
    voices = shipped_catalogue().voices
    assert len(voices) >= 176
    voice = voices[THORSTEN]
    assert (voice.language, voice.language_name) == ("de-DE", "German")
    assert (voice.quality, voice.speakers) == ("medium", 1)
    assert [file.name for file in voice.files] == [
        "MODEL_CARD",
        f"{THORSTEN}.onnx.json",
        f"{THORSTEN}.onnx",
    ]
    assert 60_000_000 < voice.model.size_bytes < voice.size_bytes
    assert voices["pt_PT-tugão-medium"].model.path.startswith("pt/pt_PT/tugão/")


def test_the_catalogue_of_the_program_is_as_an_update_would_write_it(tmp_path: Path) -> None:
    written = tmp_path / "voices.json"
    shipped_catalogue().write(written)
    assert written.read_bytes() == Path(module.__file__).with_name("voices.json").read_bytes()


def _changed(**changes: Any) -> bytes:
    data = catalogue_data(voice_files())
    data[THORSTEN] |= changes
    return json.dumps(data).encode()


def _with_path(path: str) -> bytes:
    """Return a catalogue in which the model has another path."""
    return catalogue_json(voice_files()).replace(
        json.dumps(MODEL).encode(), json.dumps(path).encode()
    )


def _with_facts(**facts: Any) -> bytes:
    """Return a catalogue in which something else is told of the model."""
    data = catalogue_data(voice_files())
    data[THORSTEN]["files"][MODEL] |= facts
    return json.dumps(data).encode()


@cases(
    ("data", "why"),
    {
        "nothing": (b"", "it is not JSON"),
        "a web page": (b"<html>Log in</html>", "it is not JSON"),
        "no text": (b"\xff\xfe\x00", "it is not JSON"),
        "cut off": (catalogue_json(voice_files())[:-9], "it is not JSON"),
        "a list": (b"[]", "it is not a JSON object"),
        "no voices": (b"{}", "it names no voice"),
        "depth": (b"[" * 200_000, "it is nested too deeply"),
        "size": (b" " * 5_000_001, "it is larger than 5000000 bytes"),
        "a voice that is no object": (
            b'{"de_DE-a-low": 1}',
            "`de_DE-a-low` is missing or no object",
        ),
        "a key with a path": (
            catalogue_json(voice_files()).replace(THORSTEN.encode(), b"../../x"),
            "voice `../../x`: its key is not of the form",
        ),
        "a path upwards": (_with_path(f"../../{THORSTEN}.onnx"), "is not allowed"),
        "a path upwards further in": (_with_path(f"de/../../{THORSTEN}.onnx"), "is not allowed"),
        "a path from the root": (_with_path(f"/etc/{THORSTEN}.onnx"), "is not allowed"),
        "a path of Windows": (_with_path(f"..\\{THORSTEN}.onnx"), "is not allowed"),
        "a drive": (_with_path(f"C:/{THORSTEN}.onnx"), "is not allowed"),
        "another site": (_with_path(f"https://x/{THORSTEN}.onnx"), "is not allowed"),
        "a query": (_with_path(f"x?/{THORSTEN}.onnx"), "is not allowed"),
        "a control character": (_with_path(f"de\n/{THORSTEN}.onnx"), "is not allowed"),
        "a line end at the end": (_with_path(f"{MODEL}\n"), "is not allowed"),
        "an endless path": (_with_path(f"{'x' * 300}/{THORSTEN}.onnx"), "is not allowed"),
        "another file": (_with_path("de/other.onnx"), f"it has no file `{THORSTEN}.onnx`"),
        "a file twice": (_with_path("de/MODEL_CARD"), "there are two files `MODEL_CARD`"),
        "no files": (_changed(files={}), "it has no file"),
        "a list of files": (_changed(files=[]), "`files` is missing or no object"),
        "an empty model": (_with_facts(size_bytes=0), "`size_bytes` is no whole number"),
        "a negative size": (_with_facts(size_bytes=-1), "`size_bytes` is no whole number"),
        "a size beyond all disks": (_with_facts(size_bytes=10**30), "`size_bytes` is no whole"),
        "a size that is true": (_with_facts(size_bytes=True), "`size_bytes` is no whole number"),
        "a size with a point": (_with_facts(size_bytes=1.5), "`size_bytes` is no whole number"),
        "a short digest": (_with_facts(md5_digest="ab"), "`md5_digest` is missing or not"),
        "no digest": (_with_facts(md5_digest=None), "`md5_digest` is missing or not"),
        "no speakers": (_changed(num_speakers=0), "`num_speakers` is no whole number"),
        "a language that is no text": (_changed(language={"name_english": 1}), "`name_english`"),
        "a language that commands": (
            _changed(language={"name_english": "\x1b[2J"}),
            "`name_english` is missing or not",
        ),
    },
)
def test_a_catalogue_is_refused_for(data: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        Catalogue.parse(data)


def test_a_card_that_is_no_small_text_is_refused() -> None:
    data = catalogue_data(voice_files())
    data[THORSTEN]["files"][path_of(THORSTEN, "MODEL_CARD")]["size_bytes"] = 1_000_001
    with pytest.raises(ValueError, match="`MODEL_CARD` is larger than"):
        Catalogue.parse(json.dumps(data).encode())


def test_what_a_newer_catalogue_says_besides_is_left_out() -> None:
    data = catalogue_data(voice_files())
    data[THORSTEN] |= {"hobbies": ["cycling"]}
    data[THORSTEN]["files"]["de/samples/one.mp3"] = {"size_bytes": 9, "md5_digest": "0" * 32}
    assert Catalogue.parse(json.dumps(data).encode()) == Catalogue.parse(
        catalogue_json(voice_files())
    )


def test_the_renewed_catalogue_wins(tmp_path: Path) -> None:
    renewed = tmp_path / "voices.json"
    assert load_catalogue(renewed) == shipped_catalogue()
    renewed.write_bytes(catalogue_json(voice_files("en_US-new-low")))
    assert list(load_catalogue(renewed).voices) == ["en_US-new-low"]


def test_a_damaged_catalogue_is_named(tmp_path: Path) -> None:
    renewed = tmp_path / "voices.json"
    renewed.write_bytes(b"{")
    with pytest.raises(CatalogueError, match="is no catalogue of voices: it is not JSON") as error:
        load_catalogue(renewed)
    assert str(renewed) in error.value.message


@ON_POSIX
@cases(("put", "says"), ODD)
def test_a_catalogue_that_is_no_ordinary_file_is_named(
    tmp_path: Path, put: Callable[[Path], None], says: str
) -> None:
    put(tmp_path / "voices.json")
    with pytest.raises(CatalogueError, match=says):
        load_catalogue(tmp_path / "voices.json")


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=f"{tmp_path} cannot be read: "):
        load_catalogue(tmp_path)


@cases(
    ("name", "hint"),
    {
        "a letter too few": ("de_DE-torsten-medium", f"did you mean `{THORSTEN}`?"),
        "a part of the name": (
            "Kerstin",
            "there are: de_DE-kerstin-low",
        ),
        "something else": ("xyz", None),
    },
)
def test_a_misspelt_voice_is_recognised(name: str, hint: str | None) -> None:
    with pytest.raises(NoVoiceError) as error:
        shipped_catalogue().find(name)
    assert error.value.hint == hint
