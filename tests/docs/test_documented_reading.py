"""The tables in the page of reading: what is written is spoken as they say."""

import re

from helpers.cases import cases
from helpers.pages import text_of
from voicecoach.speech.reading import read

_TABLE = re.compile(r"<!-- read: (\w+) -->\n.*\n.*\n((?:\|.*\n)+)")


def _rows() -> dict[str, tuple[str, str, str]]:
    tables = _TABLE.findall(text_of("docs/reading.md"))
    lines = ((language, line) for language, table in tables for line in table.splitlines())
    cells = (
        (language, *re.split(r" \| ", line.strip("| "), maxsplit=1)) for language, line in lines
    )
    return {written: (language, written.strip("`"), spoken) for language, written, spoken in cells}


@cases(("language", "written", "spoken"), _rows())
def test_a_text_is_read_as_the_page_says(language: str, written: str, spoken: str) -> None:
    assert read(written, language) == spoken
