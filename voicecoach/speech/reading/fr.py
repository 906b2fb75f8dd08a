"""How French is read aloud: units, ranges, times and products."""

from voicecoach.speech.reading.words import LanguageWords

_FEMININE = (
    "seconde|minute|heure|semaine|répétition|respiration|série|pause|longueur|calorie|main|jambe"
)
_SECTIONS = (
    "Partie", "Phase", "Section", "Niveau", "Bloc", "Semaine", "Jour", "Série", "Tour", "Séance",
    "Exercice",
)  # fmt: skip
# Behind these, `1` is the number of a part: « Série 1 pause 10 s ».
_NOT_A_PART = "".join(rf"(?<!\b{section} )" for section in _SECTIONS)
# But « Exercice 1 min » is as long as that.
_AN_AMOUNT = rf"(?:{_NOT_A_PART}|(?=1 (?:seconde|minute|heure|calorie)(?!\w)))"

WORDS = LanguageWords(
    locale="fr",
    thousands=" \u00a0\u202f",
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
        "ml": "volume-milliliter",
        "l": "volume-liter",
        "L": "volume-liter",
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
    signs={
        ">": "plus de",
        "<": "moins de",
        "≥": "au moins",
        "≤": "au plus",
        "≈": "environ",
        "±": "plus ou moins",
    },
    sets=("série", "séries", "tour", "tours"),
    sets_of="de",
    counted=("répétitions", "séries", "tours", "respirations", "secondes", "minutes", "heures"),
    fractions={
        "1/2": "un demi",
        "1/3": "un tiers",
        "2/3": "deux tiers",
        "1/4": "un quart",
        "3/4": "trois quarts",
    },
    mixed={
        "1/2": "et demi",
        "1/3": "et un tiers",
        "2/3": "et deux tiers",
        "1/4": "et quart",
        "3/4": "trois quarts",
    },
    sections=_SECTIONS,
    heights=("box", "boîte", "marche", "hauteur"),
    time_of_day=("heures",),
    before_time_of_day=r"(?<!\d\s)à|dès|de|vers",
    written={
        r"(?<=\d)(\s?[a-zà-ÿ]{1,14})/(jour|semaine|séance|mois)": r"\1 par \2",
        # Voices say "un minute".
        rf"(?<!\w)un demi (?=(?:{_FEMININE})(?!\w))": "une demi-",
        rf"{_AN_AMOUNT}(?<![\w.,:/+-])1 (?=(?:{_FEMININE})(?!\w))": "une ",
        r"(?<=\s)@\s?|^@\s?": "à ",
    },
)
