"""The words of a picture are those of the routine's language."""

from textwrap import indent

from helpers.cases import cases
from helpers.drawings import Drawing
from helpers.routines import plan_of
from voicecoach.outputs import picture


@cases(
    "language, words",
    {
        "German": (
            "de",
            "1 Übung · 1 Abschnitt|10 s, je Seite|Arbeit 0:20|Seitenwechsel 0:05|Vorbereitung|Sprache|Start"
            "|Wechsel|Schluss|Metronom|rechts|links",
        ),
        "French": (
            "fr-CA",
            "1 exercice · 1 section|10 s, de chaque côté|effort 0:20|changement de côté 0:05|préparation|voix|début"
            "|changement|final|métronome|droite|gauche",
        ),
        "Ukrainian": (
            "uk",
            "1 вправа · 1 частина|10 с, на кожен бік|робота 0:20|зміна боку 0:05|підготовка|голос|старт"
            "|фініш|метроном|праворуч · 10 с|ліворуч · 10 с",
        ),
    },
)
def test_the_words_are_those_of_the_language(language: str, words: str) -> None:
    workout = "- section: A\n  do:\n    - exercise: Plank 10s, each side\n      metronome: 60\n"
    texts = _texts(f"title: T\nlanguage: {language}\nworkout:\n{indent(workout, '  ')}")
    shown = "\n".join(texts)
    assert [word for word in words.split("|") if word not in shown] == []
    for english in ("exercise ", "speech", "change sides", "get ready", "finish", "right"):
        assert english not in shown


def _texts(routine: str) -> list[str]:
    return [box.what for box in Drawing(picture.svg(plan_of(routine))).texts()]


def test_a_dose_stays_behind_a_name_that_is_read_from_the_right() -> None:
    texts = _texts("title: T\nworkout:\n  - הרמת רגל 3x40s, rest 10s\n")
    assert "\u2068הרמת רגל\u2069 3 × 40 s" in texts


def test_words_alone_are_no_exercises() -> None:
    routine = "title: T\nworkout:\n  - say: Breathe.\n    for: 20s\n"
    assert _texts(routine)[1].partition(" ")[2] == ""


def test_a_title_that_is_read_from_the_right_has_its_colon_behind_it() -> None:
    texts = _texts("title: 'صباح: تمرين'\nworkout:\n  - Plank 30s\n")
    assert texts[0] == "\u2068صباح: تمرين\u2069"
