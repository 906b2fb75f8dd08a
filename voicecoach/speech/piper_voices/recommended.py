"""Recommended voices: which of Piper's to install first for a language.

Chosen by what the catalogue says: one speaker, recorded for speech synthesis where that is known,
of medium quality, which ordinary computers speak many times faster than it is heard.
"""

from voicecoach.phrases.tags import nearest_tag

_BY_LANGUAGE = {
    "ar": "ar_JO-kareem-medium",
    "cs": "cs_CZ-jirka-medium",
    "da": "da_DK-talesyntese-medium",
    "de": "de_DE-thorsten-medium",
    "en": "en_US-lessac-medium",
    "en-GB": "en_GB-alba-medium",
    "es": "es_ES-davefx-medium",
    "es-AR": "es_AR-daniela-high",
    "es-MX": "es_MX-ald-medium",
    "fr": "fr_FR-siwis-medium",
    "it": "it_IT-paola-medium",
    "ja": "ja_JA-hi_fi_captain-medium",
    "nl": "nl_NL-ronnie-medium",
    "nl-BE": "nl_BE-nathalie-medium",
    "pl": "pl_PL-gosia-medium",
    # The phrases of Portuguese are Brazil's.
    "pt": "pt_BR-faber-medium",
    "pt-PT": "pt_PT-tugão-medium",
    "sv": "sv_SE-nst-medium",
    "tr": "tr_TR-dfki-medium",
    "uk": "uk_UA-tetiana-high",
    "zh": "zh_CN-huayan-medium",
}


def recommended(language: str) -> str | None:
    """Return the key of the voice to install first for a BCP 47 language, None for some."""
    tag = nearest_tag(language, _BY_LANGUAGE)
    return None if tag is None else _BY_LANGUAGE[tag]
