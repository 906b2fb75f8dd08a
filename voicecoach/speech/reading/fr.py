"""How French is read aloud."""

from voicecoach.speech.reading.rule import numbered, separately, together
from voicecoach.speech.reading.words import LanguageWords

# Voices say "un minute", and "vingt et un secondes".
_FEMININE = (
    "seconde|minute|heure|semaine|séance|répétition|respiration|inspiration|expiration|série|pause|"
    "longueur|calorie|livre|main|jambe|fente|pompe|flexion|extension|rotation|traction|fois"
)
_FEMININE_NUMBERS = {
    21: "vingt et une",
    31: "trente et une",
    41: "quarante et une",
    51: "cinquante et une",
    61: "soixante et une",
    81: "quatre-vingt-une",
    101: "cent une",
}
_ORDINALS = (
    "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième",
    "neuvième", "dixième", "onzième", "douzième",
)  # fmt: skip
_SECTIONS = (
    "Partie", "Phase", "Section", "Niveau", "Bloc", "Semaine", "Jour", "Série", "Tour", "Séance",
    "Exercice", "Étape", "Atelier", "Station", "Option", "Zone", "Leçon", "Guerrier",
)  # fmt: skip
# Behind these, `1` is the number of a part: « Série 1 pause 10 s ».
_NOT_A_PART = "".join(rf"(?<!\b{section} )" for section in _SECTIONS)
# But « Exercice 1 min » is as long as that.
_AN_AMOUNT = rf"(?:{_NOT_A_PART}|(?=1 (?:seconde|minute|heure|calorie)(?!\w)))"

# A unit stands before its half: « 1 kilomètre et demi ».
_HALVES = "et (?:demi|un tiers|deux tiers|quart|trois quarts)"
_HALVED = "seconde|minute|heure|kilomètre|mètre|kilogramme|litre|mile|tour|longueur|fois"
_TIMES = "seconde|minute|heure"

_FEMININE_LIMBS = "jambe|main|épaule|hanche|cheville|cuisse"
_MASCULINE_LIMBS = "bras|pied|genou|coude|côté|poignet"
_EACH = "côté|jambe|bras|pied|main|sens|jour|semaine|séance|mois|série|tour"
# The full stop of an abbreviation goes, but not that of a sentence.
_STOP = r"(?:\.(?=\s?[,;:)/]|\s[a-zà-ÿ\d]))?"

_ABBREVIATIONS = {
    r"(?:[Pp]\.\s?|[Pp]ar )?[Ee]x\.(?=\s?[,:]|\s[\wà-ÿ])": "par exemple",
    r"[Cc]\.?-à-d\.?": "c'est-à-dire",
    rf"[Ee]nv\.{_STOP}": "environ",
    r"[Mm]ax\.(?=\s?[,;:)/]|\s[a-zà-ÿ\d])": "maximum",
    r"[Vv]s\.?": "contre",
    r"et/ou": "ou",
    r"[Nn]°\s?(?=\d)": "numéro ",
    rf"1 [Rr][ée]ps?(?!\w){_STOP}": "une répétition",
    rf"(?<=\d )[Rr][ée]ps?(?!\w){_STOP}": "répétitions",
    rf"[Rr][ée]ps(?!\w){_STOP}": "répétitions",
    rf"[Rr][ée]p(?!\w){_STOP}": "répétition",
    r"D\s?[/+]\s?G(?!\w)": "droite et gauche",
    r"G\s?[/+]\s?D(?!\w)": "gauche et droite",
    r"KB(?!\w)": "kettlebell",
    r"1 DB(?!\w)": "un haltère",
    r"DB(?!\w)": "haltères",
    r"PDC(?!\w)": "poids du corps",
    # Voices take these for words.
    r"RPE(?!\w)": "R P E",
    r"VMA(?!\w)": "V M A",
    r"FC\s?[Mm]ax(?!\w)": "F C max",
    r"FCM(?!\w)": "F C M",
}
# These keep part of what they match, so each is an expression of its own.
_WITH_OTHERS = {
    rf"({_FEMININE_LIMBS}) d(?:r|te)?\.": r"\1 droite",
    rf"({_MASCULINE_LIMBS}) dr?\.": r"\1 droit",
    rf"({_FEMININE_LIMBS}|{_MASCULINE_LIMBS}) g\.": r"\1 gauche",
}

