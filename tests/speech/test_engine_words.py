"""Words that the voices of an engine get wrong."""

from pathlib import Path

from helpers.cases import cases
from helpers.speaking import line, narrating
from voicecoach.routine.voice import Voice
from voicecoach.speech.engine_words import for_engine


@cases(
    ("engine", "language", "text", "spelled"),
    {
        "a word": ("pyttsx3", "en", "Now HIIT.", "Now hit."),
        "a verb that looks like another word": (
            "piper",
            "en",
            "Close your eyes",
            "cloze your eyes",
        ),
        "that other word": ("piper", "en", "close to the wall", "close to the wall"),
        "in a region": ("pyttsx3", "en-GB", "Now hiit.", "Now hit."),
        "one that this engine knows": ("natural", "en", "Now HIIT.", "Now HIIT."),
        "an English word in German": ("piper", "de", "Plank halten", "Plänk halten"),
        "words of a name": ("pyttsx3", "de", "Bird Dog, Plank", "Börd Dogg, Plänk"),
        "a compound that begins with an English word": (
            "pyttsx3",
            "de",
            "Kettlebell-Swings",
            "Kettelbell-Swings",
        ),
        "English words in Spanish": ("piper", "es", "Hip thrust, curl", "jip trast, kerl"),
        "English words in Italian": ("piper", "it", "Curl, Dead bug", "cherl, ded bag"),
        "an English word in Portuguese": ("pyttsx3", "pt-BR", "Burpees", "bârpis"),
        "part of a word": ("pyttsx3", "de", "Planken", "Planken"),
        "part of a compound": ("pyttsx3", "de", "Core-Training", "Core-Training"),
        "English words in French": ("pyttsx3", "fr", "Squats, sit-ups", "skouatt, siteups"),
        "French words that espeak takes for English": (
            "piper",
            "fr",
            "Assieds-toi, dos droit, à ton rythme",
            "assié-toi, dau droit, à ton ritme",
        ),
        "a language without a list": ("pyttsx3", "tr", "Plank", "Plank"),
        "an engine without a list": ("tone", "en", "HIIT", "HIIT"),
        "a letter that is another in small": ("pyttsx3", "en", "HİIT", "HİIT"),
    },
)
def test_a_word_is_spelled_as_the_engine_needs_it(
    engine: str, language: str, text: str, spelled: str
) -> None:
    assert for_engine(text, engine, language) == spelled


def test_an_engine_is_given_its_own_spelling(tmp_path: Path) -> None:
    voice = Voice(engine="pyttsx3")
    with narrating(tmp_path) as narrator:
        narrator.measure(line("hit", voice))
        assert narrator.knows(line("HIIT", voice))
