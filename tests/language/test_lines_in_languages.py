"""Lines in other languages than English: what they mean, as `fmt` writes it.

`helpers.line_rows` has those of each language.
"""

import json

import pytest

from helpers import line_rows
from helpers.cases import cases, inputs
from helpers.language_rows import all_rows, languages_of, rows_of
from helpers.routines import phases_of, plan_of, shape_of, with_workout
from voicecoach.language.fmt.lines import rewritten
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.phrases import languages
from voicecoach.routine.phase import Work

ENGLISH = "en"
LEAST_ROWS = 20

# Rests that say what they are for. The word for a rest ends them in German, and begins them in French.
RESTS_WITH_WORDS = {
    "Aktive Pause 30 s": ("de", "Aktive Pause"),
    "Erholung 30 s": ("de", "Erholung"),
    "Активний відпочинок 30 с": ("uk", "Активний відпочинок"),
    "Перерва на воду 30 с": ("uk", "Перерва на воду"),
    "Repos actif 30 s": ("fr", "Repos actif"),
    "Pause eau 30 s": ("fr", "Pause eau"),
    "Récupération active 30 s": ("fr", "Récupération active"),
    "Actieve rust 30 s": ("nl", "Actieve rust"),
    "Drinkpauze 60 s": ("nl", "Drinkpauze"),
    "Aktiv vila 30 s": ("sv", "Aktiv vila"),
    "Vattenpaus 60 s": ("sv", "Vattenpaus"),
    "Descanso activo 30 s": ("es", "Descanso activo"),
    "Pausa para beber 30 s": ("es", "Pausa para beber"),
    "Recuperación 30 s": ("es", "Recuperación"),
    "Recupero attivo 30 s": ("it", "Recupero attivo"),
    "Pausa acqua 30 s": ("it", "Pausa acqua"),
    "Descanso ativo 30 s": ("pt", "Descanso ativo"),
    "Pausa para água 30 s": ("pt", "Pausa para água"),
    "Przerwa na wodę 30 s": ("pl", "Przerwa na wodę"),
    "Aktywna przerwa 30 s": ("pl", "Aktywna przerwa"),
    "Aktivní pauza 30 s": ("cs", "Aktivní pauza"),
}


def test_every_language_has_rows_of_lines() -> None:
    assert {*languages_of(line_rows), ENGLISH} == {*languages()}
    tags = languages_of(line_rows)
    assert [tag for tag in tags if len(rows_of(line_rows, tag)) < LEAST_ROWS] == []


@cases(("language", "line", "meaning"), all_rows(line_rows))
def test_a_line_means_what_its_writer_meant(language: str, line: str, meaning: str) -> None:
    assert rewritten(line, lexicon(language)) == meaning


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
        ("nl", "Hoofd draaien 10 links en rechts"),
        ("sv", "Vrid huvudet 10 vänster och höger"),
        ("es", "Girar la cabeza 10 a izquierda y derecha"),
        ("it", "Girare la testa 10 volte a sinistra e a destra"),
        ("pt", "Girar a cabeça 10 vezes à esquerda e à direita"),
        ("pl", "Skręty głowy 10 w lewo i w prawo"),
        ("cs", "Otáčení hlavy 10x vlevo a vpravo"),
        ("uk", "Повороти голови 10 ліворуч і праворуч"),
    ],
)
def test_words_that_name_the_left_first_begin_there(language: str, line: str) -> None:
    first = next(phase for phase in phases_of(_routine(line, language)) if isinstance(phase, Work))
    assert first.exercise.sides == ("left", "right")


@pytest.mark.parametrize("language", languages_of(line_rows))
def test_english_words_are_understood_in_every_language(language: str) -> None:
    line = "Plank 3 sets of 30 seconds each side, rest 10s"
    assert rewritten(line, lexicon(language)).startswith("Plank 3x30s, ")


def test_an_english_word_that_the_language_has_itself_means_what_it_means_there() -> None:
    routine = _routine("Respirazione per le narici 2 min", "it")
    assert shape_of(routine)[-1] == "Respirazione per le narici 120s"


def _routine(line: str, language: str) -> str:
    return with_workout(f"- {json.dumps(line, ensure_ascii=False)}", f"language: {language}")
