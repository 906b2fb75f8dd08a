"""What is announced in languages with cases, as it is read aloud."""

from helpers.cases import inputs
from helpers.routines import plan_of, with_workout
from voicecoach.speech.reading import read

POLISH = {
    "- Przysiady 2x5, rest 30s": "Przysiady, dwie serie po 5.",
    "- Przysiady 5x5, rest 30s": "Przysiady, 5 serii po 5.",
    "- Wstawanie 2x1, rest 30s": "Wstawanie, dwie serie, w każdej jedno powtórzenie.",
    "- Pompki x1": "Pompki, jedno powtórzenie.",
    "- Pompki x22": "Pompki, 22 powtórzenia.",
    "- Deska 1 min hold": "Deska, utrzymaj przez jedną minutę.",
    "- Deska 22s hold": "Deska, utrzymaj przez 20 dwie sekundy.",
    "- Deska 3x1 min, rest 10s": "Deska, 3 serie po jednej minucie.",
    "- Mostek 5x10s hold": "Mostek, utrzymaj 5 razy po 10 sekund.",
    "- Bieg 8x400m in 2:00": "Bieg, 8 razy 400 metrów, za każdym razem w dwie minuty.",
    "- Wykroki 3x10 each side, rest 10s": (
        "Wykroki, 3 serie po 10 na każdą stronę, najpierw prawa strona."
    ),
    "- amrap: 8 min\n  do: [Pompki x5, Wykroki x6 each side @ 8 kg]": (
        "Jak najwięcej rund w 8 minut: Pompki 5 razy,"
        " Wykroki 6 razy na każdą stronę z obciążeniem ośmiu kilogramów."
    ),
    "- emom: 3\n  every: 2 min\n  do: [Burpees x5]": "Co dwie minuty, 3 razy. Burpees, 5 powtórzeń.",
}
CZECH = {
    "- Dřepy 2x5, rest 30s": "Dřepy, dvě série po pěti.",
    "- Dřepy 5x5, rest 30s": "Dřepy, 5 sérií po pěti.",
    "- Vstávání 2x1, rest 30s": "Vstávání, dvě série, vždy jedno opakování.",
    "- Kliky x4": "Kliky, 4 opakování.",
    "- Plank 1 min hold": "Plank, výdrž jednu minutu.",
    "- Plank 3x1 min, rest 10s": "Plank, 3 série po jedné minutě.",
    "- Plank 3x2 min, rest 10s": "Plank, 3 série po dvou minutách.",
    "- Most 5x10s hold": "Most, 5 výdrží po deseti sekundách.",
    "- Běh 8x400m in 2:00": "Běh, 8 krát 400 metrů, vždy za dvě minuty.",
    "- Výpady 3x10 each side, rest 10s": (
        "Výpady, 3 série po deseti na každou stranu, nejdřív pravá strana."
    ),
    "- amrap: 8 min\n  do: [Kliky x5, Výpady x6 each side @ 8 kg]": (
        "Co nejvíc kol za 8 minut: Kliky 5 krát,"
        " Výpady 6 krát na každou stranu se zátěží osmi kilogramů."
    ),
    "- emom: 3\n  every: 2 min\n  do: [Angličáky x5]": (
        "Každé dvě minuty, 3 krát. Angličáky, 5 opakování."
    ),
}


@inputs(("blocks", "text"), POLISH)
def test_polish_numbers_agree_with_their_nouns(blocks: str, text: str) -> None:
    assert _announced(blocks, "pl") == text


@inputs(("blocks", "text"), CZECH)
def test_czech_numbers_agree_with_their_nouns(blocks: str, text: str) -> None:
    assert _announced(blocks, "cs") == text


def _announced(blocks: str, language: str) -> str:
    """Return the first announcement as it is read aloud."""
    timeline = plan_of(with_workout(blocks, f"language: {language}"))
    announced = next(event.text for event in timeline.events if event.role == "announce")
    return read(announced or "", language)
