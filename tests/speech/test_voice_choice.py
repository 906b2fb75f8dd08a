"""Which installed voice a name or a language means."""

from helpers.cases import inputs
from voicecoach.speech.voice_choice import InstalledVoice, InstalledVoices


def voice(id_: str, name: str, *languages: str) -> InstalledVoice:
    return InstalledVoice(id_, name, languages, None)


ESPEAK = InstalledVoices(
    (
        voice("gmw/de", "German", "de"),
        voice("gmw/en-029", "English (Caribbean)", "en-029"),
        voice("gmw/en", "English (Great Britain)", "en-gb"),
        voice("gmw/en-us", "English (America)", "en-us"),
        voice("gmq/nb", "Norwegian Bokmål", "nb"),
        voice("roa/fr-be", "French (Belgium)", "fr-be"),
        voice("roa/fr", "French (France)", "fr-fr"),
        voice("sit/cmn", "Chinese (Mandarin)", "cmn"),
    ),
    ("F3", "Mr serious", "f3"),
    "gmw/en",
)
MACOS = InstalledVoices(
    (
        voice("com.apple.Albert", "Albert", "en_US"),
        voice("com.apple.Anna", "Anna", "de_DE"),
        voice("com.apple.Daniel", "Daniel", "en_GB"),
        voice("com.apple.Samantha", "Samantha", "en_US"),
    ),
    (),
    "com.apple.Samantha",
)


@inputs(
    ("name", "found"),
    {
        "gmw/en-us": "gmw/en-us",
        "EN-US": "gmw/en-us",
        "en_us": "gmw/en-us",
        "english (america)": "gmw/en-us",
        "en": "gmw/en",
        "en-GB": "gmw/en",
        "en-us+f3": "gmw/en-us+f3",
        "en-us+F3": "gmw/en-us+F3",
        "de+mr serious": "gmw/de+Mr serious",
        "en-us+f33": None,
        "en-us+": None,
        "+f3": None,
        "f3": None,
        "nobody": None,
        "nobody+f3": None,
    },
)
def test_a_voice_goes_by_id_name_or_language_and_a_variant(name: str, found: str | None) -> None:
    assert ESPEAK.find(name) == found


@inputs(
    ("language", "found"),
    {
        "en": "gmw/en-us",
        "en-US": "gmw/en-us",
        "en-GB": "gmw/en",
        "en-AU": "gmw/en-us",
        "de-CH": "gmw/de",
        "fr": "roa/fr",
        "fr-CA": "roa/fr",
        "no": "gmq/nb",
        "zh-Hant-TW": "sit/cmn",
        "tlh": None,
    },
)
def test_a_language_has_a_best_voice_or_none(language: str, found: str | None) -> None:
    assert ESPEAK.for_language(language) == found


@inputs(
    ("language", "found"),
    {"en": "Samantha", "en-GB": "Daniel", "de": "Anna", "de-AT": "Anna"},
)
def test_among_equals_the_default_voice_is_best(language: str, found: str) -> None:
    assert MACOS.for_language(language) == f"com.apple.{found}"


def test_a_voice_without_variants_may_have_a_plus_in_no_name() -> None:
    assert MACOS.find("Samantha+f3") is None


def test_for_an_unknown_variant_the_variants_could_be_meant() -> None:
    assert ESPEAK.candidates("en-us+f33") == ["en-us+F3", "en-us+Mr serious", "en-us+f3"]
    assert "en-us" in ESPEAK.candidates("en-uss")
    assert "en-us" in ESPEAK.candidates("en-uss+f3")
