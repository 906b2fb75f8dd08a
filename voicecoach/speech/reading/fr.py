"""How French is read aloud: units, ranges, times and products."""

from voicecoach.speech.reading.words import LanguageWords

_FEMININE = (
    "seconde|minute|heure|semaine|répétition|respiration|série|pause|longueur|calorie|main|jambe"
)

WORDS = LanguageWords(
    locale="fr",
    thousands="\u00a0\u202f",
    decimal=",",
    units={
        "s": "duration-second",
        "sec": "duration-second",
        "min": "duration-minute",
        "h": "duration-hour",
        "kg": "mass-kilogram",
        "g": "mass-gram",
        "mm": "length-millimeter",
        "cm": "length-centimeter",
        "m": "length-meter",
        "km": "length-kilometer",
        "mi": "length-mile",
        "mile": "length-mile",
        "inch": "length-inch",
        "°": "angle-degree",
        "°C": "temperature-celsius",
        "%": "concentr-percent",
    },
    own_units={"km/h": ("kilomètre à l'heure", "kilomètres à l'heure")},
    to="à",
    of="sur",
    times="fois",
    once="une fois",
    per="par",
    fractions={"1/2": "un demi", "1/3": "un tiers", "1/4": "un quart", "3/4": "trois quarts"},
    mixed={"1/2": "et demi", "1/3": "et un tiers", "1/4": "et quart", "3/4": "trois quarts"},
    sections=("Partie", "Phase", "Section", "Niveau", "Bloc", "Semaine", "Jour", "Série", "Tour"),
    heights=("box", "boîte", "marche", "hauteur"),
    time_of_day=("heures",),
    before_time_of_day=r"(?<!\d\s)à|dès|de|vers",
    written={
        # Voices say "un minute".
        rf"(?<![\w.,:/+-])1 (?=(?:{_FEMININE})(?!\w))": "une ",
    },
)
