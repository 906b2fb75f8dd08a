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
    "es": {
        "Correr 400 metros": "Correr 400 metros en 2:24",
        "Sentadillas 3x10 con 20 kg": "Sentadillas 3x10 @ 20 kg",
        "Sentadillas 3x10 a 20 kg": "Sentadillas 3x10 @ 20 kg",
        "2-3 series de sentadillas": "sentadillas 2-3x10",
        "Sentadillas 10": "Sentadillas x10",
        "Plancha 30 segunods": "Plancha 30s",
        "1 minuto y medio de plancha": "y medio de plancha",
        "Flexiones hasta el fallo": "Flexiones max en",
        "Sentadilla en la pared todo lo que aguantes": "Sentadilla en la pared max en",
        "Mirar a derecha e izquierda 30 s": "Mirar 30 s, por lado",
        "Descanso": "descanso 60s",
        "Descanso si hace falta": "descanso 60s",
        "Sentadillas 3x10, descanso según necesites": "Sentadillas 3x10, descanso",
        "Correr 10 min suave": "Correr 10 min @ suave",
        "Cada minuto 10 burpees": "emom: ",
        "Cada 30 s 10 burpees": "every: 30 s",
        "Paseo del granjero 40 m con 24 kg en cada mano": "load: 24 kg en cada mano",
        "3 vueltas de 10 burpees": "rounds: 3, do: [10 burpees]",
        "3 rondas: 10 sentadillas, 10 flexiones": ("rounds: 3, do: [10 sentadillas, 10 flexiones]"),
    },
    "fr": {
        "Nage 50 mètres": "Nage 50 mètres en 0:30",
        "Squats 3x10 avec 20 kg": "Squats 3x10 @ 20 kg",
        "Squats 3x10 à 20 kg": "Squats 3x10 @ 20 kg",
        "Vélo 20 min à 90 tr/min": "Vélo 20 min @ 90 tr/min",
        "Marche 10 min tranquillement": "Marche 10 min @ tranquillement",
        "Marche du fermier 20 m": "Marche du fermier 20 m en 0:30",
        "Fractionné 30/30": "Fractionné 30s, repos 30s",
        "Planche 3 fois 30 s": "Planche 3x30 s",
        "Pont 10 fois, tenir 5 s": "Pont 10x5 s de maintien",
        "Squats 10 puis repos 30 s": "Squats x10, repos 30 s",
        "Fente à droite 10 fois": "Fente x10, à droite",
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
    "it": {
        "Corsa 400 metri": "Corsa 400 metri in 2:24",
        "Squat 3x10 con 20 kg": "Squat 3x10 @ 20 kg",
        "Squat 3x10 a 20 kg": "Squat 3x10 @ 20 kg",
        "2-3 serie di squat": "squat 2-3x10",
        "Squat 10": "Squat x10",
        "Plank 30 secodni": "Plank 30s",
        "Piegamenti a cedimento": "Piegamenti max in",
        "Sguardo a destra e a sinistra 30 s": "Sguardo 30 s, per lato",
        "Recupero": "recupero 60s",
        "Recupero al bisogno": "recupero 60s",
        "Squat 3x10, recupero a sensazione": "Squat 3x10, recupero",
        "Ponte 10 ripetizioni mantenendo 5 secondi": "Ponte 10x5 secondi di tenuta",
        "Corsa 10 min piano": "Corsa 10 min @ piano",
        "Ogni minuto 10 burpee": "emom: ",
        "Ogni 30 s 10 burpee": "every: 30 s",
        "3 giri di 10 burpee": "rounds: 3, do: [10 burpee]",
        "3 giri: 10 squat, 10 piegamenti": "rounds: 3, do: [10 squat, 10 piegamenti]",
    },
    "pt": {
        "Corrida 400 metros": "Corrida 400 metros em 2:24",
        "Agachamento 3x10 com 20 kg": "Agachamento 3x10 @ 20 kg",
        "Agachamento 3 séries": "Agachamento 3x10",
        "Agachamento 10": "Agachamento x10",
        "Prancha 30 segudnos": "Prancha 30s",
        "Flexões até a falha": "Flexões max em",
        "Flexões 3 séries até à exaustão": "Flexões 3x max em",
        "Olhar à direita e à esquerda 30 s": "Olhar 30 s, de cada lado",
        "Descanso": "descanso 60s",
        "Descanso se precisar": "descanso 60s",
        "Agachamento 3x10, descanso livre": "Agachamento 3x10, descanso",
        "Corrida 10 min leve": "Corrida 10 min @ leve",
        "A cada minuto 10 burpees": "emom: ",
        "A cada 30 s 10 burpees": "every: 30 s",
        "3 voltas de 10 burpees": "rounds: 3, do: [10 burpees]",
        "3 voltas: 10 agachamentos, 10 flexões": "rounds: 3, do: [10 agachamentos, 10 flexões]",
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
