"""Lines in German and French: what they mean, as `fmt` writes it."""

import json

import pytest

from helpers.cases import inputs
from helpers.routines import phases_of, plan_of, with_workout
from voicecoach.language.fmt.lines import rewritten
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.routine.phase import Work

GERMAN = {
    "Plank 30 Sek.": "Plank 30s",
    "30 Sekunden Plank": "Plank 30s",
    "Plank 30 Sekunden lang": "Plank 30s",
    "Plank für 30 s": "Plank 30s",
    "Plank ca. 30 Sek.": "Plank 30s",
    "Plank 1,5 Min": "Plank 1m30s",
    "Plank 1 Min. 30 Sek.": "Plank 1m30s",
    "Plank 20 bis 30 Sekunden": "Plank 20-30s",
    "Laufen 1 Std. 30 Min.": "Laufen 1h30m",
    "10 min lockeres Laufen": "lockeres Laufen 10 min",
    "Laufen 5 km in 30 Minuten": "Laufen 5 km in 30 min",
    "Kniebeugen 10 Wdh.": "Kniebeugen x10",
    "Kniebeugen 10 mal": "Kniebeugen x10",
    "Kniebeugen mit 10 Wiederholungen": "Kniebeugen x10",
    "Liegestütze 8 bis 12 Wiederholungen": "Liegestütze x8-12",
    "5 Hüftkreise": "Hüftkreise x5",
    "10 mühsame Liegestütze": "mühsame Liegestütze x10",
    "10 Fuß kreisen": "Fuß kreisen x10",
    "Kniebeugen 3 Sätze mit 10 Wiederholungen": "Kniebeugen 3x10",
    "3 Sätze mit 10 Wiederholungen Kniebeugen": "Kniebeugen 3x10",
    "Kniebeugen 3 Sätze à 10": "Kniebeugen 3x10",
    "Kniebeugen 3 Sätze zu je 10": "Kniebeugen 3x10",
    "Kniebeugen (3 Sätze, 10 Wdh.)": "Kniebeugen 3x10",
    "2-3 Sätze à 8-12 Kniebeugen": "Kniebeugen 2-3x8-12",
    "Wadenheben 3 Durchgänge à 15": "Wadenheben 3x15",
    "Liegestütze so viele wie möglich in 45 s": "Liegestütze max in 45s",
    "Brücke 30 s halten": "Brücke 30s halten",
    "Brücke 5x10s halten": "Brücke 5x10s halten",
    "Brücke 5 mal 10 s halten": "Brücke 5x10s halten",
    "Brücke 3 Sätze à 30 s halten": "Brücke 3 Sätze à 30s halten",
    "Kindhaltung 5 Atemzüge": "Kindhaltung 5 Atemzüge",
    "Kindhaltung 5 ruhige, tiefe Atemzüge": "Kindhaltung 5 Atemzüge",
    "Seitstütz 20 s pro Seite": "Seitstütz 20s, je Seite",
    "Seitstütz je Seite 20 s": "Seitstütz 20s, je Seite",
    "Seitstütz 20 s beidseitig": "Seitstütz 20s, je Seite",
    "Ausfallschritte 3x10 (je Bein)": "Ausfallschritte 3x10, je Seite",
    "Ausfallschritte 10 auf jeder Seite x 3": "Ausfallschritte 3x10, je Seite",
    "Armkreisen 30 s in jede Richtung": "Armkreisen 30s, je Seite",
    "Wadendehnung 30 s, linkes Bein": "Wadendehnung 30s, links",
    "Wadendehnung 30 s auf der rechten Seite": "Wadendehnung 30s, rechts",
    "Kniebeugen 3x10, Pause 45 s": "Kniebeugen 3x10, Pause 45s",
    "Kniebeugen 3x10 mit 45 Sek. Pause": "Kniebeugen 3x10, Pause 45s",
    "Kniebeugen 3x10, Satzpause 45 s": "Kniebeugen 3x10, Pause 45s",
    "Kniebeugen 3x10 @ 20 kg, 45 s Pause zwischen den Sätzen": (
        "Kniebeugen 3x10 @ 20 kg, Pause 45s"
    ),
    "Kniebeugen 3x10, ohne Pause": "Kniebeugen 3x10, Pause 0s",
    "30 Sek. Pause": "Pause 30s",
    "Keine Pause": "Pause 0s",
}

