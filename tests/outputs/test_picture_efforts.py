"""Work of different effort looks different: by height and by colour, and the legend says which."""

import pytest

from helpers.cases import cases
from helpers.drawings import Box, Drawing
from helpers.routines import plan_of
from voicecoach import phrases
from voicecoach.outputs import picture
from voicecoach.outputs.picture.efforts import LEVELS, effort_level

INTERVALS = """\
title: Intervals
language: {language}
workout:
  - repeat: 3
    do:
      - {{exercise: Jog 60s, effort: {easy}}}
      - {{exercise: Run 60s, effort: {hard}}}
"""


def _drawing(easy: str, hard: str, language: str = "en") -> Drawing:
    routine = INTERVALS.format(language=language, easy=easy, hard=hard)
    return Drawing(picture.svg(plan_of(routine)))


def _work(drawing: Drawing) -> list[Box]:
    return [box for row in drawing.rows() for box in row if box.what in LEVELS]


@cases(
    "efforts",
    {
        "words": ("easy", "hard"),
        "numbers": ("3 of 10", "8 of 10"),
        "zones": ("zone 2", "zone 5"),
    },
)
def test_a_jog_is_lower_than_a_run_and_of_another_colour(efforts: tuple[str, str]) -> None:
    jogs, runs = (
        {(box.what, box.height) for box in _work(_drawing(*efforts)) if box.what == look}
        for look in ("easy", "hard")
    )
    ((_, jog),) = jogs
    ((_, run),) = runs
    assert jog < 0.7 * run


def test_the_legend_names_the_efforts_that_are_drawn_alike() -> None:
    texts = [box.what for box in _drawing("easy", "all out (9/10)").texts()]
    assert {"work: easy · 3:00", "work: all out (9/10) · 3:00"} <= set(texts)
    german = [box.what for box in _drawing("locker", "zügig", "de").texts()]
    assert {"Arbeit: locker · 3:00", "Arbeit: zügig · 3:00"} <= set(german)


def test_without_efforts_the_legend_only_says_work() -> None:
    drawing = Drawing(picture.svg(plan_of("title: T\nworkout:\n  - Run 60s\n")))
    assert _work(drawing) == []
    assert "work 1:00" in {box.what for box in drawing.texts()}


def test_a_long_list_of_efforts_stays_on_the_page() -> None:
    efforts = "easy, " * 60
    assert all(box.right <= 464.01 for box in _drawing(f'"{efforts}"', "hard").texts())


@pytest.mark.parametrize(
    ("effort", "language", "expected"),
    [
        ("easy", "en", "easy"),
        ("Very easy", "en", "easy"),
        ("steady", "en-GB", "moderate"),
        ("7 of 10", "en", "moderate"),
        ("8 von 10", "de", "hard"),
        ("RPE 6-7", "en", "moderate"),
        ("3/5", "en", "moderate"),
        ("4 out of 5", "en", "hard"),
        ("6-7 of 10", "en", "moderate"),
        ("80 %", "en", "hard"),
        ("Zone 2", "de", "easy"),
        ("0 of 0", "en", "easy"),
        ("mäßig", "de", "moderate"),
        ("easy", "de", "easy"),
        ("facile", "fr", "easy"),
        ("9" * 5000, "en", "hard"),
        ("7,5 von 10", "de", "hard"),
        ("7.5/10", "en", "hard"),
        ("RPE 7.5", "en", "hard"),
        ("RPE: 3", "en", "easy"),
        ("6 RPE", "en", "moderate"),
        ("4", "en", "easy"),
        ("6-7", "en", "moderate"),
        ("6 sur 10", "fr", "moderate"),
        ("6 to 7 of 10", "en", "moderate"),
        ("as you feel", "en", None),
        ("", "en", None),
    ],
)
def test_an_effort_is_easy_moderate_or_hard(
    effort: str, language: str, expected: str | None
) -> None:
    assert effort_level(effort, phrases.load(language)) == expected


@pytest.mark.parametrize(
    ("effort", "language", "expected"),
    [
        ("easy, 20 strokes a minute", "en", "easy"),
        ("easy, 130 bpm", "en", "easy"),
        ("hard, for 2 minutes", "en", "hard"),
        ("hard, 20 % incline", "en", "hard"),
        ("locker, Puls 130", "de", "easy"),
        ("60 % of max", "en", "moderate"),
        ("Puls 130", "de", None),
        ("20 strokes a minute", "en", None),
        ("2:00/500m", "en", None),
        ("RIR 2", "en", None),
        ("2 RIR", "en", None),
    ],
)
def test_a_number_of_something_else_is_no_effort(
    effort: str, language: str, expected: str | None
) -> None:
    assert effort_level(effort, phrases.load(language)) == expected


@pytest.mark.parametrize(
    ("effort", "language", "expected"),
    [
        ("schnelles Gehen", "de", "hard"),
        ("hartes Tempo", "de", "hard"),
        ("lockeres Tempo", "de", "easy"),
        ("in gleichmäßigem Tempo", "de", "moderate"),
        ("leichter Trab", "de", "easy"),
        ("mit langsamen Schritten", "de", "easy"),
        ("foulées rapides", "fr", "hard"),
        ("allures modérées", "fr", "moderate"),
        ("montées lentes", "fr", "easy"),
        ("harder than before", "en", "hard"),
    ],
)
def test_a_word_of_effort_is_known_with_its_endings(
    effort: str, language: str, expected: str
) -> None:
    assert effort_level(effort, phrases.load(language)) == expected
