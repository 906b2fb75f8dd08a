"""How Swedish is read aloud."""

from voicecoach.speech.reading.rule import numbered, separately, together
from voicecoach.speech.reading.words import LanguageWords

_ORDINALS = [
    "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde",
    "tionde", "elfte", "tolfte",
]  # fmt: skip
_LATER_ORDINALS = {"15": "femtonde", "20": "tjugonde", "30": "trettionde", "45": "fyrtiofemte"}

_SIDES = "sida|ben|arm|fot|hand|håll|riktning"
_PERIODS = "dag|vecka|månad|pass"

_ABBREVIATIONS = {
    r"[Tt]\.?\s?ex\.?": "till exempel",
    r"[Bb]l\.?\s?a\.": "bland annat",
    r"[Dd]\.?v\.?s\.?": "det vill säga",
    r"[Cc]:?a\.?": "cirka",
    r"[Ee]v\.": "eventuellt",
    r"[Ii]nkl\.?": "inklusive",
    r"(?:osv\.?|o\.\s?s\.\s?v\.)": "och så vidare",
    r"m\.\s?m\.": "med mera",
    r"[Rr]esp\.": "respektive",
    r"[Mm]ax\.?(?=\s\d)": "högst",
    r"kl\.?(?=\s\d)": "klockan",
    r"ggr\.?": "gånger",
    r"reps": "repetitioner",
    r"1\s?rep\.?": "1 repetition",
    r"1\s?st\.?": "1 styck",
    r"KB": "kettlebell",
    r"RPE": "R P E",
    r"(?:[Hh]ö/[Vv]ä|H/V)": "höger och vänster",
    r"(?:[Vv]ä/[Hh]ö|V/H)": "vänster och höger",
    r"[Hh]ö\.?": "höger",
    r"[Vv]ä\.?": "vänster",
    r"och/eller": "och eller",
}
# These keep part of what they match, so each is an expression of its own.
_WITH_OTHERS = {
    rf"(\d{{1,4}}(?:\s?[a-zåäö]{{1,14}})?)\.?/({_SIDES})": r"\1 per \2",
    rf"(en gång|\d{{1,4}}\s?[a-zåäö]{{1,14}})\.?/({_PERIODS})": r"\1 per \2",
    r"(\d{1,4}(?:\s[a-zåäö]{1,14})?)/min(?:\.|ut)?": r"\1 per minut",
}

# Voices say “ett minut”: these nouns have “en”.
_COMMON = (
    "minut|sekund|timme|repetition|gång|meter|kilometer|centimeter|millimeter|mil|liter|milliliter"
    "|längd|kalori|kilokalori|övning|sida|vecka|dag|månad|omgång|runda|grad|tum|sträckning|cirkel"
    "|burpee|armhävning|situp|arm|fot|hand|höft|axel|inandning|utandning|start|paus|engelsk mil"
)
_NEUTER = "varv|set|kilo|kilogram|gram|steg|pund|andetag"
_SINGULAR = {
    "minuter": "minut", "sekunder": "sekund", "timmar": "timme", "gånger": "gång",
    "längder": "längd", "kilometer": "kilometer", "meter": "meter", "liter": "liter",
}  # fmt: skip

_SECTIONS = (
    "Del", "Fas", "Avsnitt", "Nivå", "Block", "Vecka", "Dag", "Kapitel", "Set", "Varv",
    "Krigare", "Steg", "Övning", "Pass", "Zon", "Station", "Omgång", "Runda", "Lektion",
)  # fmt: skip
# Behind these, `1` is the number of a part: ”Vecka 1 dag 2”.
_NOT_A_PART = "".join(rf"(?<!\b{section} )" for section in _SECTIONS)
# But ”Övning 1 min” is as long as that.
_MEASURES = "sekund|minut|timme|meter|kilometer"
_AN_AMOUNT = rf"(?<!komma )(?:{_NOT_A_PART}|(?=1 (?:{_MEASURES})(?!\w)))"

_A_WORD_OR_THE_END = r"(?: [a-zåäö]{4,}|[.;:!?)]?(?:\s|$)(?!\S{1,3}(?!\w)))"

