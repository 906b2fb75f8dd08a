"""A voice's settings: the JSON file beside its model, in the format that Piper's training writes.

They are data of others, so what Piper needs of them is checked before a model is fetched for them.
"""

import re
from pathlib import Path

from msgspec import Struct

from voicecoach.files.ordinary import read_ordinary
from voicecoach.problems import EngineError, reason
from voicecoach.speech.piper_voices.catalogue import SETTINGS_LIMIT_BYTES
from voicecoach.speech.piper_voices.foreign_json import ForeignObject

_HIGHEST_RATE_HZ = 192_000
_MOST_SPEAKERS = 100_000
_COUNTRY = re.compile(r"[A-Z]{2}|[0-9]{3}")
_WORD = r"\w{1,40}"
_LANGUAGE = r"[A-Za-z]{2,3}(?:[_-]\w{1,20}){0,3}"


class VoiceSettings(Struct, frozen=True):
    """What the settings say; `language` is as in BCP 47: `de-DE`; `quality` may be empty."""

    language: str
    quality: str
    speakers: int
    phoneme_type: str
    sample_rate_hz: int


def read_settings(path: Path) -> VoiceSettings:
    """Return the settings in a file. Raise `EngineError` if they are unreadable or wrong."""
    try:
        return _settings(read_ordinary(path, SETTINGS_LIMIT_BYTES))
    except OSError as error:
        raise EngineError(f"{path} cannot be read: {reason(error)}") from error
    except ValueError as error:
        raise EngineError(f"{path} has no settings of a Piper voice: {error}") from error


def _settings(data: bytes) -> VoiceSettings:
    if len(data) > SETTINGS_LIMIT_BYTES:
        raise ValueError(f"it is larger than {SETTINGS_LIMIT_BYTES} bytes")
    root = ForeignObject.parse(data)
    audio = root.child("audio")
    root.integer("num_symbols", SETTINGS_LIMIT_BYTES)
    if not root.child("phoneme_id_map").values:
        raise ValueError("`phoneme_id_map` is empty")
    # The first voices do not name their language, but all name that of their phonemes.
    language = root.child("espeak").text("voice", _LANGUAGE)
    if "language" in root.values:
        language = root.child("language").text("code", _LANGUAGE)
    return VoiceSettings(
        language=_bcp47(language),
        quality=audio.text("quality", rf"(?:{_WORD})?", ""),
        speakers=root.integer("num_speakers", _MOST_SPEAKERS),
        phoneme_type=root.text("phoneme_type", _WORD, "espeak"),
        sample_rate_hz=audio.integer("sample_rate", _HIGHEST_RATE_HZ),
    )


def _bcp47(code: str) -> str:
    """Return the language and country of a code: `de-DE` of `de_DE`, `en-GB` of `en-gb-x-rp`."""
    language, _, rest = code.replace("_", "-").partition("-")
    country = rest.partition("-")[0].upper()
    return f"{language.lower()}-{country}" if _COUNTRY.fullmatch(country) else language.lower()
