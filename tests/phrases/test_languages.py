"""The languages that the program speaks and reads: nothing is missing in one that another has."""

from collections import Counter, defaultdict
from decimal import Decimal
from itertools import chain
from typing import get_args

import pytest
from babel import Locale

from helpers.phrase_files import braces, phrase_file
from voicecoach import phrases
from voicecoach.language.grammar.lexicon import lexicon

LANGUAGES = phrases.languages()
REST_COMES = {"first", "last"}
SAMPLE_WORDS = range(55, 66)

# What stands in braces: times, which have cases, and the rest.
TIMES = ("time", "total", "gone", "left", "minutes")
OTHERS = "all amount distance dose effort efforts list load number reps side title what work"
SAMPLE_VALUES = dict.fromkeys(OTHERS.split(), "A")

# Meanings that may share a word, and what tells them apart.
TOLD_APART = {
    # "3 times 10", and "10 times".
    frozenset({"times", "rep"}),
    # "5 breaths", and the numbers of a breath behind a name that speaks of it.
    frozenset({"breath", "breathe"}),
    # "4 slow breaths", and "easy" at the end of a line.
    frozenset({"breathing", "effort"}),
    # A distance has a time; without one, these are the rounds of a circuit.
    frozenset({"lap", "round"}),
    # Sets say what is done in each; what is left over in a name is a circuit.
    frozenset({"set", "round"}),
    # "3 по 10", and "3 підходи по 10".
    frozenset({"of", "times"}),
    # "3 set på 30 s", and "20 på 60 s".
    frozenset({"in", "of"}),
    # "3 Sätze mit 10", and "mit 60 s Pause".
    frozenset({"of", "with"}),
    # "3 Sätze mit 10", "mit 60 s Pause", and "mit 20 kg"; "8 à 12", and "à 20 kg".
    frozenset({"at", "of", "with"}),
    frozenset({"at", "to", "with"}),
    # "45 s Pause dazwischen", and "dazwischen 45 s Pause".
    frozenset({"between", "with"}),
    # "3 por 10", and "por 30 segundos".
    frozenset({"for", "times"}),
    # "8 a 12", and "a 20 kg".
    frozenset({"at", "to"}),
    # "3 fois par jour", and "10 swings par minute".
    frozenset({"a_day", "per"}),
    # "3 Sätze je 10", and "10 Swings je Minute".
    frozenset({"of", "per"}),
    # "3 set à 10", and "8 à 12".
    frozenset({"of", "to"}),
    # "8 à 12", and "à 10 kg".
    frozenset({"to", "with"}),
    # "8 bis 12", and "bis" at the end of a name.
    frozenset({"to", "until"}),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_phrases_of_english_with_the_same_words_in_braces(language: str) -> None:
    assert braces(phrase_file(language)) == braces(phrase_file("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_depends_on_a_number_has_the_plural_forms_of_the_language(language: str) -> None:
    locale = phrases.load(language).locale
    needed = {locale.plural_form(number) for number in range(200)} | {"other"}
    incomplete = {
        key: needed - phrase.keys()
        for key, phrase in phrase_file(language).items()
        if isinstance(phrase, dict) and "other" in phrase
        if not needed <= phrase.keys() <= {*locale.plural_form.tags, "other"}
    }
    assert incomplete == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_of_times_are_of_units_in_plural_forms_of_the_language(language: str) -> None:
    forms = {*phrases.load(language).locale.plural_form.tags, "other"}
    for case, units in phrase_file(language).get("time_cases", {}).items():
        assert units.keys() <= {"hour", "minute", "second"}, case
        assert all(told.keys() <= forms for told in units.values()), case


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_filled_whole_and_with_single_blanks(language: str) -> None:
    words = phrases.load(language)
    for key, phrase in phrase_file(language).items():
        if not isinstance(phrase, str) and "other" not in phrase:
            continue
        for n in (1, 2, 5, 21, 100):
            said = words.say(
                key, n, **SAMPLE_VALUES, **{name: words.time(90_000) for name in TIMES}
            )
            assert not set("{}") & set(said), (key, said)
            assert said == " ".join(said.split()), (key, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_words_for_all_that_english_lines_can_say(language: str) -> None:
    written = phrase_file(language)["written"]
    assert written.keys() == phrase_file("en")["written"].keys()
    assert written.pop("rest_comes") in REST_COMES
    assert [meaning for meaning, words in written.items() if not words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_words_for_all_that_english_plans_say(language: str) -> None:
    plans = phrase_file(language)["plans"]
    assert plans.keys() == phrase_file("en")["plans"].keys()
    assert [meaning for meaning, words in plans.items() if not all(map(str, words))] == []
    assert all(word.rpartition(" ")[2].isdecimal() for word in plans["numbers"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_line_is_a_text_and_stands_once_in_its_row(language: str) -> None:
    written = phrase_file(language)["written"]
    written.pop("rest_comes")
    for meaning, words in written.items():
        assert all(isinstance(word, str) for word in words), meaning
        assert len({word.casefold() for word in words}) == len(words), meaning


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_means_one_thing_unless_its_place_tells_which(language: str) -> None:
    meanings = defaultdict(set)
    for meaning, words in lexicon(language).phrases.items():
        for word in chain.from_iterable(words.values()):
            meanings[word].add(meaning)
    shared = {word: found for word, found in meanings.items() if len(found) > 1}
    assert {word: found for word, found in shared.items() if found not in TOLD_APART} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_effort_has_words_and_no_word_has_two(language: str) -> None:
    efforts = phrase_file(language)["efforts"]
    assert efforts.keys() == set(get_args(phrases.EffortLevel))
    assert [level for level, words in efforts.items() if not words] == []
    assert [word for word, count in Counter(chain(*efforts.values())).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ending_does_not_change_the_level_of_an_effort(language: str) -> None:
    file = phrase_file(language)
    levels = defaultdict(set)
    for level, words in file["efforts"].items():
        for word in words:
            for ending in ("", *file["effort_endings"]):
                levels[f"{word}{ending}".casefold()].add(level)
    assert {word: found for word, found in levels.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_that_voices_are_timed_by_has_about_60_words(language: str) -> None:
    sample = phrases.load(language).sample
    assert len(sample) == 7
    assert len(" ".join(sample).split()) in SAMPLE_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_units_stand_apart_by_plain_blanks(language: str) -> None:
    words = phrases.load(language)
    said = words.time(20_000) + words.distance(Decimal(15), "cal")
    assert "\xa0" not in said
    assert "\u202f" not in said


def test_from_a_minute_on_times_are_told_in_whole_seconds() -> None:
    english = phrases.load("en")
    assert english.time(531_084) == "8 minutes 51"
    assert english.time(119_600) == "2 minutes"
    assert english.time(1_500) == "1.5 seconds"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_length_of_time_is_told_in_words_of_the_language(language: str) -> None:
    words = phrases.load(language)
    assert "duration" not in "".join(
        words.time(length_ms) for length_ms in (1_000, 60_000, 7_200_000)
    )


@pytest.mark.parametrize(("language", "told"), [("ja", "1 分"), ("zh", "1分钟"), ("ko", "1분")])
def test_languages_that_write_no_unit_out_have_its_short_form(language: str, told: str) -> None:
    words = phrases.Phrases(Locale.parse(language), {})
    assert words.time(60_000) == told
    assert "length" not in words.distance(Decimal(5), "km")
