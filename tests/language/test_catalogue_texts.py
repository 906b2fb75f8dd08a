"""The catalogue in other languages: what a translation must have, and which are stale."""

from pathlib import Path
from typing import Any

import pytest

from helpers.routines import plan_of, warnings_of, with_workout
from voicecoach import phrases
from voicecoach.language import catalogue_texts
from voicecoach.language.catalogue_texts import CATALOGUE, digest, english, parts, texts
from voicecoach.language.definitions import catalogue
from voicecoach.text.parsing import read_document

LANGUAGES = catalogue_texts.languages()
# Languages that have texts of every exercise; the others have the most used.
WHOLE: tuple[str, ...] = ("de", "es", "fr")
FILES = [
    pytest.param(file, id=f"{language}-{file.stem}")
    for language in LANGUAGES
    for file in sorted((CATALOGUE / language).iterdir())
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_of_the_catalogue_has_phrases(language: str) -> None:
    assert language in phrases.languages()


def test_a_whole_catalogue_misses_no_exercise() -> None:
    missing = {language: english().keys() - texts(language).keys() for language in WHOLE}
    assert not any(missing.values()), missing


@pytest.mark.parametrize("file", FILES)
def test_texts_stand_in_the_file_and_the_order_of_the_english_ones(file: Path) -> None:
    own, theirs = read_document(file).data, read_document(CATALOGUE / file.name).data
    assert isinstance(own, dict)
    assert isinstance(theirs, dict)
    assert list(own) == [name for name in theirs if name in own]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_of_an_older_english_one(language: str) -> None:
    stale = {
        name: f"read the English text again, then write `english: {digest(english()[name])}`"
        for name, exercise in texts(language).items()
        if exercise.get("english") != digest(english()[name])
    }
    assert stale == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exercise_has_a_name_a_setup_and_as_many_parts_as_the_english_one(
    language: str,
) -> None:
    for name, exercise in texts(language).items():
        needed = {"english", "name", "setup"} | ({"parts"} if parts(english()[name]) else set())
        assert needed <= exercise.keys() <= {*needed, "tips"}, name
        assert len(exercise.get("parts", ())) == len(parts(english()[name])), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_exercises_have_one_name(language: str) -> None:
    names = [definition.name.casefold() for definition in catalogue(language).values()]
    assert len(names) == len(set(names))


def test_a_routine_hears_an_exercise_in_its_own_language() -> None:
    routine = with_workout("- bird-dog x8", "language: de-AT")
    said = [event.text or "" for event in plan_of(routine).events]
    assert any("Diagonaler Vierfüßlerstand, 8 Wiederholungen" in text for text in said)
    assert any(text.startswith("Komm auf Hände und Knie") for text in said)
    assert "Bauch fest, Rücken gerade." in said
    assert warnings_of(routine) == []


def test_the_parts_of_a_tempo_have_names_in_the_language_and_lengths_of_their_own() -> None:
    exercise = {"name": "Roll", "setup": "-", "tempo": [{"roll down": "5s"}, {"roll up": "4s"}]}
    german = catalogue_texts.translated(
        exercise, {"name": "Rollen", "setup": "Los.", "parts": ["ab", "auf"]}
    )
    assert german["tempo"] == [{"ab": "5s"}, {"auf": "4s"}]


def test_english_tips_are_not_heard_beside_a_setup_in_another_language() -> None:
    exercise = {"name": "Roll", "setup": "-", "tips": ["Slowly."], "kind": "reps"}
    german = catalogue_texts.translated(exercise, {"name": "Rollen", "setup": "Los."})
    assert german == {"name": "Rollen", "setup": "Los.", "kind": "reps"}


@pytest.mark.parametrize("folder", [CATALOGUE, *(CATALOGUE / tag for tag in LANGUAGES)])
def test_an_exercise_read_by_itself_is_as_in_its_file(folder: Path) -> None:
    whole: dict[str, Any] = {}
    for file in sorted(folder.glob("*.yaml")):
        data = read_document(file, file.name).data
        assert isinstance(data, dict)
        whole |= data
    read = english() if folder == CATALOGUE else texts(folder.name)
    assert list(read) == list(whole)
    for name, exercise in whole.items():
        assert read[name] == exercise
        # Two tips are the same one where they stand in the same place.
        assert read[name]["setup"].span == exercise["setup"].span
