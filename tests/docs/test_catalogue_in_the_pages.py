"""What the pages say of the catalogue."""

from helpers.pages import text_of
from voicecoach.language.definitions import catalogue


def test_the_catalogue_has_more_exercises_than_the_readme_promises() -> None:
    assert "more than two hundred exercises" in text_of("README.md")
    assert len(catalogue()) > 200
