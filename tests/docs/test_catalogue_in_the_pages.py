"""What the pages say of the catalogue."""

from helpers.cases import cases
from helpers.pages import text_of
from voicecoach.language.definitions import catalogue


@cases("page", {page: page for page in ("README.md", "docs/language.md")})
def test_the_catalogue_has_more_exercises_than_the_page_promises(page: str) -> None:
    assert "more than two hundred exercises" in text_of(page)
    assert len(catalogue()) > 200
