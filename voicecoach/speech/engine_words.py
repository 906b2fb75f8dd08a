"""Words that the voices of an engine get wrong, and spellings that they get right.

They are applied where an engine is given its words, so that they are seen nowhere else. Each was
found by looking at the engine's phonemes.
"""

import re
from collections.abc import Mapping
from functools import cache

from voicecoach.speech import espeak_french

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
    "beinheben": "Bein-Heben",
    "bird dog": "Börd Dogg",
    "bird dogs": "Börd Doggs",
    "bizeps-curls": "Bizeps-Körls",
    "bulgarian": "Balgärien",
    "burpee": "Börpi",
    "burpees": "Börpies",
    "cat-cow": "Kätt-kau",
    "circuit": "Sörkitt",
    "clamshell": "Klämmschell",
    "clean": "Klien",
    "clean and press": "Klien änd Press",
    "cool-down": "Kuhl-daun",
    "cooldown": "Kuhldaun",
    "copenhagen": "Kopenhagen",
    "core": "Kohr",
    "crunch": "Krantsch",
    "crunches": "Krantsches",
    "curl": "Körl",
    "curl-up": "Körl-app",
    "curl-ups": "Körl-apps",
    "curls": "Körls",
    "dead bug": "Dett Bagg",
    "dead bugs": "Dett Baggs",
    "deadlift": "Dettlift",
    "deadlifts": "Dettlifts",
    "dips": "Dipps",
    "donkey": "Donki",
    "emom": "Ihmom",
    "face pull": "Fejs Pull",
    "face pulls": "Fejs Pulls",
    "fahrrad-crunches": "Fahrrad-Krantsches",
    "fire hydrant": "Feier Heidrent",
    "fire hydrants": "Feier Heidrents",
    "glute bridge": "Gluht Bridsch",
    "good morning": "Gutt Morning",
    "good mornings": "Gutt Mornings",
    "hiit": "Hitt",
    "hip thrust": "Hipp Trast",
    "hip thrusts": "Hipp Trasts",
    "jogging": "Dschogging",
    "jumping jack": "Dschamping Dschäck",
    "jumping jacks": "Dschamping Dschäcks",
    "kettlebell": "Kettelbell",
    "kettlebell-cleans": "Kettelbell-Kliens",
    "kettlebell-halo": "Kettelbell-Heilo",
    "kettlebell-press": "Kettelbell-Press",
    "kettlebell-rudern": "Kettelbell-Rudern",
    "kettlebell-snatches": "Kettelbell-Snätsches",
    "kettlebell-swings": "Kettelbell-Swings",
    "kettlebell-windmill": "Kettelbell-Windmill",
    "kniehebelauf": "Knie-Hebe-Lauf",
    "lunge": "Lantsch",
    "lunges": "Lantsches",
    "mountain climber": "Maunten Kleimer",
    "mountain climbers": "Maunten Kleimers",
    "nordic": "Nordick",
    "pace": "Pejs",
    "pike-liegestütze": "Peik-Liegestütze",
    "plank": "Plänk",
    "pull-up": "Pull-app",
    "pull-ups": "Pull-apps",
    "push-up": "Pusch-app",
    "push-ups": "Pusch-apps",
    "reverse": "Riwörs",
    "russian twist": "Raschen Twist",
    "russian twists": "Raschen Twists",
    "scheibenwischer": "Scheiben-Wischer",
    "seitheben": "Seit-Heben",
    "side plank": "Said Plänk",
    "side-plank": "Said-Plänk",
    "sit-up": "Sitt-app",
    "sit-ups": "Sitt-apps",
    "split": "Splitt",
    "squat": "Squott",
    "squats": "Squotts",
    "step-down": "Stepp-daun",
    "step-downs": "Stepp-dauns",
    "step-up": "Stepp-app",
    "step-ups": "Stepp-apps",
    "superman": "Supermänn",
    "thruster": "Trasster",
    "thrusters": "Trassters",
    "trizeps-dips": "Trizeps-Dipps",
    "turkish get-up": "Törkisch Gett-app",
    "turkish get-ups": "Törkisch Gett-apps",
    "wall sit": "Woll Sitt",
    "warm-up": "Worm-app",
    "warmup": "Wormapp",
}
_ESPEAK_SPANISH = {
    "bird dog": "berd dog",
    "burpee": "berpi",
    "burpees": "berpis",
    "clean": "clin",
    "core": "cor",
    "crunch": "cranch",
    "crunches": "cránches",
    "curl": "kerl",
    "curl-up": "kérlap",
    "dead bug": "ded bag",
    "deadlift": "dédlift",
    "face pull": "feis pul",
    "face pulls": "feis puls",
    "goblet": "góblet",
    "hiit": "jit",
    "hip thrust": "jip trast",
    "hip thrusts": "jip trasts",
    "hollow hold": "jólou jold",
    "jogging": "yóguin",
    "jumping jack": "yámpin yak",
    "jumping jacks": "yámpin yaks",
    "kettlebell": "kételbel",
    "kettlebells": "kételbels",
    "lunges": "lánches",
    "mountain climbers": "máunten cláimers",
    "pallof": "pálof",
    "plank": "planc",
    "press": "pres",
    "pull-up": "pulap",
    "pull-ups": "pulaps",
    "push-up": "puchap",
    "push-ups": "puchaps",
    "running": "ránin",
    "sit-up": "sítap",
    "sit-ups": "sítaps",
    "skipping": "eskípin",
    "snatch": "esnach",
    "squat": "escuot",
    "squats": "escuots",
    "step-up": "estépap",
    "step-ups": "estépaps",
    "superman": "súperman",
    "thrusters": "trásters",
}
_ESPEAK = {
    "en": _ESPEAK_ENGLISH,
    "de": _ESPEAK_GERMAN,
    "es": _ESPEAK_SPANISH,
    "fr": espeak_french.SPELLINGS,
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
    "piper": _ESPEAK,
    "pyttsx3": _ESPEAK,
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
