"""docs/languages.md says of each language what there is, and no more."""

import re
from collections.abc import Iterator

import pytest
from babel import Locale

from helpers import line_rows, reading_rows
from helpers.espeak_voices import ESPEAK
from helpers.golden import RENEW
from helpers.language_rows import languages_of, rows_of
from helpers.pages import ROOT
from voicecoach import phrases
from voicecoach.language.definitions import catalogue
from voicecoach.speech.piper_voices.recommended import recommended
from voicecoach.speech.reading import reading_languages

PAGE = ROOT / "docs/languages.md"
TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- end -->)", re.DOTALL)
HEAD = ("language", "tag", "what is said", "lines", "read aloud", "catalogue", "espeak-ng", "Piper")


def table() -> str:
    rows = [HEAD, ("---",) * len(HEAD), *(tuple(cells(tag)) for tag in phrases.languages())]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def cells(tag: str) -> Iterator[str]:
    yield Locale.parse(tag, sep="-").english_name or tag
    yield f"`{tag}`"
    # Other tests see to it that no phrase is missing.
    yield "all"
    yield "all" if tag == "en" else f"{len(rows_of(line_rows, tag))} tried"
    is_read = tag in reading_languages() and tag in languages_of(reading_rows)
    yield f"{len(rows_of(reading_rows, tag))} tried" if is_read else "as written"
    exercises = len(catalogue(tag))
    yield "all" if exercises == len(catalogue()) else f"{exercises} of {len(catalogue())}"
    yield f"`{ESPEAK[tag]}`"
    voice = recommended(tag)
    yield "none" if voice is None else f"`{voice}`"


def test_the_table_of_languages_is_what_the_files_hold(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption(RENEW):
        # The table has no backslashes that a replacement would read.
        PAGE.write_text(TABLE.sub(table(), PAGE.read_text("utf-8")), "utf-8", newline="\n")
    (shown,) = TABLE.findall(PAGE.read_text("utf-8"))
    assert shown == table(), f"pytest {RENEW} writes it anew"
