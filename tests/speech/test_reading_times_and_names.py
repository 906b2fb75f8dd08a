"""How times, names made of numbers and what looks like either are read aloud, a table a language."""

from helpers.cases import inputs
from voicecoach.speech.reading import read

ENGLISH_TIMES = {
    "Hold 30''.": "Hold 30 seconds.",
    "Hold 30′′.": "Hold 30 seconds.",
    "Hold 30″.": "Hold 30 seconds.",
    "1'30''": "1 minute 30",
    "1'30": "1 minute 30",
    "1'05": "1 minute 5 seconds",
    '"10" reps': '"10" repetitions',
    "Swim 25m 4 times": "Swim 25 meters 4 times",
    "Sprint 20m 6x": "Sprint 20 meters 6 times",
    "1'000 m": "1000 meters",
    "10m x 4": "10 meters 4 times",
    "Walk 1h 4 times": "Walk 1 hour 4 times",
    "1h 30min": "1 hour 30",
    "1m 30s": "1 minute 30",
    "1:30 Min.": "1 minute 30.",
    "1:30 min. each": "1 minute 30 each",
    "6:00 min./km": "6 minutes per kilometer",
    "from 9:30–10:30 am": "from 9:30 to 10:30 am",
    "7:00-8:00 pm": "7:00 to 8:00 pm",
    "Meet at 7:15": "Meet at 7:15",
    "until 18:30": "until 18:30",
    "Row at 5:00/km": "Row at 5 minutes per kilometer",
    "from 0:30 to 1:00": "from 30 seconds to 1 minute",
}
GERMAN_TIMES = {
    "Halte 30''.": "Halte 30 Sekunden.",
    "1'30": "eine Minute 30",
    "1:30 Min.": "eine Minute 30.",
    "1:15 Std": "eine Stunde 15",
    "6:00 Min./km": "6 Minuten pro Kilometer",
    "2:00-3:00 Min.": "2 Minuten bis 3 Minuten.",
    "1:15-2:30 Std": "eine Stunde 15 bis 2 Stunden 30",
    "7:30-8:30 Uhr": "7:30 bis 8:30 Uhr",
    "um 7:30": "um 7:30",
    "von 9:00 bis 10:00": "von 9:00 bis 10:00",
}
FRENCH_TIMES = {
    "de 9:00 à 10:00": "de 9:00 à 10:00",
    "à 10:00": "à 10:00",
    "5:00-6:00": "5 minutes à 6 minutes",
}
ENGLISH_NAMES = {
    "call 555-1234": "call 555-1234",
    "(555) 123-4567": "(555) 123-4567",
    "row 500-1000": "row 500 to 1000",
    "in your 50s": "in your fifties",
    "In your 50s you need more": "In your fifties you need more",
    "in the 80s.": "in the eighties.",
    "'90s hits": "nineties hits",
    "in your 50s plank": "in your 50 seconds plank",
    "Set V-ups aside": "Set V-ups aside",
    "Level X-band walk": "Level X-band walk",
    "RPE 7-8/10": "R P E 7 to 8 of 10",
    "Workout 1/3": "Workout 1 of 3",
    "Session 1/4": "Session 1 of 4",
    "30s/30s": "30 seconds, 30 seconds",
    "20 kg/hand": "20 kilograms each hand",
    "2x20kg/hand": "2 times 20 kilograms each hand",
    "30 s/side": "30 seconds each side",
    "3x/week": "3 times a week",
    "1x/week": "once a week",
    "Tempo 31X0": "Tempo 3, 1, X, 0",
    "Is it heavy? No. 10 more.": "Is it heavy? No. 10 more.",
    "5 min., then": "5 minutes, then",
}
GERMAN_NAMES = {
    "Woche 1 Tag 2": "Woche 1 Tag 2",
    "Runde 1 Pause 10 s": "Runde 1 Pause 10 Sekunden",
    "Übung 1 min": "Übung eine Minute",
    "Mach 1 Runde": "Mach eine Runde",
    "Ruf 030-123456 an": "Ruf 030-123456 an",
    "Schritt 1/3": "Schritt 1 von 3",
    "Übung 1/5": "Übung 1 von 5",
    "1x/Woche": "einmal pro Woche",
    "in der 2. Runde": "in der zweiten Runde",
    "Die 2. Runde": "Die zweite Runde",
    "30-s-Pause": "30-Sekunden-Pause",
    "eine 3/4 Stunde": "eine dreiviertel Stunde",
}
FRENCH_NAMES = {
    "Série 1 pause 10 s": "Série 1 pause 10 secondes",
    "Exercice 1 min": "Exercice une minute",
    "1 000 m": "1000 mètres",
    "1\u202f000 m": "1000 mètres",
    "2/3": "deux tiers",
    "@ 20 kg": "à 20 kilogrammes",
}


@inputs(("text", "spoken"), ENGLISH_TIMES)
def test_english_times_are_told_from_distances_and_times_of_day(text: str, spoken: str) -> None:
    assert read(text, "en") == spoken


@inputs(("text", "spoken"), GERMAN_TIMES)
def test_german_times_are_told_from_distances_and_times_of_day(text: str, spoken: str) -> None:
    assert read(text, "de") == spoken


@inputs(("text", "spoken"), FRENCH_TIMES)
def test_french_times_are_told_from_distances_and_times_of_day(text: str, spoken: str) -> None:
    assert read(text, "fr") == spoken


@inputs(("text", "spoken"), ENGLISH_NAMES)
def test_english_numbers_of_parts_and_names_are_no_amounts(text: str, spoken: str) -> None:
    assert read(text, "en") == spoken


@inputs(("text", "spoken"), GERMAN_NAMES)
def test_german_numbers_of_parts_and_names_are_no_amounts(text: str, spoken: str) -> None:
    assert read(text, "de") == spoken


@inputs(("text", "spoken"), FRENCH_NAMES)
def test_french_numbers_of_parts_and_names_are_no_amounts(text: str, spoken: str) -> None:
    assert read(text, "fr") == spoken
