"""Times in the grammatical case that a phrase asks for, with Polish words."""

from babel import Locale

from voicecoach.phrases import Phrases, load

POLISH = Phrases(
    Locale.parse("pl"),
    {
        "hold": "utrzymaj przez {time:accusative}",
        "about": "około {time:genitive}",
        "plain": "{time}",
        "sets": {"one": "{n} seria", "few": "{n} serie", "many": "{n} serii", "other": "{n} serii"},
        "minutes_seconds": "{minutes} {n}",
        "time_cases": {
            "accusative": {"minute": {"one": "{n} minutę"}, "second": {"one": "{n} sekundę"}},
            "genitive": {"minute": {"one": "{n} minuty", "few": "{n} minut", "many": "{n} minut"}},
        },
    },
)


def said(phrase: str, length_ms: int) -> str:
    return POLISH.say(phrase, time=POLISH.time(length_ms))


def test_a_phrase_has_a_time_in_the_case_that_it_names() -> None:
    assert said("hold", 60_000) == "utrzymaj przez 1 minutę"
    assert said("about", 120_000) == "około 2 minut"
    assert said("plain", 60_000) == "1 minuta"


def test_forms_that_a_case_does_not_list_are_those_of_the_cldr() -> None:
    assert said("hold", 120_000) == "utrzymaj przez 2 minuty"
    assert said("hold", 1_500) == "utrzymaj przez 1,5 sekundy"


def test_minutes_before_seconds_stand_in_the_case_too() -> None:
    assert said("hold", 90_000) == "utrzymaj przez 1 minutę 30"


def test_how_often_something_comes_has_cases() -> None:
    assert POLISH.say("hold", time=POLISH.interval(60_000)) == "utrzymaj przez 1 minutę"
    assert POLISH.say("hold", time=POLISH.interval(90_000)) == "utrzymaj przez 90 sekund"


def test_a_number_has_the_plural_form_of_the_language() -> None:
    numbers = {n: POLISH.say("sets", n) for n in (1, 2, 5, 22)}
    assert numbers == {1: "1 seria", 2: "2 serie", 5: "5 serii", 22: "22 serie"}


def test_braces_reach_nothing_but_the_values_of_a_phrase() -> None:
    words = Phrases(Locale.parse("en"), {"odd": "{n.__class__} {n!r} {n:>99999999} {0} {}"})
    assert words.say("odd", 3) == "{n.__class__} {n!r} {n:>99999999} {0} {}"


def test_a_phrase_of_the_sheet_may_name_a_case() -> None:
    polish = load("pl")
    sheet = {"rest": "przez {time:accusative}"}
    words = Phrases(polish.locale, {**polish.texts, "sheet": sheet})
    assert words.sheet("rest", time=words.time(60_000)) == "przez 1 minutę"
