"""The routines in the documentation are exported to the files that the page shows."""

import pytest

from helpers.exports import exported
from helpers.pages import Example, examples, file_in, text_of
from voicecoach.exporting import formats

EXPORTING = "docs/exporting.md"
EXPORTED = [each for each in examples(EXPORTING) if each.mark.startswith("exported: ")]
# As their fences say.
FORMATS = {"json": "json", "markdown": "md", "xml": "zwo", "csv": "csv", "ics": "ics"}


@pytest.mark.parametrize("example", EXPORTED, ids=str)
def test_a_routine_is_exported_to_the_file_that_the_page_shows(example: Example) -> None:
    routine = file_in(EXPORTING, example.mark.removeprefix("exported: "))
    content = exported(routine, FORMATS[example.language]).content.decode("utf-8-sig")
    assert content.replace("\r\n", "\n") == example.text


def test_every_format_is_described() -> None:
    for name in formats.format_names():
        assert f"`.{name}`" in text_of(EXPORTING)
