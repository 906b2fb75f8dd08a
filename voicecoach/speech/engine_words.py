"""Words that the voices of an engine get wrong, and spellings that they get right.

They are applied where an engine is given its words, so that they are seen nowhere else. Each was
found by looking at the engine's phonemes.
"""

import re
from collections.abc import Mapping
from functools import cache

from voicecoach.speech.espeak_spellings import spellings_for

_NATURAL_ENGLISH = {
    "ab": "abb",
    "amrap": "am rap",
    "chaturanga": "chuttarunga",
    "emom": "E mom",
    "serratus": "serraytus",
    "ujjayi": "oojai",
    "ytwl": "Y T W L",
}
# Piper's voices take their phonemes from espeak-ng.
_OF_ESPEAK = ("piper", "pyttsx3")


def for_engine(spoken: str, engine: str, language: str) -> str:
    """Return a text that is read already, spelled for the voices of an engine."""
    spellings, words = _words(engine, language.split("-")[0].lower())
    if not spellings:
        return spoken
    return words.sub(lambda match: spellings.get(match[0].lower(), match[0]), spoken)


@cache
def _words(engine: str, language: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    spellings = _spellings(engine, language)
    alternatives = "|".join(re.escape(word) for word in sorted(spellings, key=len, reverse=True))
    return spellings, re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def _spellings(engine: str, language: str) -> Mapping[str, str]:
    if engine in _OF_ESPEAK:
        return spellings_for(language)
    return _NATURAL_ENGLISH if (engine, language) == ("natural", "en") else {}
