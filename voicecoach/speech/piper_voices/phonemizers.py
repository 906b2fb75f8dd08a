"""Phonemizers: what turns text into the sounds of a language, and which of them is installed.

Piper brings one on espeak-ng for most languages, and one for Hebrew. The others need packages that
its extras install; which module of Piper uses which is in `piper/voice.py` of piper-tts 1.8.
"""

from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct


class _Phonemizer(Struct, frozen=True):
    """A module of Piper, None if every version has it; what it imports; the extra for that."""

    module: str | None = None
    imports: tuple[str, ...] = ()
    extra: str = ""


_BY_TYPE = {
    "espeak": _Phonemizer(),
    "text": _Phonemizer(),
    "hebrew": _Phonemizer("phonemize_hebrew"),
    "japanese": _Phonemizer("phonemize_japanese", ("pyopenjtalk",), "[ja]"),
    "pinyin": _Phonemizer(
        "phonemize_chinese", ("g2pw", "sentence_stream", "transformers", "unicode_rbnf"), "[zh]"
    ),
    "thai": _Phonemizer("phonemize_thai", ("tltk", "unicode_rbnf"), "[th]"),
}
# Of the voices in the catalogue, whose settings are not known before they are fetched.
_BY_LANGUAGE = {"he": "hebrew", "ja": "japanese", "th": "thai", "zh": "pinyin"}


def piper_is_installed() -> bool:
    """Return whether the package that speaks with Piper's voices is there, without importing it."""
    return bool(_piper_directories())


def is_known(phoneme_type: str) -> bool:
    """Return whether it is one of the types of phonemes that Piper has."""
    return phoneme_type in _BY_TYPE


def missing_package(phoneme_type: str) -> str | None:
    """Return what has to be installed for a known type: `piper-tts[zh]`; None if nothing.

    Piper itself does not count as missing: whatever comes with it is there once it is installed.
    """
    phonemizer = _BY_TYPE[phoneme_type]
    directories = _piper_directories()
    too_old = phonemizer.module and not any(
        (directory / f"{phonemizer.module}.py").exists() for directory in directories
    )
    if all(find_spec(name) for name in phonemizer.imports) and not (directories and too_old):
        return None
    return f"piper-tts{phonemizer.extra}"


def can_be_spoken(language: str) -> bool:
    """Return whether a voice of a language such as `zh-CN` finds its phonemizer here."""
    phoneme_type = _BY_LANGUAGE.get(language.partition("-")[0], "espeak")
    return missing_package(phoneme_type) is None


def _piper_directories() -> list[Path]:
    # Another package of this name has no voices; and the module itself would load onnxruntime.
    spec = find_spec("piper")
    places = (spec and spec.submodule_search_locations) or ()
    return [Path(place) for place in places if Path(place, "phonemize_espeak.py").exists()]
