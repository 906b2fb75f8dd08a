"""How numbers, units and abbreviations are read aloud: `helpers.reading_rows` has each language."""

import re
from collections.abc import Sequence
from importlib import import_module

from hypothesis import given
from hypothesis import strategies as st

from helpers import reading_rows
from helpers.cases import cases
from helpers.language_rows import all_rows, languages_of, rows_of
from voicecoach import phrases
from voicecoach.speech import reading
from voicecoach.speech.reading import Reading, read, reading_languages

LANGUAGES = languages_of(reading_rows)
LEAST_ROWS = 20

# What texts with numbers are made of, so that rules meet.
_PIECES = (
    *"0123456789 x×-–/:.,'\"&@#°%½()IVLR<>≥~±=",
    " kg",
    "s",
    " min",
    "1:30",
    "reps",
    "No. ",
    "Part ",
    "3x10",
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join) | st.text()


def test_every_language_that_is_read_by_rules_has_its_rows() -> None:
    assert reading_languages() == LANGUAGES
    assert [tag for tag in LANGUAGES if len(rows_of(reading_rows, tag)) < LEAST_ROWS] == []


def test_words_that_are_looked_for_together_have_no_groups() -> None:
    for tag in LANGUAGES:
        words = import_module(f"{reading.__name__}.{tag}")._ABBREVIATIONS
        assert [word for word in words if re.compile(word).groups] == [], tag


@cases(("language", "text", "spoken"), all_rows(reading_rows))
def test_a_text_is_read_by_the_rules_of_its_language(language: str, text: str, spoken: str) -> None:
    assert read(text, language) == spoken


def test_a_region_is_read_like_its_language_and_another_language_as_it_is_written() -> None:
    assert read("8 kg", "en-GB") == "8 kilograms"
    assert read("8 kg", "da") == "8 kg"


COMMA_LANGUAGES = [tag for tag in LANGUAGES if phrases.load(tag).number(0.5) == "0,5"]


@cases("language", {language: language for language in COMMA_LANGUAGES})
def test_a_point_before_one_or_two_digits_of_an_amount_is_a_decimal_comma(language: str) -> None:
    assert read("2.5 kg", language) == read("2,5 kg", language)
    assert read("1.25 km", language) == read("1,25 km", language)
    assert read("2.5-7.5 kg", language) == read("2,5-7,5 kg", language)
    assert read("2.500 kg", language) != read("2,5 kg", language)


def test_a_pronunciation_wins_over_the_rules_and_is_not_read_again() -> None:
    reading = Reading({"rdl": "3x10 kg", "kg": "kilos"}, "en")
    assert reading.aloud("RDL 30 s with 8 kg") == "3x10 kg 30 seconds with 8 kilos"


@cases("language", {language: language for language in LANGUAGES})
@given(_TEXTS)
def test_what_is_read_already_stays_as_it_is(language: str, text: str) -> None:
    spoken = read(text, language)
    assert read(spoken, language) == spoken


@cases("language", {language: language for language in LANGUAGES})
@given(_TEXTS)
def test_a_text_with_letters_is_never_empty(language: str, text: str) -> None:
    assert read(f"Go {text}", language)


@cases("language", {language: language for language in phrases.languages()})
def test_the_sample_of_a_language_is_read_as_it_is_written(language: str) -> None:
    sample: Sequence[str] = phrases.load(language).sample
    assert [read(line, language) for line in sample] == sample
