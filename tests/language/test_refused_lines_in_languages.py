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
    "uk": {
        "Плавання 50 метрів": "Плавання 50 метрів за 0:30",
        "Веслування 500 м": "Веслування 500 м за 3:00",
        "Присідання 3x10 з вагою 20 кг": "Присідання 3x10 @ 20 кг",
        "Присідання 3х10, 20 кг": "Присідання 3x10 @ 20 кг",
        "Присідання 3 підходи": "Присідання 3x10",
        "Присідання 10": "Присідання x10",
        "Планка 3 рази по 30 секунд": "Планка 3x30 секунд",
        "Планка 30 секундд": "Планка 30с",
        "Віджимання до відмови": "Віджимання max за",
        "Погляд праворуч і ліворуч 30 с": "Погляд 30 с, на кожен бік",
        "Відпочинок": "відпочинок 60s",
        "Відпочинок за потреби": "відпочинок 60s",
        "Присідання 3x10, відпочинок за потреби": "Присідання 3x10, відпочинок",
        "Міст 10 разів, утримання 5 с": "Міст 10x5 с утримання",
        "Біг 10 хв легко": "Біг 10 хв @ легко",
        "Щохвилини 10 берпі": "emom: ",
        "Кожні 30 с 10 берпі": "every: 30 с",
        "3 кола: 10 присідань, 10 віджимань": "rounds: 3, do: [10 присідань, 10 віджимань]",
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
