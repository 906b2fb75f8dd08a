"""How Polish is read aloud."""

from voicecoach.speech.reading.polish_agreement import agreeing
from voicecoach.speech.reading.rule import together
from voicecoach.speech.reading.words import LanguageWords

_LETTERS = "a-ząćęłńóśźż"
# The full stop of an abbreviation, where no sentence ends.
_STOP = rf"(?:\.(?=\s?[,;:)/–&+-]|\s[{_LETTERS}]))?"
# 2, 3, 4, 22, 23, 24, but not 12, 13 and 14.
_FEW = r"(?<![\d,.])(?:\d{0,2}[02-9])?[2-4]"

_ABBREVIATIONS = {
    r"[Nn]p\.": "na przykład",
    rf"itd{_STOP}": "i tak dalej",
    rf"itp{_STOP}": "i tym podobne",
    r"[Tt]j\.": "to jest",
    r"[Tt]zn\.": "to znaczy",
    r"[Mm]\.\s?in\.": "między innymi",
    r"[Ee]w\.": "ewentualnie",
    r"[Ww]g": "według",
    r"[Oo]k\.": "około",
    r"(?i:maks|max)\.?(?=\s\d)": "maksymalnie",
    r"(?i:maks|max)\.": "maksimum",
    r"ćw\.": "ćwiczenie",
    rf"1\s?powt{_STOP}": "1 powtórzenie",
    "RPE": "R P E",
    "KB": "kettlebell",
    "MC": "martwy ciąg",
    "L/P": "lewa i prawa",
    "P/L": "prawa i lewa",
    "i/lub": "i lub",
}

WORDS = LanguageWords(
    locale="pl",
    thousands=" \u00a0\u202f",
    decimal=",",
    units={
        "s": "duration-second",
        "sek": "duration-second",
        "sec": "duration-second",
        "min": "duration-minute",
        "h": "duration-hour",
        "godz": "duration-hour",
        "kg": "mass-kilogram",
        "g": "mass-gram",
        "lb": "mass-pound",
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
        "kcal": "energy-kilocalorie",
        "km/h": "speed-kilometer-per-hour",
        "m/s": "speed-meter-per-second",
        "°": "angle-degree",
        "°C": "temperature-celsius",
        "%": "concentr-percent",
    },
    own_units={"bpm": ("uderzenie na minutę", "uderzeń na minutę")},
    to="do",
    of="z",
    times="razy",
    once="raz",
    per="na",
    signs={
        ">": "więcej niż",
        "<": "mniej niż",
        "≥": "co najmniej",
        "≤": "najwyżej",
        "≈": "około",
        "±": "plus minus",
    },
    sets=("seria", "serie", "serii", "runda", "rundy", "rund"),
    sets_of="po",
    counted=(
        "powtórzenia", "powtórzeń", "serie", "serii", "rundy", "rund", "oddechy", "oddechów",
        "kroki", "kroków", "sekundy", "sekund", "minuty", "minut", "godziny", "godzin", "razy",
    ),
    fractions={
        "1/2": "pół",
        "1/3": "jedna trzecia",
        "2/3": "dwie trzecie",
        "1/4": "jedna czwarta",
        "3/4": "trzy czwarte",
    },
    mixed={
        "1/2": "i pół",
        "1/3": "i jedna trzecia",
        "2/3": "i dwie trzecie",
        "1/4": "i jedna czwarta",
        "3/4": "i trzy czwarte",
    },
    sections=(
        "Część", "Etap", "Tydzień", "Dzień", "Faza", "Poziom", "Blok", "Seria", "Runda", "Strefa",
        "Wojownik", "Ćwiczenie", "Krok", "Trening", "Zestaw",
    ),
    heights=("skrzynia", "skrzynię", "skrzyni", "box", "podest", "stopień"),
    time_of_day=("rano", "wieczorem", "po południu"),
    before_time_of_day="o|od|po|przed",
    within_sentence=rf"\s[{_LETTERS}]",
    symbols={"#": "numer", "&": "i"},
    written={
        # `min. 8` is a least amount, `8 min. ` are minutes.
        r"(?<!\w)(?<!\d )[Mm]in\.\s?(?=\d)": "minimum ",
        **together(_ABBREVIATIONS),
        rf"({_FEW})\s?powt{_STOP}(?!\w)": r"\1 powtórzenia",
        rf"(?<=\d)\s?powt{_STOP}(?!\w)": " powtórzeń",
        rf"(?<=[\d{_LETTERS}])\.?\s?/\s?(?:str\.?|stron[aęy])(?!\w)": " na stronę",
        rf"(?<=[\d{_LETTERS}])\.?\s?/\s?nog[aęi](?!\w)": " na nogę",
        rf"(?<=[\d{_LETTERS}])\.?\s?/\s?(?:ręk[aęi])(?!\w)": " na rękę",
        r"(?<=\d[xX×])\s?/\s?(?=dzień|tydzień)": " na ",
        rf"(?<=\d)(\s?[{_LETTERS}]{{1,14}})\.?/(dzień|tydzień|min)(?!\w)\.?": r"\1 na \2",
        r"(?<!\w)na min(?!\w)": "na minutę",
        r"(?<!\w)na mila(?!\w)": "na milę",
        # Of a lift: `70% 1RM`.
        r"(?<=% )1\s?RM(?!\w)|(?<=procent )1\s?RM(?!\w)": "ciężaru maksymalnego",
        r"(?<![\w.,])1 razy(?!\w)": "1 raz",
        r"(?<!\w)[Nn]r\s?(?=\d)": "numer ",
        r"(?<!\S)@\s?(?=\d)": "z obciążeniem ",
        # Without the other side, an L is a liter.
        r"(?<=\d)\s?L([^\w\d]{1,8}\d{1,3})\s?P(?!\w)": r" lewa\1 prawa",
        r"(?<=\d)\s?P([^\w\d]{1,8}\d{1,3})\s?L(?!\w)": r" prawa\1 lewa",
        **agreeing(),
    },
)  # fmt: skip
