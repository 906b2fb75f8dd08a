import importlib
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path

import pytest

from helpers.cases import cases
from voicecoach.speech.piper_voices import phonemizers
from voicecoach.speech.piper_voices.phonemizers import (
    can_be_spoken,
    is_known,
    missing_package,
    piper_is_installed,
)

# What each of Piper's extras installs, as modules.
CHINESE = ("g2pw", "sentence_stream", "transformers", "unicode_rbnf")
EXTRAS = {"zh": CHINESE, "ja": ("pyopenjtalk",), "th": ("tltk", "unicode_rbnf")}
OLD = ("phonemize_espeak",)
NEW = (*OLD, "phonemize_chinese", "phonemize_hebrew", "phonemize_japanese", "phonemize_thai")


@pytest.fixture(autouse=True)
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory of all packages that are found; those of this machine are not."""

    def find(name: str) -> ModuleSpec | None:
        return PathFinder.find_spec(name, [str(tmp_path)])

    monkeypatch.setattr(phonemizers, "find_spec", find)
    return tmp_path


def _install(directory: Path, *names: str, piper: tuple[str, ...] = NEW) -> None:
    for name in names:
        (directory / name).mkdir()
        (directory / name / "__init__.py").write_text("raise AssertionError('imported')\n")
    for name in piper if "piper" in names else ():
        (directory / "piper" / f"{name}.py").write_text("")
    importlib.invalidate_caches()


def test_piper_is_found_without_being_imported(packages: Path) -> None:
    assert not piper_is_installed()
    _install(packages, "piper")
    assert piper_is_installed()


def test_another_package_of_the_name_is_not_piper(packages: Path) -> None:
    _install(packages, "piper", piper=())
    assert not piper_is_installed()


@cases("phoneme_type", {name: name for name in ("espeak", "text", "hebrew")})
def test_piper_alone_speaks_or_will_speak(packages: Path, phoneme_type: str) -> None:
    assert is_known(phoneme_type)
    assert missing_package(phoneme_type) is None
    _install(packages, "piper")
    assert missing_package(phoneme_type) is None


@cases(
    ("phoneme_type", "language", "extra"),
    {
        "Chinese": ("pinyin", "zh-CN", "zh"),
        "Japanese": ("japanese", "ja-JA", "ja"),
        "Thai": ("thai", "th-TH", "th"),
    },
)
def test_a_language_needs_an_extra(
    packages: Path, phoneme_type: str, language: str, extra: str
) -> None:
    assert missing_package(phoneme_type) == f"piper-tts[{extra}]"
    assert not can_be_spoken(language)
    _install(packages, "piper", *EXTRAS[extra])
    assert missing_package(phoneme_type) is None
    assert can_be_spoken(language)


@cases(
    ("phoneme_type", "package"),
    {"Hebrew": ("hebrew", "piper-tts"), "Japanese": ("japanese", "piper-tts[ja]")},
)
def test_an_old_piper_speaks_no(packages: Path, phoneme_type: str, package: str) -> None:
    _install(packages, "piper", "pyopenjtalk", piper=OLD)
    assert missing_package(phoneme_type) == package
    assert missing_package("espeak") is None


def test_other_languages_need_nothing() -> None:
    assert can_be_spoken("de-DE")
    assert can_be_spoken("he-IL")
    assert not is_known("morse")