WORDS = LanguageWords(
    locale="fr",
    # Between numbers, a comma is decimal: a point is not.
    thousands=". \u00a0\u202f",
    decimal=",",
    units={
        "s": "duration-second",
        "sec": "duration-second",
        "min": "duration-minute",
        "mn": "duration-minute",
        "h": "duration-hour",
        "kg": "mass-kilogram",
        "kgs": "mass-kilogram",
        "g": "mass-gram",
        "lb": "mass-pound",
        "lbs": "mass-pound",
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
        "cal": "energy-calorie",
        "W": "power-watt",
        "°": "angle-degree",
        "°C": "temperature-celsius",
        "%": "concentr-percent",
    },
    own_units={
        "kcal": ("calorie", "calories"),
        "km/h": ("kilomètre à l'heure", "kilomètres à l'heure"),
        "m/s": ("mètre par seconde", "mètres par seconde"),
        "tr/min": ("tour par minute", "tours par minute"),
        "pas/min": ("pas par minute", "pas par minute"),
        "bpm": ("battement par minute", "battements par minute"),
    },
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
    counted=(
        "répétitions",
        "rép",
        "reps",
        "séries",
        "tours",
        "respirations",
        "fois",
        "pas",
        "secondes",
        "minutes",
        "heures",
    ),
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
        "3/4": "et trois quarts",
    },
    sections=_SECTIONS,
    heights=("box", "boîte", "marche", "hauteur"),
    time_of_day=("heures",),
    before_time_of_day=r"(?<!\d\s)à|dès|de|vers",
    symbols={"#": "numéro", "@": "à", "+": "plus", "&": "et"},
    written={
        # « Série 1 100 m » is no number of thousands.
        rf"(?<!\w)((?i:{'|'.join(_SECTIONS)}) \d{{1,3}}) (?=[1-9]\d{{2}}(?!\d))": r"\1, ",
        r"(?<=\d)[Rr][ée]ps?(?!\w)": " répétitions",
        **separately(_WITH_OTHERS, after=""),
        **together(_ABBREVIATIONS, after=""),
        rf"(?<![\w/])(\d{{1,4}}(?:\s?[a-zà-ÿ]{{1,14}})?)/({_EACH})(?!\w)": r"\1 par \2",
        # Work and rest: `30"/30"`.
        r"(?<=\d)([\"″”]|''|\s?s)\s?/\s?(?=\d{1,3}(?:[\"″”]|''|\s?s(?!\w)))": r"\1, ",
        r"(?<![\w.,:])(\d{1,3})[\"″”]\s?(box|boîte|marche)(?!\w)": r"\2 de \1 pouces",
        # The seconds of a repetition's four parts; X is as fast as you can.
        r"(?<!\w)([Tt]empo) (\d)([\dX])([\dX])([\dX])(?!\w)": r"\1 \2, \3, \4, \5",
        r"(?<![\w.,])1(ers?)(?!\w)": r"premi\1",
        r"(?<![\w.,])1(?:è?re|ère)(s?)(?!\w)": r"première\1",
        **numbered(_ORDINALS, "(?:e|è?me|ième)", first=2),
        rf"(?<![\w.,])1 ({_HALVES}) ({_HALVED})s?(?!\w)": r"1 \2 \1",
        rf"(?<![\w.,])(\d{{1,3}}) ({_HALVES}) ((?:{_HALVED})s?)(?!\w)": r"\1 \3 \2",
        rf"(?<!\w)((?:{_TIMES}|longueur)s?) et demi(?!\w)": r"\1 et demie",
        rf"(?<![\w.,])0,5 ({_TIMES})(?!\w)": r"une demi-\1",
        rf"(?<![\w.,])1,5 ({_TIMES})s?(?!\w)": r"une \1 et demie",
        rf"(?<![\w.,])(\d{{1,3}}),5 ((?:{_TIMES})s)(?!\w)": r"\1 \2 et demie",
        rf"(?<!\w)un demi (?=(?:{_FEMININE})(?!\w))": "une demi-",
        rf"{_AN_AMOUNT}(?<![\w.,:/+-])1 (?=(?:{_FEMININE})(?!\w))": "une ",
        **{
            rf"(?<![\w.,:/+-]){number} (?=(?:{_FEMININE})s?(?!\w))": f"{spoken} "
            for number, spoken in _FEMININE_NUMBERS.items()
        },
        r"(?<!\w)([Dd]|[Qq]u)e une (?=\w)": r"\1'une ",
        r"(?<=\d)(\s?(?:h|min)\s?)0(?=\d(?!\w))": r"\1",
    },
)
