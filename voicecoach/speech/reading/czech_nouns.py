"""Czech nouns of workouts in the forms that stand beside numbers: `dvě série`, `pět sérií`.

What gender a noun has, and how it is declined, only a list can tell.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct


class Noun(Struct, frozen=True):
    """The forms beside 1, 2 and 5, the genitive singular, the locatives, and the accusative."""

    gender: Literal["feminine", "masculine", "neuter"]
    one: str
    few: str
    many: str
    genitive: str
    locative: str
    locatives: str
    accusative: str = ""


_NOUNS = (
    Noun("feminine", "sekunda", "sekundy", "sekund", "sekundy", "sekundě", "sekundách", "sekundu"),
    Noun("feminine", "vteřina", "vteřiny", "vteřin", "vteřiny", "vteřině", "vteřinách", "vteřinu"),
    Noun("feminine", "minuta", "minuty", "minut", "minuty", "minutě", "minutách", "minutu"),
    Noun("feminine", "hodina", "hodiny", "hodin", "hodiny", "hodině", "hodinách", "hodinu"),
    Noun("feminine", "série", "série", "sérií", "série", "sérii", "sériích", "sérii"),
    Noun("feminine", "výdrž", "výdrže", "výdrží", "výdrže", "výdrži", "výdržích"),
    Noun("feminine", "strana", "strany", "stran", "strany", "straně", "stranách", "stranu"),
    Noun("feminine", "noha", "nohy", "nohou", "nohy", "noze", "nohách", "nohu"),
    Noun("feminine", "ruka", "ruce", "rukou", "ruky", "ruce", "rukách", "ruku"),
    Noun("feminine", "pauza", "pauzy", "pauz", "pauzy", "pauze", "pauzách", "pauzu"),
    Noun("feminine", "míle", "míle", "mil", "míle", "míli", "mílích", "míli"),
    Noun("feminine", "kalorie", "kalorie", "kalorií", "kalorie", "kalorii", "kaloriích"),
    Noun("feminine", "kilokalorie", "kilokalorie", "kilokalorií", "kilokalorie", "kilokalorii",
        "kilokaloriích"),
    Noun("feminine", "délka", "délky", "délek", "délky", "délce", "délkách", "délku"),
    Noun("feminine", "část", "části", "částí", "části", "části", "částech"),
    Noun("neuter", "opakování", "opakování", "opakování", "opakování", "opakování",
        "opakováních"),
    Noun("neuter", "kolo", "kola", "kol", "kola", "kole", "kolech"),
    Noun("neuter", "cvičení", "cvičení", "cvičení", "cvičení", "cvičení", "cvičeních"),
    Noun("neuter", "procento", "procenta", "procent", "procenta", "procentu", "procentech"),
    Noun("masculine", "cvik", "cviky", "cviků", "cviku", "cviku", "cvicích"),
    Noun("masculine", "nádech", "nádechy", "nádechů", "nádechu", "nádechu", "nádeších"),
    Noun("masculine", "dech", "dechy", "dechů", "dechu", "dechu", "deších"),
    Noun("masculine", "krok", "kroky", "kroků", "kroku", "kroku", "krocích"),
    Noun("masculine", "dřep", "dřepy", "dřepů", "dřepu", "dřepu", "dřepech"),
    Noun("masculine", "klik", "kliky", "kliků", "kliku", "kliku", "klicích"),
    Noun("masculine", "výpad", "výpady", "výpadů", "výpadu", "výpadu", "výpadech"),
    Noun("masculine", "okruh", "okruhy", "okruhů", "okruhu", "okruhu", "okruzích"),
    Noun("masculine", "metr", "metry", "metrů", "metru", "metru", "metrech"),
    Noun("masculine", "centimetr", "centimetry", "centimetrů", "centimetru", "centimetru",
        "centimetrech"),
    Noun("masculine", "milimetr", "milimetry", "milimetrů", "milimetru", "milimetru",
        "milimetrech"),
    Noun("masculine", "kilometr", "kilometry", "kilometrů", "kilometru", "kilometru",
        "kilometrech"),
    Noun("masculine", "kilogram", "kilogramy", "kilogramů", "kilogramu", "kilogramu",
        "kilogramech"),
    Noun("masculine", "gram", "gramy", "gramů", "gramu", "gramu", "gramech"),
    Noun("masculine", "litr", "litry", "litrů", "litru", "litru", "litrech"),
    Noun("masculine", "mililitr", "mililitry", "mililitrů", "mililitru", "mililitru",
        "mililitrech"),
    Noun("masculine", "stupeň", "stupně", "stupňů", "stupně", "stupni", "stupních"),
)  # fmt: skip
BY_FORM: Mapping[str, Noun] = {
    form: noun
    for noun in _NOUNS
    for form in (
        noun.one, noun.few, noun.many, noun.genitive, noun.locative, noun.locatives,
        noun.accusative,
    )
    if form
}  # fmt: skip
FORM = "|".join(sorted(BY_FORM, key=len, reverse=True))
