"""Polish nouns of workouts in the forms that stand beside numbers: `dwie serie`, `pięć serii`.

What gender a noun has, and how it is declined, only a list can tell.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct


class Noun(Struct, frozen=True):
    """The forms beside 1, 2 and 5, the genitive singular, and those of other cases with 1."""

    gender: Literal["feminine", "masculine", "neuter"]
    one: str
    few: str
    many: str
    genitive: str
    others: tuple[str, ...] = ()


_NOUNS = (
    Noun("feminine", "sekunda", "sekundy", "sekund", "sekundy", ("sekundę", "sekundzie")),
    Noun("feminine", "minuta", "minuty", "minut", "minuty", ("minutę", "minucie")),
    Noun("feminine", "godzina", "godziny", "godzin", "godziny", ("godzinę", "godzinie")),
    Noun("feminine", "seria", "serie", "serii", "serii", ("serię",)),
    Noun("feminine", "runda", "rundy", "rund", "rundy", ("rundę", "rundzie")),
    Noun("feminine", "strona", "strony", "stron", "strony", ("stronę", "stronie")),
    Noun("feminine", "noga", "nogi", "nóg", "nogi", ("nogę", "nodze")),
    Noun("feminine", "ręka", "ręce", "rąk", "ręki", ("rękę", "ręce")),
    Noun("feminine", "przerwa", "przerwy", "przerw", "przerwy", ("przerwę", "przerwie")),
    Noun("feminine", "pompka", "pompki", "pompek", "pompki", ("pompkę", "pompce")),
    Noun("feminine", "mila", "mile", "mil", "mili", ("milę",)),
    Noun("feminine", "kaloria", "kalorie", "kalorii", "kalorii", ("kalorię",)),
    Noun("feminine", "kilokaloria", "kilokalorie", "kilokalorii", "kilokalorii"),
    Noun("feminine", "długość", "długości", "długości", "długości"),
    Noun("feminine", "część", "części", "części", "części"),
    Noun("neuter", "powtórzenie", "powtórzenia", "powtórzeń", "powtórzenia", ("powtórzeniu",)),
    Noun("neuter", "okrążenie", "okrążenia", "okrążeń", "okrążenia", ("okrążeniu",)),
    Noun("neuter", "ćwiczenie", "ćwiczenia", "ćwiczeń", "ćwiczenia", ("ćwiczeniu",)),
    Noun("neuter", "uderzenie", "uderzenia", "uderzeń", "uderzenia"),
    Noun("neuter", "wejście", "wejścia", "wejść", "wejścia"),
    Noun("neuter", "podciągnięcie", "podciągnięcia", "podciągnięć", "podciągnięcia"),
    Noun("masculine", "oddech", "oddechy", "oddechów", "oddechu"),
    Noun("masculine", "krok", "kroki", "kroków", "kroku"),
    Noun("masculine", "przysiad", "przysiady", "przysiadów", "przysiadu"),
    Noun("masculine", "wykrok", "wykroki", "wykroków", "wykroku"),
    Noun("masculine", "skok", "skoki", "skoków", "skoku"),
    Noun("masculine", "dzień", "dni", "dni", "dnia"),
    Noun("masculine", "tydzień", "tygodnie", "tygodni", "tygodnia"),
    Noun("masculine", "metr", "metry", "metrów", "metra"),
    Noun("masculine", "centymetr", "centymetry", "centymetrów", "centymetra"),
    Noun("masculine", "milimetr", "milimetry", "milimetrów", "milimetra"),
    Noun("masculine", "kilometr", "kilometry", "kilometrów", "kilometra"),
    Noun("masculine", "kilogram", "kilogramy", "kilogramów", "kilograma"),
    Noun("masculine", "gram", "gramy", "gramów", "grama"),
    Noun("masculine", "litr", "litry", "litrów", "litra"),
    Noun("masculine", "mililitr", "mililitry", "mililitrów", "mililitra"),
    Noun("masculine", "stopień", "stopnie", "stopni", "stopnia"),
    Noun("masculine", "procent", "procent", "procent", "procenta"),
    Noun("masculine", "raz", "razy", "razy", "razu"),
)  # fmt: skip
BY_FORM: Mapping[str, Noun] = {
    form: noun
    for noun in _NOUNS
    for form in (noun.one, noun.few, noun.many, noun.genitive, *noun.others)
}
FORM = "|".join(sorted(BY_FORM, key=len, reverse=True))
