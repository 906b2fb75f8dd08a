"""Words that the voices of an engine get wrong, and spellings that they get right.

They are applied where an engine is given its words, so that they are seen nowhere else. Each was
found by looking at the engine's phonemes.
"""

import re
from collections.abc import Mapping
from functools import cache

_ESPEAK_ENGLISH = {
    # Verbs that are spelled like another word: “close to the wall” is right as it is.
    "bow forward": "bough forward",
    "bow your": "bough your",
    "close both": "cloze both",
    "close the": "cloze the",
    "close your": "cloze your",
    "wind down": "wined down",
    "chaturanga": "chuttarunga",
    "emom": "e mom",
    "hiit": "hit",
    "piriformis": "pirri formiss",
    "namaste": "nahmastay",
    "pilates": "pillahteez",
    "pranayama": "prahnahyahma",
    "qigong": "chee gong",
    "tibialis": "tibby aliss",
    "ujjayi": "oojai",
    "vinyasa": "vinyahssa",
    "ytwl": "Y T W L",
}
_ESPEAK_GERMAN = {
    "bird dog": "Börd Dogg",
    "bird dogs": "Börd Doggs",
    "burpee": "Börpi",
    "burpees": "Börpies",
    "cat-cow": "Kätt-kau",
    "circuit": "Sörkitt",
    "clamshell": "Klämmschell",
    "clean": "Klien",
    "cool-down": "Kuhl-daun",
    "cooldown": "Kuhldaun",
    "core": "Kohr",
    "crunch": "Krantsch",
    "crunches": "Krantsches",
    "curl": "Körl",
    "curls": "Körls",
    "dead bug": "Dedd Bagg",
    "dead bugs": "Dedd Baggs",
    "deadlift": "Dedlift",
    "deadlifts": "Dedlifts",
    "dips": "Dipps",
    "emom": "Ihmom",
    "glute bridge": "Gluht Bridsch",
    "hiit": "Hitt",
    "hip thrust": "Hipp Trast",
    "hip thrusts": "Hipp Trasts",
    "jogging": "Dschogging",
    "jumping jack": "Dschamping Dschäck",
    "jumping jacks": "Dschamping Dschäcks",
    "kettlebell": "Kettelbell",
    "lunge": "Lantsch",
    "lunges": "Lantsches",
    "mountain climber": "Maunten Kleimer",
    "mountain climbers": "Maunten Kleimers",
    "plank": "Plänk",
    "pull-up": "Pull-app",
    "pull-ups": "Pull-apps",
    "push-up": "Pusch-app",
    "push-ups": "Pusch-apps",
    "russian twist": "Raschen Twist",
    "russian twists": "Raschen Twists",
    "side plank": "Said Plänk",
    "side-plank": "Said-Plänk",
    "sit-up": "Sitt-app",
    "sit-ups": "Sitt-apps",
    "squat": "Squott",
    "squats": "Squotts",
    "step-up": "Stepp-app",
    "step-ups": "Stepp-apps",
    "superman": "Supermänn",
    "thruster": "Trasster",
    "thrusters": "Trassters",
    "wall sit": "Woll Sitt",
    "warm-up": "Worm-app",
    "warmup": "Wormapp",
}
_ESPEAK_ITALIAN = {
    "bird dog": "berd dog",
    "burpee": "bèrpi",
    "calf raise": "caf reis",
    "curl": "cherl",
    "curl-up": "cherl ap",
    "dead bug": "ded bag",
    "deadlift": "dedlift",
    "hiit": "it",
    "jumping jack": "giàmping gièc",
    "mountain climber": "maunten clàimer",
    "pull-up": "pul ap",
    "russian twist": "rascian tuist",
    "wall sit": "uòl sit",
    "warm-up": "uorm ap",
}
_ESPEAK_PORTUGUESE = {
    "burpee": "bârpi",
    "burpees": "bârpis",
    "crunch": "crânch",
    "curl-up": "cârl âp",
    "hiit": "rít",
    "jumping jack": "djâmpin djék",
    "kettlebell": "quétoubél",
    "mountain climber": "máunten cláimber",
    "wall sit": "uól sit",
}
# By engine, then by language. Piper's voices take their phonemes from espeak-ng.
_SPELLINGS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "natural": {
        "en": {
            "ab": "abb",
            "amrap": "am rap",
            "chaturanga": "chuttarunga",
            "emom": "E mom",
            "serratus": "serraytus",
            "ujjayi": "oojai",
            "ytwl": "Y T W L",
        },
    },
    "piper": {
        "en": _ESPEAK_ENGLISH,
        "de": _ESPEAK_GERMAN,
        "it": _ESPEAK_ITALIAN,
        "pt": _ESPEAK_PORTUGUESE,
    },
    "pyttsx3": {
        "en": _ESPEAK_ENGLISH,
        "de": _ESPEAK_GERMAN,
        "it": _ESPEAK_ITALIAN,
        "pt": _ESPEAK_PORTUGUESE,
    },
}


def for_engine(spoken: str, engine: str, language: str) -> str:
    """Return a text that is read already, spelled for the voices of an engine."""
    spellings, words = _words(engine, language.split("-")[0].lower())
    if not spellings:
        return spoken
    return words.sub(lambda match: spellings.get(match[0].lower(), match[0]), spoken)


@cache
def _words(engine: str, language: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    spellings = _SPELLINGS.get(engine, {}).get(language, {})
    alternatives = "|".join(re.escape(word) for word in sorted(spellings, key=len, reverse=True))
    return spellings, re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
