"""Lines in other languages that leave a doubt: the error shows what to write instead."""

import json

import pytest

from helpers.routines import errors_of, with_workout

# A line, and what its hint shows.
REFUSED = {
    "de": {
        "Laufen 400 Meter": "Laufen 400 Meter in 2:24",
        "Kniebeugen 3x10 mit 20 kg": "Kniebeugen 3x10 @ 20 kg",
        "2-3 Sätze Kniebeugen": "Kniebeugen 2-3x10",
        "Hüftkreise 5": "Hüftkreise x5",
        "Plank 30 Sekudnen": "Plank 30s",
        "Liegestütze bis zum Muskelversagen": "Liegestütze max in",
        "Wandsitz so lange wie möglich": "Wandsitz max in",
        "Blick rechts und links 30 s": "Blick 30 s, je Seite",
        "Pause": "Pause 60s",
        "Pause nach Bedarf": "Pause 60s",
        "Kniebeugen 3x10, Pause nach Bedarf": "Kniebeugen 3x10, Pause",
        "Laufen 10 min locker": "Laufen 10 min @ locker",
        "Jede Minute 10 Burpees": "emom: ",
        "Alle 30 s 10 Burpees": "every: 30 s",
        "3 Runden: 10 Kniebeugen, 10 Liegestütze": "rounds: 3, do: [10 Kniebeugen, 10 Liegestütze]",
    },
    "fr": {
        "Nage 50 mètres": "Nage 50 mètres en 0:30",
        "Squats 3x10 avec 20 kg": "Squats 3x10 @ 20 kg",
        "Squats 3x10 à 20 kg": "Squats 3x10 @ 20 kg",
        "Squats 3 séries": "Squats 3x10",
        "Squats 10": "Squats x10",
        "Planche 30 secondse": "Planche 30s",
        "Pompes jusqu’à l’échec": "Pompes max en",
        "Regard à droite et à gauche 30 s": "Regard 30 s, de chaque côté",
        "Repos": "repos 60s",
        "Repos si besoin": "repos 60s",
        "Squats 3x10, repos si besoin": "Squats 3x10, repos",
        "Course 10 min facile": "Course 10 min @ facile",
        "Toutes les minutes 10 burpees": "emom: ",
        "Toutes les 30 s 10 burpees": "every: 30 s",
        "3 tours : 10 squats, 10 pompes": "rounds: 3, do: [10 squats, 10 pompes]",
    },
    "pl": {
        "Bieg 400 metrów": "Bieg 400 metrów w 2:24",
        "Przysiady 3x10 z obciążeniem 20 kg": "Przysiady 3x10 @ 20 kg",
        "2-3 serie przysiadów": "przysiadów 2-3x10",
        "Przysiady 10": "Przysiady x10",
        "Pompki do upadku": "Pompki max w",
        "Krzesełko jak najdłużej": "Krzesełko max w",
        "Patrzenie w prawo i w lewo 30 s": "Patrzenie 30 s, na stronę",
        "Przerwa w razie potrzeby": "przerwa 60s",
        "Bieg 10 min spokojnie": "Bieg 10 min @ spokojnie",
        "Co minutę 10 burpees": "emom: ",
        "Co 30 s 10 burpees": "every: 30 s",
        "3 rundy: 10 przysiadów, 10 pompek": "rounds: 3, do: [10 przysiadów, 10 pompek]",
    },
    "cs": {
        "Běh 400 metrů": "Běh 400 metrů za 2:24",
        "Dřepy 3x10 se zátěží 20 kg": "Dřepy 3x10 @ 20 kg",
        # Ten seconds, or ten with a break?
        "Dřepy 3x10 s pauzou 45 s": "- Dřepy 3x10",
        "Most 10x s výdrží 5 s": "Most 10x5 s výdrž",
        "2-3 série dřepů": "dřepů 2-3x10",
        "Dřepy 10": "Dřepy x10",
        "Kliky do selhání": "Kliky max za",
        "Pohled vpravo a vlevo 30 s": "Pohled 30 s, na každou stranu",
        "Pauza podle potřeby": "pauza 60s",
        "Běh 10 min volně": "Běh 10 min @ volně",
        "Každou minutu 10 angličáků": "emom: ",
        "Každých 30 s 10 angličáků": "every: 30 s",
        "3 kola: 10 dřepů, 10 kliků": "rounds: 3, do: [10 dřepů, 10 kliků]",
    },
}


@pytest.mark.parametrize(
    ("language", "line"),
    [(language, line) for language, lines in REFUSED.items() for line in lines],
)
def test_a_line_that_leaves_a_doubt_is_refused_with_what_to_write(language: str, line: str) -> None:
    routine = with_workout(f"- {json.dumps(line, ensure_ascii=False)}", f"language: {language}")
    (problem,) = errors_of(routine)
    assert REFUSED[language][line] in (problem.hint or "")