WORDS = LanguageWords(
    locale="sv",
    thousands=" \u00a0\u202f",
    decimal=",",
    units={
        "s": "duration-second",
        "sek": "duration-second",
        "sec": "duration-second",
        "min": "duration-minute",
        "h": "duration-hour",
        "tim": "duration-hour",
        "g": "mass-gram",
        "mm": "length-millimeter",
        "cm": "length-centimeter",
        "m": "length-meter",
        "km": "length-kilometer",
        "ml": "volume-milliliter",
        "dl": "volume-deciliter",
        "l": "volume-liter",
        "L": "volume-liter",
        "inch": "length-inch",
        "°": "angle-degree",
        "%": "concentr-percent",
    },
    own_units={
        # What everybody says for ”kilogram”.
        "kg": ("kilo", "kilo"),
        "kcal": ("kilokalori", "kilokalorier"),
        "mi": ("engelsk mil", "engelska mil"),
        "mile": ("engelsk mil", "engelska mil"),
        "lb": ("pund", "pund"),
        "lbs": ("pund", "pund"),
        "km/h": ("kilometer i timmen", "kilometer i timmen"),
        "m/s": ("meter per sekund", "meter per sekund"),
        "bpm": ("slag per minut", "slag per minut"),
        "°c": ("grad", "grader"),
    },
    to="till",
    of="av",
    times="gånger",
    once="en gång",
    per="per",
    signs={
        ">": "mer än",
        "<": "mindre än",
        "≥": "minst",
        "≤": "högst",
        "≈": "cirka",
        "±": "plus minus",
    },
    sets=("set", "varv", "omgång", "omgångar", "runda", "rundor"),
    sets_of="med",
    counted=(
        "reps", "repetitioner", "set", "varv", "omgångar", "andetag", "gånger", "ggr",
        "steg", "sekunder", "minuter", "timmar",
    ),
    fractions={
        "1/2": "en halv",
        "1/3": "en tredjedel",
        "2/3": "två tredjedelar",
        "1/4": "en fjärdedel",
        "3/4": "tre fjärdedelar",
    },
    mixed={
        "1/2": "och en halv",
        "1/3": "och en tredjedel",
        "2/3": "och två tredjedelar",
        "1/4": "och en fjärdedel",
        "3/4": "och tre fjärdedelar",
    },
    sections=_SECTIONS,
    heights=("box", "låda", "bänk", "steg", "höjd", "pall"),
    time_of_day=("på morgonen", "på kvällen", "på eftermiddagen", "på natten"),
    before_time_of_day="klockan|kl|före",
    symbols={"#": "nummer", "@": "med", "+": "plus", "&": "och"},
    written={
        r"(?<!\w)([Tt]\.\s?ex|[Cc]a|[Ee]v|[Ii]nkl|[Rr]esp)\.(?=\w)": r"\1. ",
        **separately(_WITH_OTHERS),
        **together(_ABBREVIATIONS),
        r"(?<=\d)\s?reps?\.?(?!\w)": " repetitioner",
        r"(?<=\d)\s?ggr\.?(?!\w)": " gånger",
        r"(?<=\d)\s?st\.?(?=\s[a-zåäö]|[,;)]|$)": " stycken",
        **numbered(_ORDINALS, ":[ae]"),
        **together(_LATER_ORDINALS, r"(?<![\w.,])", r":[ae](?!\w)"),
        # “Två och en halv minut”, in the singular.
        **{rf"(och en halv) {several}(?!\w)": rf"\1 {one}" for several, one in _SINGULAR.items()},
        rf"(?<!\w)en halv (?=(?:{_NEUTER})(?!\w))": "ett halvt ",
        r"(?<![\w.,:/+-])1 och en halv(?!\w)": "en och en halv",
        r"(?<![\w.,:/+-])1 och ett halvt(?!\w)": "ett och ett halvt",
        rf"(?<!och )(?<!\w)en fjärdedel (?=(?:{_NEUTER})(?!\w))": "ett kvarts ",
        r"(?<!och )(?<!\w)en fjärdedel timme(?!\w)": "en kvart",
        r"(?<!och )(?<!\w)tre fjärdedelar timme(?!\w)": "tre kvart",
        # Voices say “punkt”. A range or a unit that is cut short comes first.
        rf"(?<![\w.,:/–-])(\d{{1,9}}),(?=\d{{1,4}}{_A_WORD_OR_THE_END})": r"\1 komma ",
        rf"{_AN_AMOUNT}(?<![\w.,:/+-])1 (?=(?:{_COMMON})(?!\w))": "en ",
        r"(?<![\w.])(?<!\d )[Mm]in\.?\s(?=\d)": "minst ",
        # Voices spell the accent: “8 a grav 10”.
        r"(?<=\s)[àá](?=\s\d)": "a",
        r"(?<=\d)\s?H([^\w\d]{1,8}\d{1,3})\s?V(?!\w)": r" höger\1 vänster",
        r"(?<=\d)\s?V([^\w\d]{1,8}\d{1,3})\s?H(?!\w)": r" vänster\1 höger",
        r"(?<=\d[xX×])/(?=(?:dag|vecka|månad)(?!\w))": " per ",
        r"(?<!\w)[Nn]r\.?\s?(?=\d)": "nummer ",
    },
)  # fmt: skip
