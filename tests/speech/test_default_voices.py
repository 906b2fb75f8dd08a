"""The voice that speaks a language where none is named, and the one to install first."""

from contextlib import closing

import pytest

from helpers.cases import cases
from helpers.espeak_voices import ESPEAK
from voicecoach import phrases
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.piper_voices.catalogue import shipped_catalogue
from voicecoach.speech.piper_voices.recommended import recommended
from voicecoach.speech.voice_choice import InstalledVoice, InstalledVoices, is_of


@pytest.fixture(scope="module")
def espeak() -> InstalledVoices:
    """Return the voices that espeak-ng says it has."""
    with closing(EnginePool()) as pool:
        infos = pool.voices("pyttsx3")
    voices = (InstalledVoice(info.name, info.description, info.languages, None) for info in infos)
    return InstalledVoices(tuple(voices), (), None)


@cases(("language", "voice"), {language: (language, ESPEAK[language]) for language in ESPEAK})
def test_the_voice_of_espeak_for_a_language(
    espeak: InstalledVoices, language: str, voice: str
) -> None:
    assert espeak.for_language(language) == voice


@pytest.mark.parametrize("language", phrases.languages())
def test_a_language_of_the_program_has_a_voice_of_espeak_that_is_known(language: str) -> None:
    assert language in ESPEAK


@pytest.mark.parametrize("language", [*ESPEAK, *phrases.languages()])
def test_the_voice_to_install_first_is_in_the_catalogue_and_of_the_language(language: str) -> None:
    key = recommended(language)
    if key is None:
        # Piper speaks many languages, not all.
        speaks = [v for v in shipped_catalogue().voices.values() if is_of(v.language, language)]
        assert speaks == []
    else:
        assert is_of(shipped_catalogue().find(key).language, language.partition("-")[0])


def test_a_country_has_a_voice_of_its_own_to_install_where_there_is_one() -> None:
    assert recommended("pt-BR") == "pt_BR-faber-medium"
    assert recommended("pt-PT") == "pt_PT-tugão-medium"
    assert recommended("pt") == recommended("pt-BR")
    assert recommended("de-AT") == "de_DE-thorsten-medium"
