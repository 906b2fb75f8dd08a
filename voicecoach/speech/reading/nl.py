"""How Dutch is read aloud."""

from voicecoach.speech.reading.rule import numbered, separately, together
from voicecoach.speech.reading.words import LanguageWords

_ORDINALS = [
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
    "tiende", "elfde", "twaalfde",
]  # fmt: skip

_LIMBS = "been|arm|voet|hand|knie|heup|schouder|kant|zijde|elleboog|enkel|kuit|bil|hiel|pols"
_SIDES = "kant|zijde|been|arm|voet|hand|richting|zij"
_PERIODS = "dag|week|maand|keer|sessie"

_ABBREVIATIONS = {
    r"(?:[Bb]ijv\.?|[Bb]v\.),?": "bijvoorbeeld",
    r"[Dd]\.?w\.?z\.?": "dat wil zeggen",
    r"[Oo]\.a\.": "onder andere",
    r"[Cc]a(?:\.|(?=\s\d))": "circa",
    r"[Ee]vt\.?": "eventueel",
    r"[Ii]ncl\.?": "inclusief",
    r"enz\.?": "enzovoort",
    r"t/m": "tot en met",
    r"(?:max\.|[Mm]ax\.?(?=\s\d))": "maximaal",
    r"1\s?herh\.?": "1 herhaling",
    r"(?:herh\.?|reps)": "herhalingen",
    r"KB": "kettlebell",
    r"RPE": "R P E",
    r"(?:L/R|li/re)": "links en rechts",
    r"(?:R/L|re/li)": "rechts en links",
    r"en/of": "en of",
}
# These keep part of what they match, so each is an expression of its own.
_WITH_OTHERS = {
    rf"[Rr]e\.?\s({_LIMBS})": r"rechter\1",
    rf"[Ll]i\.?\s({_LIMBS})": r"linker\1",
    rf"(\d{{1,4}}(?:\s?[a-zë]{{1,14}})?)\.?/({_SIDES})": r"\1 per \2",
    rf"(één keer|\d{{1,4}}\s?[a-zë]{{1,14}})\.?/({_PERIODS})": r"\1 per \2",
    r"(\d{1,4}(?:\s[a-zë]{1,14})?)/min(?:\.|uut)?": r"\1 per minuut",
}

# Nouns with “de”, which have “een halve”: those with “het” have “een half”.
_WITH_DE = (
    "minuut|seconde|kilometer|meter|centimeter|liter|kilo|mijl|ronde|set|herhaling|baan|slag"
    "|draai|draaiing|squat|graad|inch|week|dag|calorie"
)
_SINGULAR = {"minuten": "minuut", "seconden": "seconde", "rondes": "ronde", "banen": "baan"}

WORDS = LanguageWords(
    locale="nl",
    thousands=".",
    decimal=",",
    units={
        "s": "duration-second",
        "sec": "duration-second",
        "min": "duration-minute",
        "u": "duration-hour",
        "h": "duration-hour",
        "g": "mass-gram",
        "gr": "mass-gram",
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
        "%": "concentr-percent",
    },
    own_units={
        # What everybody says for “kilogram”.
        "kg": ("kilo", "kilo"),
        "kcal": ("kilocalorie", "kilocalorieën"),
        "lb": ("pond", "pond"),
        "lbs": ("pond", "pond"),
        "km/u": ("kilometer per uur", "kilometer per uur"),
        "km/h": ("kilometer per uur", "kilometer per uur"),
        "m/s": ("meter per seconde", "meter per seconde"),
        "bpm": ("slag per minuut", "slagen per minuut"),
        "°": ("graad", "graden"),
        "°c": ("graad", "graden"),
    },
    to="tot",
    of="van de",
    times="keer",
    once="één keer",
    per="per",
    signs={
        ">": "meer dan",
        "<": "minder dan",
        "≥": "minstens",
        "≤": "hoogstens",
        "≈": "ongeveer",
        "±": "plus of min",
    },
    sets=("set", "sets", "serie", "series", "reeks", "reeksen", "ronde", "rondes"),
    sets_of="van",
    counted=(
        "herhalingen", "sets", "series", "reeksen", "rondes", "ademhalingen", "keer", "stappen",
        "seconden", "minuten", "tellen", "uur",
    ),
    fractions={
        "1/2": "een half",
        "1/3": "een derde",
        "2/3": "twee derde",
        "1/4": "een kwart",
        "3/4": "drie kwart",
    },
    mixed={
        "1/2": "en een half",
        "1/3": "en een derde",
        "2/3": "en twee derde",
        "1/4": "en een kwart",
        "3/4": "en drie kwart",
    },
    sections=(
        "Deel", "Fase", "Blok", "Niveau", "Week", "Dag", "Hoofdstuk", "Set", "Ronde", "Serie",
        "Reeks", "Krijger", "Stap", "Oefening", "Training", "Sessie", "Zone", "Station", "Les",
    ),
    heights=("box", "bank", "trede", "opstapje", "hoogte", "step"),
    time_of_day=("uur",),
    before_time_of_day="om|vanaf|tussen",
    symbols={"#": "nummer", "@": "met", "+": "plus", "&": "en"},
    written={
        r"(?<!\w)([Bb]ijv|[Bb]v|[Cc]a|[Ee]vt|[Mm]ax|[Ii]ncl)\.(?=\w)": r"\1. ",
        **separately(_WITH_OTHERS),
        **together(_ABBREVIATIONS),
        r"(?<=\d)\s?(?:herh\.?|reps)(?!\w)": " herhalingen",
        r"(?<![\w.])(?<!\d )[Mm]in(?:\.\s?|\s)(?=\d)": "minimaal ",
        # Voices spell the accent: “8 a grave 10”.
        r"(?<=\s)[àá](?=\s\d)": "a",
        **numbered(_ORDINALS, "(?:e|de|ste)"),
        r"(?<![\w.,:])(\d{1,2})\s?u\s?([0-5]\d)(?:\s?min)?(?!\w)": r"\1 uur \2",
        # “± 10 minuten” is about ten; “10 ± 2” is not.
        r"(^|(?<=[^\W\d]{3})\s|(?<=[,;:(])\s?)plus of min (?=\d)": r"\1ongeveer ",
        **{
            rf"(en een hal)f {several}(?!\w)": rf"\1ve {one}" for several, one in _SINGULAR.items()
        },
        rf"(?<!\w)(een hal)f (?=(?:{_WITH_DE})(?!\w))": r"\1ve ",
        r"(?<![\w.,:/+-])1 en een (hal(?:f|ve) \w)": r"ander\1",
        r"(?<!\w)(?<!en )een kwart uur(?!\w)": "een kwartier",
        r"(?<!\w)(?<!en )drie kwart uur(?!\w)": "drie kwartier",
        r"(?<=\d)\s?[Rr]e\.(?!\w)": " rechts",
        r"(?<=\d)\s?[Ll]i\.(?!\w)": " links",
        # Without the other side, an L is a liter.
        r"(?<=\d)\s?L([^\w\d]{1,8}\d{1,3})\s?R(?!\w)": r" links\1 rechts",
        r"(?<=\d)\s?R([^\w\d]{1,8}\d{1,3})\s?L(?!\w)": r" rechts\1 links",
        r"(?<=\d[xX×])/(?=(?:dag|week|maand)(?!\w))": " per ",
        r"(?<!\w)[Nn]r\.?\s?(?=\d)": "nummer ",
    },
)  # fmt: skip
