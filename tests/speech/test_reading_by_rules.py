"""How numbers, units and abbreviations are read aloud, a table a language: text, and as spoken."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from helpers.cases import cases, inputs
from voicecoach import phrases
from voicecoach.speech.reading import Reading, read

ENGLISH = {
    "30 s": "30 seconds",
    "30s": "30 seconds",
    "10 secs.": "10 seconds.",
    "8 kg": "8 kilograms",
    "15 cm": "15 centimeters",
    "20 lb": "20 pounds",
    "5 km": "5 kilometers",
    "5km": "5 kilometers",
    "100 m": "100 meters",
    "1 kg": "1 kilogram",
    "1.5 km": "1.5 kilometers",
    "6-8": "6 to 8",
    "6-8 reps": "6 to 8 repetitions",
    "20–30°": "20 to 30 degrees",
    "20-30 degrees": "20 to 30 degrees",
    "x10": "10 times",
    "3x10": "3 times 10",
    "3 × 10": "3 times 10",
    "3x40s": "3 times 40 seconds",
    "Push-ups 3x8-12": "Push-ups 3 times 8 to 12",
    "1:30": "1 minute 30",
    "0:45": "45 seconds",
    "2:00": "2 minutes",
    "1:02:30": "1 hour 2 minutes 30",
    "2 min": "2 minutes",
    "1h": "1 hour",
    "1h30": "1 hour 30",
    "1m30s": "1 minute 30",
    "1:00-1:30": "1 minute to 1 minute 30",
    "1/2": "half",
    "1 1/2": "1 and a half",
    "½ mile": "half mile",
    "1½ km": "1 and a half kilometers",
    "90/90": "90 90",
    "L/R": "left and right",
    "10 km/h": "10 kilometers an hour",
    "2:00/500m": "2 minutes per 500 meters",
    "6:00/km": "6 minutes per kilometer",
    "No. 2": "number 2",
    "#2": "number 2",
    '10"': "10 seconds",
    '10" hold': "10 seconds hold",
    "5'": "5 minutes",
    "1'30\"": "1 minute 30",
    '24" box jump': "24 inches box jump",
    'Box jump 24" high': "Box jump 24 inches high",
    '"Level 10" now': '"Level 10" now',
    "EMOM": "EMOM",
    "4-7-8 breathing": "4 7 8 breathing",
    "3-1-1-0": "3 1 1 0",
    "21-15-9": "21 15 9",
    "5BX": "5 B X",
    "T-spine": "T-spine",
    "L-sit": "L-sit",
    "Warrior II": "Warrior 2",
    "Part II": "Part 2",
    "Part I": "Part 1",
    "In Part I lie down": "In Part I lie down",
    "Part I: Legs": "Part 1: Legs",
    "1st": "first",
    "2nd set": "second set",
    "21st": "21st",
    "50%": "50 percent",
    "100 %": "100 percent",
    "KB swing @ 16kg w/ partner": "kettlebell swing at 16 kilograms with partner",
    "R & L": "R and L",
    "e.g. a wall": "for example a wall",
    "approx. 10 secs": "approximately 10 seconds",
    "1,000 m": "1000 meters",
    "RPE 8": "R P E 8",
    "1RM": "1 repetition maximum",
    "Warrior 2": "Warrior 2",
    "Zone 2": "Zone 2",
    "8/side": "8 each side",
    "20s-30s": "20 seconds to 30 seconds",
    "10-second hold": "10-second hold",
    "10-sec hold": "10-second hold",
    "a 5-minute walk": "a 5-minute walk",
    "at 7:30 am": "at 7:30 am",
    "Set 2/3": "Set 2 of 3",
    "the 1990s": "the 1990s",
    "10x": "10 times",
    "&lt;b&gt; & salt": "&lt;b&gt; and salt",
    "Squats 10-8": "Squats 10 8",
    "20-in box": "20-inch box",
    "15s on, 15s off": "15 seconds on, 15 seconds off",
    "5-10 lb": "5 to 10 pounds",
    "No. Stop.": "No. Stop.",
    "3x10x5s hold": "3 times 10 times 5 seconds hold",
    "10-12x": "10 to 12 times",
    "8 x 400m": "8 times 400 meters",
    "1 min": "1 minute",
    "1 s": "1 second",
    "0 s": "0 seconds",
    "20 in box": "20-inch box",
    "In this Part I rest.": "In this Part I rest.",
    "Hold for 20 s.": "Hold for 20 seconds.",
    "Rest 30s, then 5 min walk": "Rest 30 seconds, then 5 minutes walk",
    "1 lb": "1 pound",
    "2 lbs": "2 pounds",
    "1 ft": "1 foot",
    "5' walk": "5 minutes walk",
    "2 mi": "2 miles",
    "1 mi": "1 mile",
    "70% 1RM": "70 percent 1 repetition maximum",
    "5 BB rows": "5 barbell rows",
    "20 kgs": "20 kilograms",
    "90°": "90 degrees",
    "45° angle": "45 degrees angle",
    "1x": "once",
    "x1": "once",
    "3 X 10": "3 times 10",
    "100 bpm": "100 beats a minute",
    "3 sets of 8-10 reps": "3 sets of 8 to 10 repetitions",
    "5-4-3-2-1": "5 4 3 2 1",
    "2–3 sets": "2 to 3 sets",
    "Week 2/8": "Week 2 of 8",
    "1-2 min": "1 to 2 minutes",
    "90-120 s": "90 to 120 seconds",
    "1h 30m": "1 hour 30",
    "30s/30s": "30 seconds/30 seconds",
    "12reps": "12 repetitions",
    "10 KB swings": "10 kettlebell swings",
    "DB rows 3x12": "dumbbell rows 3 times 12",
    "BW squats": "bodyweight squats",
    "RDLs": "Romanian deadlifts",
    "i.e. slowly": "that is slowly",
    "hard vs. easy": "hard versus easy",
    "2.5 kg": "2.5 kilograms",
    "3/4 squat": "three quarters squat",
    "1/4 turn": "a quarter turn",
    "90/90 hip switch": "90 90 hip switch",
    "Cat & cow": "Cat and cow",
    "and/or": "and or",
    "R/L": "right and left",
    "8 mph": "8 miles an hour",
    "5'30\"/km": "5 minutes 30 per kilometer",
    "0:05": "5 seconds",
    "10:00": "10 minutes",
    "Go!": "Go!",
    "3.5-4 km": "3.5 to 4 kilometers",
    "Week II: Build": "Week 2: Build",
    "Day 2 of 3": "Day 2 of 3",
    "100 m, 200 m": "100 meters, 200 meters",
    "1,500 m": "1500 meters",
    "12,000 steps": "12000 steps",
    "10,8,6": "10,8,6",
    "It costs 5.": "It costs 5.",
    "16:8": "16:8",
    "Version 1.2.3": "Version 1.2.3",
}

GERMAN = {
    "30 s": "30 Sekunden",
    "30 Sek. halten": "30 Sekunden halten",
    "8 kg": "8 Kilogramm",
    "1,5 km": "1,5 Kilometer",
    "1.000 m": "1000 Meter",
    "6-8 Wdh.": "6 bis 8 Wiederholungen",
    "20–30°": "20 bis 30 Grad",
    "3x10": "3 mal 10",
    "x10": "10 mal",
    "1:30": "1 Minute 30",
    "1:30 min": "1 Minute 30",
    "2 min": "2 Minuten",
    "1 h": "1 Stunde",
    "½": "ein halb",
    "1/2": "ein halb",
    "1 1/2": "1 einhalb",
    "90/90": "90 90",
    "Nr. 2": "Nummer 2",
    "Teil III": "Teil 3",
    "z. B. Wand": "zum Beispiel Wand",
    "d. h.": "das heißt",
    "ca. 10 s": "circa 10 Sekunden",
    "bzw.": "beziehungsweise",
    "der 2. Satz": "der zweite Satz",
    "beim 3. Mal": "beim dritten Mal",
    "5 Hüftkreise": "5 Hüftkreise",
    "10 %": "10 Prozent",
    "L/R": "links und rechts",
    "10/Seite": "10 je Seite",
    "um 7:30 Uhr": "um 7:30 Uhr",
    "Satz 2/3": "Satz 2 von 3",
    "10 km/h": "10 Kilometer pro Stunde",
    "6:00/km": "6 Minuten pro Kilometer",
    "R & L": "R und L",
    "@ 20 kg": "bei 20 Kilogramm",
    "10x": "10 mal",
    "Hold 30 s": "Hold 30 Sekunden",
    "20 Sek": "20 Sekunden",
    "2 Std.": "2 Stunden.",
    "1 Std.": "1 Stunde.",
    "3 Wdh.": "3 Wiederholungen",
    "10 Wdh": "10 Wiederholungen",
    "3 × 10": "3 mal 10",
    "3x40 s": "3 mal 40 Sekunden",
    "0:45": "45 Sekunden",
    "1:00-1:30": "1 Minute bis 1 Minute 30",
    "60-90 s": "60 bis 90 Sekunden",
    "5-10 kg": "5 bis 10 Kilogramm",
    "2–3 Sätze": "2 bis 3 Sätze",
    "4-7-8-Atmung": "4 7 8-Atmung",
    "21-15-9": "21 15 9",
    "Krieger II": "Krieger 2",
    "Teil I: Beine": "Teil 1: Beine",
    "max. 10 kg": "maximal 10 Kilogramm",
    "evtl. langsamer": "eventuell langsamer",
    "li/re": "links und rechts",
    "links & rechts": "links und rechts",
    "5 km": "5 Kilometer",
    "5km": "5 Kilometer",
    "100 m": "100 Meter",
    "400m": "400 Meter",
    "1 kg": "1 Kilogramm",
    "2 m": "2 Meter",
    "15 cm": "15 Zentimeter",
    "0,5 kg": "0,5 Kilogramm",
    "2,5 km": "2,5 Kilometer",
    "3/4": "drei Viertel",
    "½ Drehung": "ein halb Drehung",
    "1½ km": "1 einhalb Kilometer",
    "10/10": "10 10",
    "Zone 2": "Zone 2",
    "Krieger 2": "Krieger 2",
    "3 Kniebeugen": "3 Kniebeugen",
    "die 3. Runde": "die dritte Runde",
    "im 1. Satz": "im ersten Satz",
    "Satz 1. Dann Pause.": "Satz 1. Dann Pause.",
    "10.000 Schritte": "10000 Schritte",
    "#3": "Nummer 3",
    "8 lbs": "8 Pfund",
    "45°": "45 Grad",
    "45 °": "45 Grad",
    "50%": "50 Prozent",
    "20 g": "20 Gramm",
    "Tag 2/7": "Tag 2 von 7",
    "KH-Rudern mit 8 kg": "Kurzhantel-Rudern mit 8 Kilogramm",
    "RPE 8": "R P E 8",
    "und/oder": "und oder",
    "d.h. langsam": "das heißt langsam",
    "z.B. Stuhl": "zum Beispiel Stuhl",
    '10" halten': "10 Sekunden halten",
    "5' gehen": "5 Minuten gehen",
    "1h30": "1 Stunde 30",
    "100 bpm": "100 Schläge pro Minute",
    "300 kcal": "300 Kilokalorien",
}

FRENCH = {
    "30 s": "30 secondes",
    "1 min": "1 minute",
    "1:30": "1 minute 30",
    "6-8": "6 à 8",
    "3x10": "3 fois 10",
    "5 km": "5 kilomètres",
    "1,5 km": "1,5 kilomètre",
    "20–30°": "20 à 30 degrés",
    "8 kg": "8 kilogrammes",
    "2 h": "2 heures",
    "10 %": "10 pour cent",
    "10 km/h": "10 kilomètres à l'heure",
    "0:45": "45 secondes",
    "1/2": "un demi",
    "x10": "10 fois",
    "Partie II": "Partie 2",
    "Pompes 3x10-12": "Pompes 3 fois 10 à 12",
    "1 m": "1 mètre",
}

# What texts with numbers are made of, so that rules meet.
_PIECES = (
    *"0123456789 x×-–/:.,'\"&@#°%½()IVLR",
    " kg",
    "s",
    " min",
    "1:30",
    "reps",
    "No. ",
    "Part ",
    "3x10",
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join) | st.text()


@inputs(("text", "spoken"), ENGLISH)
def test_english_is_read_by_its_rules(text: str, spoken: str) -> None:
    assert read(text, "en") == spoken


@inputs(("text", "spoken"), GERMAN)
def test_german_is_read_by_its_rules(text: str, spoken: str) -> None:
    assert read(text, "de") == spoken


@inputs(("text", "spoken"), FRENCH)
def test_french_is_read_by_its_rules(text: str, spoken: str) -> None:
    assert read(text, "fr") == spoken


def test_a_region_is_read_like_its_language_and_another_language_as_it_is_written() -> None:
    assert read("8 kg", "en-GB") == "8 kilograms"
    assert read("8 kg", "es") == "8 kg"


def test_a_pronunciation_wins_over_the_rules_and_is_not_read_again() -> None:
    reading = Reading({"rdl": "3x10 kg", "kg": "kilos"}, "en")
    assert reading.aloud("RDL 30 s with 8 kg") == "3x10 kg 30 seconds with 8 kilos"


@cases("language", {language: language for language in ("en", "de", "fr")})
@given(_TEXTS)
def test_what_is_read_already_stays_as_it_is(language: str, text: str) -> None:
    spoken = read(text, language)
    assert read(spoken, language) == spoken


@cases("language", {language: language for language in ("en", "de", "fr")})
@given(_TEXTS)
def test_a_text_with_letters_is_never_empty(language: str, text: str) -> None:
    assert read(f"Go {text}", language)


@cases("language", {language: language for language in phrases.languages()})
def test_the_sample_of_a_language_is_read_as_it_is_written(language: str) -> None:
    sample: Sequence[str] = phrases.load(language).sample
    assert [read(line, language) for line in sample] == sample
