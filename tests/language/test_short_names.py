"""Short names: what may have been meant for one of the catalogue, and its words in a language."""

import pytest

from helpers.cases import inputs
from helpers.routines import (
    Shown,
    errors_of,
    notes_of,
    plan_of,
    shape_of,
    warnings_of,
    with_workout,
)
from voicecoach.language import definitions

MISTYPED = {
    "bird-dgo": "bird-dog",
    "glute-brige": "glute-bridge",
    "glute-bridje": "glute-bridge",
    "side-plakn": "side-plank",
    "wall-sti": "wall-sit",
}


@inputs(("name", "meant"), MISTYPED)
@pytest.mark.parametrize("form", ["- {} x10", "- exercise: {}\n  reps: 10", "- tabata: [{}]"])
def test_a_letter_that_is_wrong_missing_or_swapped_is_asked_about(
    name: str, meant: str, form: str
) -> None:
    (error,) = errors_of(with_workout(form.format(name)))
    assert (error.message, error.hint) == (
        f"there is no exercise `{name}`",
        f"did you mean `{meant}`?",
    )


def test_a_mistyped_name_of_the_routines_own_is_asked_about() -> None:
    header = "exercises: {heel-walk: {name: Heel walk, for: 20s}}"
    expected = Shown(4, 5, "there is no exercise `heel-wakl`", "did you mean `heel-walk`?")
    assert errors_of(with_workout("- heel-wakl 30s", header)) == [expected]


NEAR = {
    "push-ups": "push-up",
    "tree-pose": "tree",
    "bird dog": "bird-dog",
    "birddog": "bird-dog",
    "bord-dog": "bird-dog",
    "plnak": "plank",
}


@inputs(("name", "near"), NEAR)
def test_another_near_miss_stays_plain_and_is_noted(name: str, near: str) -> None:
    text = with_workout(f"- exercise: {name}\n  for: 30s")
    assert shape_of(text)[-1] == f"{name} 30s"
    (note,) = notes_of(text)
    assert note == Shown(
        4,
        15,
        f"`{name}` is a name like any other: no setup, tips or sides are added",
        f"write `exercise: {near}` with its dose for the one of the catalogue",
    )


def test_a_short_name_without_a_hyphen_is_noted_in_a_line() -> None:
    (note,) = notes_of(with_workout("- 30s plank"))
    assert (note.line, note.column) == (4, 9)
    assert note.hint == "write `exercise: plank` with its dose for the one of the catalogue"


@pytest.mark.parametrize(
    "blocks",
    [
        "- Plank 30s",
        "- Push-ups x10",
        "- Tree pose 30s",
        "- bird-dog x8",
        "- exercise: tree 30s",
        "- leg-kick x10",
        "- Birdd-dog x10",
        "- front-squat x10",
    ],
)
def test_plain_words_and_short_names_that_are_found_are_not_noted(blocks: str) -> None:
    assert notes_of(with_workout(blocks)) == []


def test_a_name_is_noted_where_it_first_stands() -> None:
    (note,) = notes_of(with_workout("- push-ups x10\n- rest 30s\n- push-ups x8"))
    assert note.line == 4


def test_a_misreadable_line_is_noted_wherever_it_stands() -> None:
    text = with_workout("- Bridge 5x10s hold\n- rest 30s\n- Clam 5x10s hold")
    assert [note.line for note in notes_of(text)] == [4, 6]


FRENCH = "language: fr\nexercises: {mur: {name: Chaise, setup: Dos au mur.}}"


@pytest.fixture
def _catalogue_in_english_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(definitions, "catalogue_languages", lambda: ("en",))


@pytest.mark.usefixtures("_catalogue_in_english_alone")
def test_in_another_language_the_catalogue_says_nothing_and_a_warning_tells_it() -> None:
    text = with_workout("- exercise: cat-cow\n  for: 60s", FRENCH)
    assert warnings_of(text) == [
        Shown(
            5,
            15,
            "the catalogue says nothing of `cat-cow` in `fr`: setup and tips are left out",
            "describe it under `exercises`, with a `name` and a `setup` in `fr`",
        )
    ]
    said = {event.role for event in plan_of(text).events}
    assert not said & {"setup", "tip", "tempo"}


@pytest.mark.usefixtures("_catalogue_in_english_alone")
def test_in_another_language_the_catalogues_sides_and_times_hold() -> None:
    shape = shape_of(with_workout("- bird-dog 30s", FRENCH))
    assert ", ".join(shape[1:]) == "Bird dog right 30s, switch 5s, Bird dog left 30s"


def test_in_another_language_the_routines_own_exercises_are_spoken() -> None:
    text = with_workout("- exercise: mur\n  for: 30s", FRENCH)
    assert warnings_of(text) == []
    assert "Dos au mur." in [event.text for event in plan_of(text).events]


def test_an_english_of_any_country_has_the_catalogues_words() -> None:
    text = with_workout("- exercise: bird-dog\n  hold: 30s", "language: en-GB")
    assert warnings_of(text) == []
    assert {"setup", "tip"} <= {event.role for event in plan_of(text).events}
