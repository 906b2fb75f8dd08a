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


@inputs(("text", "spoken"), ENGLISH_TIMES)
def test_english_times_are_told_from_distances_and_times_of_day(text: str, spoken: str) -> None:
    assert read(text, "en") == spoken


@inputs(("text", "spoken"), GERMAN_TIMES)
def test_german_times_are_told_from_distances_and_times_of_day(text: str, spoken: str) -> None:
    assert read(text, "de") == spoken


@inputs(("text", "spoken"), FRENCH_TIMES)
def test_french_times_are_told_from_distances_and_times_of_day(text: str, spoken: str) -> None:
    assert read(text, "fr") == spoken