FRENCH = {
    "Planche 30 secondes": "Planche 30s",
    "30 secondes de planche": "planche 30s",
    "Planche pendant 30 s": "Planche 30s",
    "Planche env. 30 s": "Planche 30s",
    "Planche 1,5 min": "Planche 1m30s",
    "Planche 1 min 30": "Planche 1m30s",
    "Planche 20 à 30 secondes": "Planche 20-30s",
    "Gainage 1h30": "Gainage 1h30m",
    "5 min de marche rapide": "marche rapide 5 min",
    "Respiration par le nez 2 min": "Respiration par le nez 2 min",
    "Course 5 km en 30 minutes": "Course 5 km en 30 min",
    "Pompes 10 répétitions": "Pompes x10",
    "10 répétitions de pompes": "pompes x10",
    "Pompes 10 fois": "Pompes x10",
    "Pompes 8 à 12 répétitions": "Pompes x8-12",
    "Tour du monde 10 fois": "Tour du monde x10",
    "Fentes en marchant 20 répétitions": "Fentes en marchant x20",
    "3 séries de 10 squats": "squats 3x10",
    "Squats 3 séries de 10": "Squats 3x10",
    "Squats 3 séries de 8 à 12 répétitions": "Squats 3x8-12",
    "Planche 3 séries de 30 s": "Planche 3x30s",
    "3 séries d'1 min de gainage": "gainage 3x1 min",
    "Pompes autant que possible en 45 s": "Pompes max en 45s",
    "Pont 30 s à tenir": "Pont 30s de maintien",
    "Pont 5x10s de maintien": "Pont 5x10s de maintien",
    "Pont 5 maintiens de 10 s": "Pont 5x10s de maintien",
    "Pont 3 séries de 30 s de maintien": "Pont 3 séries de 30s de maintien",
    "Enfant 5 respirations profondes": "Enfant 5 respirations",
    "Enfant 5 grandes respirations": "Enfant 5 respirations",
    "Gainage latéral 20 s de chaque côté": "Gainage latéral 20s, de chaque côté",
    "Gainage latéral 20 s des deux côtés": "Gainage latéral 20s, de chaque côté",
    "Fentes 3x10 (chaque jambe)": "Fentes 3x10, de chaque côté",
    "Fentes 10 par jambe": "Fentes x10, de chaque côté",
    "Fentes 10 de chaque côté x 3": "Fentes 3x10, de chaque côté",
    "Cercles de bras 30 s dans chaque sens": "Cercles de bras 30s, de chaque côté",
    "Étirement du mollet 30 s jambe gauche": "Étirement du mollet 30s, à gauche",
    "Étirement du mollet 30 s (à droite)": "Étirement du mollet 30s, à droite",
    "Squats 3x10, repos 45 s": "Squats 3x10, repos 45s",
    "Squats 3x10 avec 45 s de repos": "Squats 3x10, repos 45s",
    "Squats 3x10 @ 20 kg, 45 s de repos entre les séries": "Squats 3x10 @ 20 kg, repos 45s",
    "Squats 3x10, sans repos": "Squats 3x10, repos 0s",
    "Pause 30 s": "repos 30s",
    "30 s de repos": "repos 30s",
    "Repos 1 min 30": "repos 1m30s",
    "Pas de repos": "repos 0s",
}

# Rests that say what they are for. The word for a rest ends them in German, and begins them in French.
RESTS_WITH_WORDS = {
    "Aktive Pause 30 s": ("de", "Aktive Pause"),
    "Erholung 30 s": ("de", "Erholung"),
    "Repos actif 30 s": ("fr", "Repos actif"),
    "Pause eau 30 s": ("fr", "Pause eau"),
    "Récupération active 30 s": ("fr", "Récupération active"),
}


@inputs(("line", "meaning"), GERMAN)
def test_a_german_line_means_what_its_writer_meant(line: str, meaning: str) -> None:
    assert rewritten(line, lexicon("de")) == meaning


@inputs(("line", "meaning"), FRENCH)
def test_a_french_line_means_what_its_writer_meant(line: str, meaning: str) -> None:
    assert rewritten(line, lexicon("fr")) == meaning


@inputs(("line", "language", "words"), RESTS_WITH_WORDS)
def test_a_rest_says_the_words_that_it_is_written_with(
    line: str, language: str, words: str
) -> None:
    said = [event.text for event in plan_of(_routine(line, language)).events]
    assert words in said


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Kopf drehen 10 links und rechts"),
        ("fr", "Tourner la tête 10 à gauche et à droite"),
    ],
)
def test_words_that_name_the_left_first_begin_there(language: str, line: str) -> None:
    first = next(phase for phase in phases_of(_routine(line, language)) if isinstance(phase, Work))
    assert first.exercise.sides == ("left", "right")


@pytest.mark.parametrize("language", ["de", "fr"])
def test_english_words_are_understood_in_every_language(language: str) -> None:
    line = "Plank 3 sets of 30 seconds each side, rest 10s"
    assert rewritten(line, lexicon(language)).startswith("Plank 3x30s, ")


def _routine(line: str, language: str) -> str:
    return with_workout(f"- {json.dumps(line, ensure_ascii=False)}", f"language: {language}")
